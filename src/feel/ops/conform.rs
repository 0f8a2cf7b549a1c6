//! Whether a value is of a type, and making it so (10.3.2.9.2 – 10.3.2.9.4).
use super::Verdict;
use crate::types::Type;
use crate::value::{Function, Value};

/// `value instance of ty`: null is an instance of `Null` only.
pub(crate) fn conforms(value: &Value, ty: &Type) -> Value {
    let yes = match (value, ty) {
        (Value::Unknown, _) => return Value::Unknown,
        (Value::Null, ty) => *ty == Type::Null,
        (_, Type::Any) => true,
        (Value::String(text), Type::Choice(options)) => options.iter().any(|option| **option == **text),
        (Value::List(items), Type::List(item)) => {
            // Null is of every type but `Null` itself is of no other (10.3.2.9.2).
            let one = |value: &Value| match value {
                Value::Null => true.into(),
                value => conforms(value, item),
            };
            return Verdict::on(false, items.iter().map(one));
        }
        (Value::Context(context), Type::Context(entries)) => {
            let entry = |(name, ty): &(Box<str>, Type)| match context.get(name) {
                Some(Value::Null) => true.into(),
                Some(value) => conforms(value, ty),
                None => false.into(),
            };
            return Verdict::on(false, entries.iter().map(entry));
        }
        (Value::Range(range), Type::Range(item)) => {
            return Verdict::on(false, range.bounds().map(|value| conforms(value, item)));
        }
        (Value::Function(function), Type::Function(..)) => function_conforms(function, ty),
        (_, Type::List(_) | Type::Context(_) | Type::Range(_)) => false,
        _ => value.ty() == *ty,
    };
    Value::Boolean(yes)
}

/// A function fits a type whose parameters it accepts and whose result it gives.
fn function_conforms(function: &Function, wanted: &Type) -> bool {
    match (function.ty(), wanted) {
        // What a body gives is not always known, and then taken to fit.
        (Type::Function(own, result), Type::Function(params, wanted)) => {
            own.len() == params.len()
                && own.iter().zip(params.iter()).all(|(own, param)| param.conforms(own))
                && (*result == Type::Any || result.conforms(wanted))
        }
        _ => false,
    }
}

/// A value where `ty` is wanted: itself if it conforms, a list's only item, a value as a list of
/// one, else null.
pub(crate) fn coerce(value: &Value, ty: &Type) -> Value {
    let fits =
        |value: &Value, ty: &Type| *value == Value::Null || conforms(value, ty) == Value::Boolean(true);
    if *ty == Type::Any || fits(value, ty) {
        return value.clone();
    }
    if value.has_unknown() {
        return Value::Unknown;
    }
    match (value, ty) {
        (Value::List(items), _) if matches!(&**items, [item] if fits(item, ty)) => {
            items.first().cloned().unwrap_or(Value::Null)
        }
        (_, Type::List(item)) if fits(value, item) => Value::list(vec![value.clone()]),
        (Value::Date(date), Type::DateTime) => {
            let midnight = crate::temporal::Time::from_nanoseconds(0, crate::temporal::Zone::Offset(0));
            crate::temporal::DateTime { date: *date, time: midnight }.into()
        }
        _ => Value::Null,
    }
}
