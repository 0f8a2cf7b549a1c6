//! Types (DMN 1.5, 10.3.2.9), and [`Type::Choice`]: a string out of a list of options.
use std::fmt;
use std::rc::Rc;

/// The type of a variable or an expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// Anything; nothing is checked.
    Any,
    /// Only `null`.
    Null,
    /// `boolean`
    Boolean,
    /// `number`
    Number,
    /// `string`
    String,
    /// A string out of these: comparing with any other is an author's mistake, and is reported.
    Choice(Rc<[Box<str>]>),
    /// `date`
    Date,
    /// `time`
    Time,
    /// `date and time`
    DateTime,
    /// `days and time duration`
    DaysDuration,
    /// `years and months duration`
    YearsDuration,
    /// `list<…>`
    List(Rc<Type>),
    /// `context<…>`; without entries, any context.
    Context(Rc<[(Box<str>, Type)]>),
    /// `range<…>`
    Range(Rc<Type>),
    /// `function<…>->…`: parameters and result.
    Function(Rc<[Type]>, Rc<Type>),
}

impl Type {
    /// A list of `item`.
    #[must_use]
    pub fn list(item: Type) -> Type {
        Type::List(Rc::new(item))
    }

    /// A string out of `options`.
    #[must_use]
    pub fn choice<'a>(options: impl IntoIterator<Item = &'a str>) -> Type {
        Type::Choice(options.into_iter().map(Box::from).collect())
    }

    /// The options of a choice, or of a list of choices.
    #[cfg(feature = "full")]
    pub(crate) fn options(&self) -> &[Box<str>] {
        match self {
            Type::Choice(options) => options,
            Type::List(item) => item.options(),
            _ => &[],
        }
    }

    /// The type of one entry of a context type.
    #[must_use]
    pub fn entry(&self, name: &str) -> Option<&Type> {
        match self {
            Type::Context(entries) => entries.iter().find(|(key, _)| &**key == name).map(|(_, ty)| ty),
            _ => None,
        }
    }

    /// The simplest type that holds all of these: their common type, else `Any`. Null fits all.
    #[must_use]
    pub fn join(types: impl IntoIterator<Item = Type>) -> Type {
        let mut joined = Type::Null;
        for ty in types {
            joined = match (joined, ty) {
                (Type::Null, ty) => ty,
                (joined, Type::Null) => joined,
                (joined, ty) if joined == ty => joined,
                (Type::Choice(_), Type::Choice(_) | Type::String) | (Type::String, Type::Choice(_)) => {
                    Type::String
                }
                (Type::List(a), Type::List(b)) => {
                    Type::list(Type::join([a.as_ref().clone(), b.as_ref().clone()]))
                }
                _ => return Type::Any,
            };
        }
        if joined == Type::Null { Type::Any } else { joined }
    }

    /// Whether a value of this type can be used where `wanted` is: false only if it never can.
    #[must_use]
    pub fn fits(&self, wanted: &Type) -> bool {
        match (self, wanted) {
            (Type::Any | Type::Null, _) | (_, Type::Any) => true,
            (Type::String | Type::Choice(_), Type::String | Type::Choice(_)) => true,
            (Type::List(a), Type::List(b)) | (Type::Range(a), Type::Range(b)) => a.fits(b),
            (Type::Context(own), Type::Context(wanted)) => wanted
                .iter()
                .all(|(name, ty)| own.is_empty() || own.iter().any(|(key, own)| key == name && own.fits(ty))),
            (Type::Function(..), Type::Function(..)) => true,
            _ => self == wanted,
        }
    }
}

#[cfg(feature = "full")]
impl Type {
    /// Whether every value of this type is one of `wanted` (10.3.2.9.2).
    pub(crate) fn conforms(&self, wanted: &Type) -> bool {
        match (self, wanted) {
            (_, Type::Any) | (Type::Null, _) => true,
            (Type::Choice(_), Type::String) => true,
            (Type::List(a), Type::List(b)) | (Type::Range(a), Type::Range(b)) => a.conforms(b),
            (Type::Context(own), Type::Context(wanted)) => wanted
                .iter()
                .all(|(name, ty)| own.iter().any(|(known, own)| known == name && own.conforms(ty))),
            (Type::Function(own, result), Type::Function(params, wanted)) => {
                own.len() == params.len()
                    && params.iter().zip(own.iter()).all(|(param, own)| param.conforms(own))
                    && result.conforms(wanted)
            }
            _ => self == wanted,
        }
    }
}

impl fmt::Display for Type {
    /// FEEL's name of the type; a choice is a `string`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Type::Any => "Any",
            Type::Null => "Null",
            Type::Boolean => "boolean",
            Type::Number => "number",
            Type::String | Type::Choice(_) => "string",
            Type::Date => "date",
            Type::Time => "time",
            Type::DateTime => "date and time",
            Type::DaysDuration => "days and time duration",
            Type::YearsDuration => "years and months duration",
            Type::List(item) => return write!(f, "list<{item}>"),
            Type::Range(item) => return write!(f, "range<{item}>"),
            Type::Context(entries) if entries.is_empty() => "context",
            Type::Context(entries) => {
                let entries: Vec<String> = entries.iter().map(|(name, ty)| format!("{name}: {ty}")).collect();
                return write!(f, "context<{}>", entries.join(", "));
            }
            Type::Function(params, result) => {
                let params: Vec<String> = params.iter().map(Type::to_string).collect();
                return write!(f, "function<{}>->{result}", params.join(", "));
            }
        })
    }
}
