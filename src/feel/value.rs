//! Values: what an expression comes to. They know their arithmetic (`ops`) and no places in a text.
#[cfg(feature = "full")]
mod context;
#[cfg(feature = "full")]
mod function;
mod range;
mod show;

use crate::number::Number;
use crate::temporal::{Date, DaysDuration, YearsDuration};
#[cfg(feature = "full")]
use crate::temporal::{DateTime, Time};
#[cfg(feature = "full")]
use crate::types::Type;
use std::rc::Rc;

#[cfg(feature = "full")]
pub use context::Context;
#[cfg(feature = "full")]
pub use function::{Closure, Function};
pub use range::{Form, Range};

/// A FEEL value (DMN 1.5, 10.3.2), and beside them [`Value::Unknown`]. Cloning is cheap.
///
/// `==` is identity of representation, used by tests and wherever two results must be *the
/// same*; FEEL's own `=`, which knows null and unknown, is an operator of the language.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`: there is no value, or the operation failed (10.3.2.2). A definite value.
    Null,
    /// Not known yet: the question is not answered. It propagates wherever the result depends on it.
    Unknown,
    /// `true` or `false`.
    Boolean(bool),
    /// An exact decimal.
    Number(Number),
    /// Text.
    String(Rc<str>),
    /// A day.
    Date(Date),
    /// A time of day.
    #[cfg(feature = "full")]
    Time(Time),
    /// A day and a time of day.
    #[cfg(feature = "full")]
    DateTime(Rc<DateTime>),
    /// Days, hours, minutes, seconds.
    DaysDuration(DaysDuration),
    /// Years and months.
    YearsDuration(YearsDuration),
    /// A list; single items may be unknown.
    List(Rc<[Value]>),
    /// Named entries; single entries may be unknown.
    #[cfg(feature = "full")]
    Context(Context),
    /// A range, or a comparison such as `< 10` used as a value.
    Range(Rc<Range>),
    /// A built-in or a user's function.
    #[cfg(feature = "full")]
    Function(Function),
}

impl Value {
    /// A string.
    #[must_use]
    pub fn string(text: &str) -> Value {
        Value::String(text.into())
    }

    /// A list of the given items.
    #[must_use]
    pub fn list(items: Vec<Value>) -> Value {
        Value::List(items.into())
    }

    /// The value of an `@"…"` literal: a date, time, date and time or duration; the forms exclude
    /// each other.
    #[cfg(feature = "full")]
    #[must_use]
    pub fn temporal(text: &str) -> Option<Value> {
        let date = || text.parse::<Date>().map(Value::from);
        let time = || text.parse::<Time>().map(Value::from);
        let moment = || text.parse::<DateTime>().map(Value::from);
        let days = || text.parse::<DaysDuration>().map(Value::from);
        let years = || text.parse::<YearsDuration>().map(Value::from);
        date().or_else(|_| time()).or_else(|_| moment()).or_else(|_| days()).or_else(|_| years()).ok()
    }

    /// The value where `ty` is wanted (10.3.2.9.4): itself if it conforms, the only item of a list, a
    /// value as a list of one, else null.
    #[cfg(feature = "full")]
    #[must_use]
    pub fn fit(&self, ty: &Type) -> Value {
        crate::ops::coerce(self, ty)
    }

    /// Whether the value is [`Value::Unknown`] itself.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        matches!(self, Value::Unknown)
    }

    /// Whether the value is unknown or anything inside it is.
    #[must_use]
    pub fn has_unknown(&self) -> bool {
        match self {
            Value::Unknown => true,
            Value::List(items) => items.iter().any(Value::has_unknown),
            #[cfg(feature = "full")]
            Value::Context(context) => context.iter().any(|(_, value)| value.has_unknown()),
            Value::Range(range) => range.bounds().any(Value::has_unknown),
            #[cfg(feature = "full")]
            Value::Function(function) => function.captures_unknown(),
            _ => false,
        }
    }

    /// The most exact type of the value; unknown has the type `Any`.
    #[cfg(feature = "full")]
    #[must_use]
    pub fn ty(&self) -> Type {
        match self {
            Value::Null => Type::Null,
            Value::Unknown => Type::Any,
            Value::Boolean(_) => Type::Boolean,
            Value::Number(_) => Type::Number,
            Value::String(_) => Type::String,
            Value::Date(_) => Type::Date,
            Value::Time(_) => Type::Time,
            Value::DateTime(_) => Type::DateTime,
            Value::DaysDuration(_) => Type::DaysDuration,
            Value::YearsDuration(_) => Type::YearsDuration,
            Value::List(items) => Type::list(Type::join(items.iter().map(Value::ty))),
            Value::Context(context) => {
                Type::Context(context.iter().map(|(name, value)| (name.into(), value.ty())).collect())
            }
            Value::Range(range) => Type::Range(Rc::new(Type::join(range.bounds().map(Value::ty)))),
            Value::Function(function) => function.ty(),
        }
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Value {
        Value::Boolean(value)
    }
}

impl From<Number> for Value {
    fn from(value: Number) -> Value {
        Value::Number(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Value {
        Value::Number(value.into())
    }
}

/// No result is FEEL's null (10.3.2.2).
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, Into::into)
    }
}

impl From<Date> for Value {
    fn from(value: Date) -> Value {
        Value::Date(value)
    }
}

#[cfg(feature = "full")]
impl From<Time> for Value {
    fn from(value: Time) -> Value {
        Value::Time(value)
    }
}

#[cfg(feature = "full")]
impl From<DateTime> for Value {
    fn from(value: DateTime) -> Value {
        Value::DateTime(Rc::new(value))
    }
}

impl From<DaysDuration> for Value {
    fn from(value: DaysDuration) -> Value {
        Value::DaysDuration(value)
    }
}

impl From<YearsDuration> for Value {
    fn from(value: YearsDuration) -> Value {
        Value::YearsDuration(value)
    }
}
