//! Answers, dates and amounts in Chinese words, the same in reports and on the page.

use feel::{Date, Number, Value};

use crate::definition::{Kind, Question};

/// `2026年3月5日`
pub fn date(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// An amount of 元, exact: `3500.5元`, `12万元`, `1.25亿元`. The unit grows only where at most
/// two decimals of it remain, so that nothing is rounded away.
pub fn money(amount: &Number) -> String {
    let text = amount.to_string();
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    if decimals.is_empty() {
        for (unit, zeros) in [("亿元", 8), ("万元", 4)] {
            if let Some(scaled) = scale(whole, zeros) {
                return scaled + unit;
            }
        }
    }
    text + "元"
}

/// Moves the decimal point `zeros` places to the left if at most two decimals remain.
fn scale(whole: &str, zeros: usize) -> Option<String> {
    let at = whole.trim_start_matches('-').len().checked_sub(zeros).filter(|digits| *digits > 0)?;
    let at = at + (whole.len() - whole.trim_start_matches('-').len());
    let (head, tail) = (whole.get(..at)?, whole.get(at..)?.trim_end_matches('0'));
    match tail.len() {
        0 => Some(head.into()),
        1 | 2 => Some(format!("{head}.{tail}")),
        _ => None,
    }
}

/// The answer to a question as the owner would say it.
pub fn answer(question: &Question, value: &Value) -> String {
    match (value, &question.kind) {
        (Value::Boolean(true), _) => "是".into(),
        (Value::Boolean(false), _) => "否".into(),
        (Value::Number(amount), Kind::Money { .. }) => money(amount),
        (Value::Number(number), Kind::Integer { unit: Some(unit), .. }) => format!("{number}{unit}"),
        (Value::Number(number), _) => number.to_string(),
        (Value::String(label), _) => label.to_string(),
        (Value::Date(day), _) => date(*day),
        (Value::List(labels), _) if labels.is_empty() => "以上都没有".into(),
        (Value::List(labels), _) => {
            let words: Vec<String> = labels.iter().map(|label| answer(question, label)).collect();
            words.join("、")
        }
        _ => "不清楚".into(),
    }
}
