//! Boolean functions (10.3.4.2).
use super::table::{Run, table};
use crate::ops;
use crate::value::Value;

table! {
    "not"("negand": Any Required) -> Boolean, All, Run::Plain(|a| ops::not(first(a))),
        "the opposite of a truth value", "not(true) = false";
}

/// The first argument.
pub(super) fn first(arguments: &[Value]) -> &Value {
    arguments.first().unwrap_or(&Value::Null)
}
