//! Range functions (10.3.4.7, 10.3.4.9).
use crate::builtins::table::{Run, table};
use crate::value::Value;
use crate::{ops, run};

table! {
    "range"("from": String Required) -> Range, Nothing, Run::Plain(range),
        "a range from a text", "3 in range(\"[1..5]\")";
}

/// Reads `[1..5)`: the bounds are literals and in order.
fn range(arguments: &[Value]) -> Value {
    let [Value::String(text)] = arguments else { return Value::Null };
    let parsed = || {
        let inner = text.strip_prefix(['[', '(', ']'])?.strip_suffix([']', ')', '['])?;
        let (start, end) = inner.split_once("..")?;
        let (start, end) = (bound(start.trim())?, bound(end.trim())?);
        let ordered = ops::order(&start, &end)?.is_le();
        ordered.then(|| run::range(start, end, text.starts_with('['), text.ends_with(']')))
    };
    parsed().unwrap_or(Value::Null)
}

/// A number, a string, an `@` literal, or a conversion of a string.
fn bound(text: &str) -> Option<Value> {
    for start in ["@\"", "date(\"", "time(\"", "date and time(\"", "duration(\""] {
        if let Some(rest) = text.strip_prefix(start) {
            return Value::temporal(rest.trim_end_matches(')').strip_suffix('"')?);
        }
    }
    match text.strip_prefix('"') {
        Some(quoted) => Some(Value::string(quoted.strip_suffix('"')?)),
        None => text.parse().ok().map(Value::Number),
    }
}
