//! FEEL's `=` (10.3.2.2.3, table 42): null for values of different kinds.
use super::Verdict;
#[cfg(feature = "full")]
use super::order;
#[cfg(feature = "full")]
use crate::value::Context;
use crate::value::{Range, Value};
#[cfg(feature = "full")]
use std::cmp::Ordering;

/// `a = b`
pub(crate) fn equal(a: &Value, b: &Value) -> Value {
    let equals = match (a, b) {
        (Value::Unknown, _) | (_, Value::Unknown) => return Value::Unknown,
        (Value::Null, Value::Null) => true,
        (Value::Null, _) | (_, Value::Null) => false,
        (Value::Boolean(a), Value::Boolean(b)) => a == b,
        (Value::Number(a), Value::Number(b)) => a == b,
        (Value::String(a), Value::String(b)) => a == b,
        (Value::Date(a), Value::Date(b)) => a == b,
        (Value::DaysDuration(a), Value::DaysDuration(b)) => a == b,
        (Value::YearsDuration(a), Value::YearsDuration(b)) => a == b,
        // Times of zones that cannot be compared differ, and so do one with a zone and one without.
        #[cfg(feature = "full")]
        (Value::Time(x), Value::Time(y)) => {
            x.is_local() == y.is_local() && order(a, b) == Some(Ordering::Equal)
        }
        #[cfg(feature = "full")]
        (Value::DateTime(x), Value::DateTime(y)) => {
            x.time.is_local() == y.time.is_local() && order(a, b) == Some(Ordering::Equal)
        }
        (Value::List(a), Value::List(b)) => return equal_lists(a, b),
        #[cfg(feature = "full")]
        (Value::Context(a), Value::Context(b)) => return equal_contexts(a, b),
        (Value::Range(a), Value::Range(b)) => return equal_ranges(a, b),
        #[cfg(feature = "full")]
        (Value::Function(x), Value::Function(y)) => {
            // What they saw may turn out to differ.
            if a.has_unknown() || b.has_unknown() {
                return Value::Unknown;
            }
            x == y
        }
        _ => return Value::Null,
    };
    Value::Boolean(equals)
}

fn equal_lists(a: &[Value], b: &[Value]) -> Value {
    if a.len() != b.len() {
        return Value::Boolean(false);
    }
    Verdict::on(false, a.iter().zip(b).map(|(a, b)| equal(a, b)))
}

#[cfg(feature = "full")]
fn equal_contexts(a: &Context, b: &Context) -> Value {
    if a.len() != b.len() || a.iter().any(|(name, _)| b.get(name).is_none()) {
        return Value::Boolean(false);
    }
    Verdict::on(false, a.iter().map(|(name, value)| equal(value, b.get(name).unwrap_or(&Value::Null))))
}

fn equal_ranges(a: &Range, b: &Range) -> Value {
    let same_ends = a.start_included == b.start_included && a.end_included == b.end_included;
    if a.form != b.form
        || !same_ends
        || a.start.is_some() != b.start.is_some()
        || a.end.is_some() != b.end.is_some()
    {
        return Value::Boolean(false);
    }
    Verdict::on(false, a.bounds().zip(b.bounds()).map(|(a, b)| equal(a, b)))
}
