//! A rule with the answers in it: the name of every question and decision replaced by its value.

use feel::Value;
use serde::Serialize;

use crate::compile::DAYS;
use crate::facts::Facts;
use crate::rulebook::Rulebook;

/// A decision that a rule names, and what it comes to under the answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Decided {
    /// Its name in FEEL texts.
    pub name: String,
    /// What it is, in the officers' words.
    pub note: String,
    /// Its value as FEEL writes it; `?` where the answers do not tell.
    pub value: String,
}

/// A text with values in place of names, and the decisions among the names.
pub(crate) struct Substituted {
    pub text: String,
    /// In the order in which the text names them, each once.
    pub decisions: Vec<Decided>,
}

/// The text of a checked condition with values in place of names; `?` where nothing is known.
pub(crate) fn substitute(rulebook: &Rulebook, facts: &Facts, text: &str) -> Substituted {
    let mut written = String::new();
    let mut decisions: Vec<Decided> = Vec::new();
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
        match (value(rulebook, facts, token), decided(rulebook, facts, token)) {
            (Some(value), _) => written += &shown(value),
            (None, Some(decided)) => {
                written += &decided.value;
                if !decisions.contains(&decided) {
                    decisions.push(decided);
                }
            }
            (None, None) => written += token,
        }
        rest = after;
    }
    Substituted { text: written, decisions }
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

fn decided(rulebook: &Rulebook, facts: &Facts, name: &str) -> Option<Decided> {
    rulebook.decisions().iter().find_map(|(section, number, logic)| {
        let decision = rulebook.definition().sections.get(*section)?.decisions.get(*number)?;
        let value = || shown(&logic.program().eval(&facts.env));
        (decision.name == name).then(|| Decided {
            name: name.into(),
            note: decision.note.clone(),
            value: value(),
        })
    })
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
