//! Values as FEEL text: what `string()` gives, and what reads back as the same value.
use super::{Form, Range, Value};
#[cfg(feature = "full")]
use crate::name::is_name_char;
use std::fmt;

impl fmt::Display for Value {
    /// The value as `string()` shows it (10.3.4.1): a bare string has no quotes, one inside a
    /// list or context has. Unknown shows as `?`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::String(text) => f.write_str(text),
            _ => nested(self, f),
        }
    }
}

fn nested(value: &Value, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match value {
        Value::Null => f.write_str("null"),
        Value::Unknown => f.write_str("?"),
        Value::Boolean(value) => write!(f, "{value}"),
        Value::Number(number) => write!(f, "{number}"),
        Value::String(text) => quote(text, f),
        Value::Date(date) => write!(f, "{date}"),
        #[cfg(feature = "full")]
        Value::Time(time) => write!(f, "{time}"),
        #[cfg(feature = "full")]
        Value::DateTime(moment) => write!(f, "{moment}"),
        Value::DaysDuration(duration) => write!(f, "{duration}"),
        Value::YearsDuration(duration) => write!(f, "{duration}"),
        Value::List(items) => {
            f.write_str("[")?;
            for (index, item) in items.iter().enumerate() {
                f.write_str(if index == 0 { "" } else { ", " })?;
                nested(item, f)?;
            }
            f.write_str("]")
        }
        #[cfg(feature = "full")]
        Value::Context(context) => {
            f.write_str("{")?;
            for (index, (name, item)) in context.iter().enumerate() {
                f.write_str(if index == 0 { "" } else { ", " })?;
                let plain = !name.is_empty() && name.chars().all(|c| c == ' ' || is_name_char(c));
                if plain {
                    f.write_str(name)?
                } else {
                    quote(name, f)?
                }
                f.write_str(": ")?;
                nested(item, f)?;
            }
            f.write_str("}")
        }
        Value::Range(range) => show_range(range, f),
        #[cfg(feature = "full")]
        Value::Function(_) => f.write_str("function"),
    }
}

fn show_range(range: &Range, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match (&range.start, &range.end) {
        (Some(value), _) if range.form == Form::Except => {
            f.write_str("!=")?;
            nested(value, f)
        }
        (Some(value), Some(_)) if range.form == Form::Test => {
            f.write_str("=")?;
            nested(value, f)
        }
        (Some(start), Some(end)) => {
            f.write_str(if range.start_included { "[" } else { "(" })?;
            nested(start, f)?;
            f.write_str("..")?;
            nested(end, f)?;
            f.write_str(if range.end_included { "]" } else { ")" })
        }
        (Some(start), None) => {
            f.write_str(if range.start_included { ">=" } else { ">" })?;
            nested(start, f)
        }
        (None, Some(end)) => {
            f.write_str(if range.end_included { "<=" } else { "<" })?;
            nested(end, f)
        }
        (None, None) => f.write_str("(null..null)"),
    }
}

fn quote(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("\"")?;
    for c in text.chars() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            _ => write!(f, "{c}")?,
        }
    }
    f.write_str("\"")
}
