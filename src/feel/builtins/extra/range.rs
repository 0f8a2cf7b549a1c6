//! Range functions (10.3.4.7, 10.3.4.9).
use crate::builtins::table::{Run, table};
use crate::run;
use crate::value::Value;

table! {
    "range"("from": String Required) -> Range, Nothing, Run::Plain(range),
        "a range from a text", "3 in range(\"[1..5]\")";
}

/// Reads `[1..5)`: the bounds are literals.
fn range(arguments: &[Value]) -> Value {
    let [Value::String(text)] = arguments else { return Value::Null };
    let parsed = || {
        let start_included = text.starts_with('[');
        let end_included = text.ends_with(']');
        let inner = text.strip_prefix(['[', '(', ']'])?.strip_suffix([']', ')', '['])?;
        let (start, end) = inner.split_once("..")?;
        let (start, end) = (bound(start.trim())?, bound(end.trim())?);
        Some(run::range(start, end, start_included, end_included))
    };
    parsed().unwrap_or(Value::Null)
}

/// A number, a string or an `@` literal.
fn bound(text: &str) -> Option<Value> {
    if let Some(quoted) = text.strip_prefix("@\"") {
        return Value::temporal(quoted.strip_suffix('"')?);
    }
    match text.strip_prefix('"') {
        Some(quoted) => Some(Value::string(quoted.strip_suffix('"')?)),
        None => text.parse().ok().map(Value::Number),
    }
}
