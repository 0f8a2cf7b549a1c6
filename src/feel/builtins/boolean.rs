//! Boolean functions (10.3.4.2, 10.3.4.9).
use super::table::{Run, table};
use crate::ops;
use crate::value::Value;

table! {
    "not"("negand": Any Required) -> Boolean, All, Run::Plain(|a| ops::not(first(a))),
        "the opposite of a truth value", "not(true) = false";
    "is"("value1": Any Required, "value2": Any Required) -> Boolean, Nothing, Run::Plain(is),
        "whether two values are the same and of the same type", "is(@\"2026-01-01\", \"2026-01-01\") = false";
}

/// The first argument.
pub(super) fn first(arguments: &[Value]) -> &Value {
    arguments.first().unwrap_or(&Value::Null)
}

/// Identity in the domain of values: `23:00:50Z` and `23:00:50+00:00` are one, a zone and none are not.
fn is(arguments: &[Value]) -> Value {
    match arguments {
        [a, b] => Value::Boolean(a == b),
        _ => Value::Null,
    }
}
