//! What a parameter takes: types as the table can write them down.
#[cfg(feature = "full")]
use crate::types::Type;
use crate::value::Value;
#[cfg(feature = "full")]
use std::rc::Rc;

/// A set of types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(feature = "full"), expect(dead_code, reason = "only other families use some"))]
pub(crate) enum Kind {
    /// Anything, null too.
    Any,
    Boolean,
    Number,
    String,
    Date,
    Time,
    DateTime,
    Days,
    Years,
    /// A date or a date and time.
    Day,
    /// What a date, a time or a duration can be made of: a text among others.
    #[cfg_attr(not(feature = "full"), expect(dead_code, reason = "only the extra families use it"))]
    ToDate,
    #[cfg_attr(not(feature = "full"), expect(dead_code, reason = "only the extra families use it"))]
    ToTime,
    #[cfg_attr(not(feature = "full"), expect(dead_code, reason = "only the extra families use it"))]
    ToDuration,
    /// Either duration.
    Duration,
    /// A number or a duration.
    Quantity,
    List,
    Numbers,
    Strings,
    Context,
    Contexts,
    Range,
    Function,
    /// A result of the type of the first argument.
    First,
    /// A result of the type of the items of the first argument.
    Item,
}

impl Kind {
    /// Whether a value is of this kind; an unknown item may still turn out to be.
    pub fn holds(self, value: &Value) -> bool {
        let items = |test: fn(&Value) -> bool| match value {
            Value::List(items) => items.iter().all(|item| item.is_unknown() || test(item)),
            _ => false,
        };
        match (self, value) {
            (_, Value::Unknown) | (Kind::Any | Kind::First | Kind::Item, _) => true,
            (Kind::List, Value::List(_)) => true,
            (Kind::Numbers, _) => items(|item| matches!(item, Value::Number(_))),
            (Kind::Strings, _) => items(|item| matches!(item, Value::String(_) | Value::Null)),
            #[cfg(feature = "full")]
            (Kind::Contexts, _) => items(|item| matches!(item, Value::Context(_))),
            (Kind::List, _) => false,
            _ => self.types().iter().any(|kind| kind.is(value)),
        }
    }

    /// Whether a value is of this one type.
    fn is(self, value: &Value) -> bool {
        match (self, value) {
            (Kind::Boolean, Value::Boolean(_))
            | (Kind::Number, Value::Number(_))
            | (Kind::String, Value::String(_))
            | (Kind::Date, Value::Date(_))
            | (Kind::Days, Value::DaysDuration(_))
            | (Kind::Years, Value::YearsDuration(_))
            | (Kind::Range, Value::Range(_)) => true,
            #[cfg(feature = "full")]
            (Kind::Time, Value::Time(_))
            | (Kind::DateTime, Value::DateTime(_))
            | (Kind::Context, Value::Context(_))
            | (Kind::Function, Value::Function(_)) => true,
            _ => false,
        }
    }

    /// The single types it is made of.
    fn types(self) -> &'static [Kind] {
        match self {
            Kind::Day => &[Kind::Date, Kind::DateTime],
            Kind::ToDate => &[Kind::String, Kind::Date, Kind::DateTime],
            Kind::ToTime => &[Kind::String, Kind::Time, Kind::DateTime, Kind::Date],
            Kind::ToDuration => &[Kind::String, Kind::Days, Kind::Years],
            Kind::Duration => &[Kind::Days, Kind::Years],
            Kind::Quantity => &[Kind::Number, Kind::Days, Kind::Years],
            Kind::Boolean => &[Kind::Boolean],
            Kind::Number => &[Kind::Number],
            Kind::String => &[Kind::String],
            Kind::Date => &[Kind::Date],
            Kind::Time => &[Kind::Time],
            Kind::DateTime => &[Kind::DateTime],
            Kind::Days => &[Kind::Days],
            Kind::Years => &[Kind::Years],
            Kind::Context => &[Kind::Context],
            Kind::Range => &[Kind::Range],
            Kind::Function => &[Kind::Function],
            _ => &[],
        }
    }

    #[cfg(feature = "full")]
    /// The type, where it is one; else `Any`.
    pub fn ty(self) -> Type {
        match self {
            Kind::Boolean => Type::Boolean,
            Kind::Number => Type::Number,
            Kind::String => Type::String,
            Kind::Date => Type::Date,
            Kind::Time => Type::Time,
            Kind::DateTime => Type::DateTime,
            Kind::Days => Type::DaysDuration,
            Kind::Years => Type::YearsDuration,
            Kind::List => Type::list(Type::Any),
            Kind::Numbers => Type::list(Type::Number),
            Kind::Strings => Type::list(Type::String),
            Kind::Context => Type::Context(Rc::new([])),
            Kind::Contexts => Type::list(Type::Context(Rc::new([]))),
            Kind::Range => Type::Range(Rc::new(Type::Any)),
            Kind::Any
            | Kind::Day
            | Kind::ToDate
            | Kind::ToTime
            | Kind::ToDuration
            | Kind::Duration
            | Kind::Quantity
            | Kind::Function
            | Kind::First
            | Kind::Item => Type::Any,
        }
    }

    #[cfg(feature = "full")]
    /// Whether an argument of that type can ever fit, lists of one included.
    pub fn allows(self, ty: &Type) -> bool {
        let single = |ty: &Type| match self {
            Kind::Function => matches!(ty, Type::Any | Type::Null | Type::Function(..)),
            _ if self.ty() == Type::Any => {
                self.types().is_empty() || self.types().iter().any(|kind| ty.fits(&kind.ty()))
            }
            _ => ty.fits(&self.ty()),
        };
        single(ty) || single(&Type::list(ty.clone())) || matches!(ty, Type::List(item) if single(item))
    }

    #[cfg(feature = "full")]
    /// The types it takes, for messages.
    pub fn accepted(self) -> Vec<Type> {
        match self {
            Kind::Function => vec![Type::Function(Rc::new([]), Rc::new(Type::Any))],
            _ if self.types().is_empty() => vec![self.ty()],
            _ => self.types().iter().map(|kind| kind.ty()).collect(),
        }
    }
}
