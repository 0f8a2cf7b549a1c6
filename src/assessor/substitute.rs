//! A rule with the answers in it: every question's name replaced by its value.

use feel::Value;

use crate::compile::DAYS;
use crate::facts::Facts;
use crate::rulebook::Rulebook;

/// The text of a checked condition with values in place of names; `?` where nothing is known.
pub(crate) fn substitute(rulebook: &Rulebook, facts: &Facts, text: &str) -> String {
    let mut written = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if first == '"' {
            quoted(rest)
        } else if is_letter(first) {
            rest.find(|c| !is_letter(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (token, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        match value(rulebook, facts, token) {
            Some(value) => written += &shown(value),
            None => written += token,
        }
        rest = after;
    }
    written
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// How many bytes the text in quotes has at whose start one stands.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            _ => escaped = c == '\\' && !escaped,
        }
    }
    text.len()
}

fn value<'f>(rulebook: &Rulebook, facts: &'f Facts, name: &str) -> Option<&'f Value> {
    if let Some(place) = DAYS.iter().position(|day| *day == name) {
        return facts.env.get(place);
    }
    let number = rulebook.numbered().position(|(.., question)| question.name == name)?;
    Some(facts.value(number))
}

/// A value as FEEL writes it.
fn shown(value: &Value) -> String {
    match value {
        Value::String(_) => {
            let list = Value::list(vec![value.clone()]).to_string();
            list.trim_start_matches('[').trim_end_matches(']').into()
        }
        Value::Date(day) => format!("@\"{day}\""),
        value => value.to_string(),
    }
}
