//! Text functions (10.3.4.3). Positions and lengths count characters, not bytes.
use crate::builtins::table::{Run, table};
use crate::run::Machine;
use crate::value::Value;
use std::rc::Rc;

table! {
    "substring"("string": String Required, "start position": Number Required, "length": Number Optional) -> String,
        Nothing, Run::Plain(substring), "part of a text, from a position counted from 1, or from the end if negative",
        "substring(\"foobar\", 3, 2) = \"ob\"";
    "string length"("string": String Required) -> Number, Nothing, Run::Plain(|a| with(a, |s, _| count(s).into())),
        "how many characters a text has", "string length(\"嘉峪关\") = 3";
    "substring before"("string": String Required, "match": String Required) -> String, Nothing,
        Run::Plain(|a| with(a, |s, m| Value::string(s.split_once(m).map_or("", |(before, _)| before)))),
        "what stands before the first occurrence", "substring before(\"foobar\", \"bar\") = \"foo\"";
    "substring after"("string": String Required, "match": String Required) -> String, Nothing,
        Run::Plain(|a| with(a, |s, m| Value::string(s.split_once(m).map_or("", |(_, after)| after)))),
        "what stands after the first occurrence", "substring after(\"foobar\", \"ob\") = \"ar\"";
    "contains"("string": String Required, "match": String Required) -> Boolean, Nothing,
        Run::Plain(|a| with(a, |s, m| s.contains(m).into())),
        "whether a text contains another", "contains(\"foobar\", \"ob\") = true";
    "starts with"("string": String Required, "match": String Required) -> Boolean, Nothing,
        Run::Plain(|a| with(a, |s, m| s.starts_with(m).into())),
        "whether a text starts with another", "starts with(\"foobar\", \"fo\") = true";
    "ends with"("string": String Required, "match": String Required) -> Boolean, Nothing,
        Run::Plain(|a| with(a, |s, m| s.ends_with(m).into())),
        "whether a text ends with another", "ends with(\"foobar\", \"r\") = true";
    "string join"("list": Strings Required, "delimiter": String Optional) -> String, Nothing, Run::Machine(join),
        "the texts of a list as one text; nulls are left out", "string join([\"a\", \"b\"], \"-\") = \"a-b\"";
}

/// Calls with the first text and the second, which is empty where there is none.
fn with(arguments: &[Value], run: impl Fn(&str, &str) -> Value) -> Value {
    match arguments {
        [Value::String(text)] => run(text, ""),
        [Value::String(text), Value::String(other)] => run(text, other),
        _ => Value::Null,
    }
}

fn count(text: &str) -> i64 {
    i64::try_from(text.chars().count()).unwrap_or(i64::MAX)
}

fn substring(arguments: &[Value]) -> Value {
    let [Value::String(text), Value::Number(start), length] = arguments else { return Value::Null };
    let part = || {
        // Start and length lie within the text (table 74, note 1).
        let (start, size) = (start.to_i64()?, count(text));
        let skip = if start > 0 { start - 1 } else { size.checked_add(start)? };
        let left = size - skip;
        let take = match length {
            Value::Number(length) => length.to_i64()?,
            _ => left,
        };
        if start == 0 || skip < 0 || !(1..=left).contains(&take) {
            return None;
        }
        let (skip, take) = (usize::try_from(skip).ok()?, usize::try_from(take).ok()?);
        Some(Value::String(text.chars().skip(skip).take(take).collect::<String>().into()))
    };
    part().into()
}

fn join(machine: &mut Machine<'_>, arguments: &[Value]) -> Value {
    let [Value::List(items), delimiter] = arguments else { return Value::Null };
    let texts: Vec<&str> = items
        .iter()
        .filter_map(|item| match item {
            Value::String(text) => Some(&**text),
            _ => None,
        })
        .collect();
    let delimiter: Rc<str> = match delimiter {
        Value::String(delimiter) => delimiter.clone(),
        _ => "".into(),
    };
    // The delimiter is as long as it likes, and comes as often as there are items.
    if !machine.spend(delimiter.len().saturating_mul(texts.len())) {
        return Value::Null;
    }
    Value::String(texts.join(&delimiter).into())
}
