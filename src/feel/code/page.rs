//! What the page lacks: forms of code that only the whole language has. The checker asks for every
//! form as it makes it, so that a complaint has its place.
use super::Code;
use crate::builtins;
use crate::operator::Arithmetic;
use crate::value::Value;

/// Properties of times, which the page has not.
const TIME: [&str; 8] =
    ["hour", "minute", "second", "time offset", "timezone", "hours", "minutes", "seconds"];

/// What the page lacks to run this form, by name; its parts are not looked at.
pub(crate) fn lacking(code: &Code) -> Option<&str> {
    match code {
        Code::Value(value) | Code::Against(_, _, value) => beyond(value),
        Code::Context(_) => Some("{…}"),
        Code::Function(_) => Some("function"),
        Code::InstanceOf(..) => Some("instance of"),
        Code::For { .. } => Some("for"),
        Code::Arithmetic(Arithmetic::Power, _) => Some("**"),
        Code::Call { .. } | Code::ItemEntry(..) => Some("…(…)"),
        Code::Entry(_, name) => TIME.contains(&&**name).then_some(name),
        Code::Builtin(row, _) => builtins::is_extra(row).then_some(row.name),
        _ => None,
    }
}

/// The type of a constant that the page cannot hold.
fn beyond(value: &Value) -> Option<&'static str> {
    match value {
        Value::Time(_) => Some("time"),
        Value::DateTime(_) => Some("date and time"),
        Value::Context(_) => Some("{…}"),
        Value::Function(_) => Some("function"),
        // Nanoseconds in an i64, as the code's text form has them, reach 292 years.
        Value::DaysDuration(duration) if i64::try_from(duration.nanoseconds()).is_err() => Some("duration"),
        Value::List(items) => items.iter().find_map(beyond),
        Value::Range(range) => range.bounds().find_map(beyond),
        _ => None,
    }
}
