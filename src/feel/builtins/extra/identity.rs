//! Identity (10.3.4.9).
use crate::builtins::table::{Run, table};
use crate::value::Value;

table! {
    "is"("value1": Any Required, "value2": Any Required) -> Boolean, Nothing, Run::Plain(is),
        "whether two values are the same and of the same type", "is(@\"2026-01-01\", \"2026-01-01\") = false";
}

/// Identity in the domain of values: `23:00:50Z` and `23:00:50+00:00` are one, a zone and none are not.
fn is(arguments: &[Value]) -> Value {
    match arguments {
        [a, b] => Value::Boolean(a == b),
        _ => Value::Null,
    }
}
