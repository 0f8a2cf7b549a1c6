//! Answers, dates, amounts and citations in Chinese words, the same in reports and on the page.

use feel::{Date, Number, Value};

use crate::definition::{Citation, Kind, Question};

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

/// A place in a law as a lawyer writes it: `第一百二十条之一第一款第三项`.
pub fn place(citation: &Citation) -> String {
    let mut text = format!("第{}条", chinese(citation.article.into()));
    for (before, number, after) in
        [("之", citation.inserted, ""), ("第", citation.paragraph, "款"), ("第", citation.item, "项")]
    {
        if let Some(number) = number {
            text += before;
            text += &chinese(number.into());
            text += after;
        }
    }
    text
}

/// Chinese numeral of a number below 10 000.
pub fn chinese(number: u32) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let mut text = String::new();
    let mut gap = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / unit % 10;
        if digit == 0 {
            gap = gap || !text.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            text += "零";
        }
        let silent = unit == 10 && digit == 1 && text.is_empty();
        if !silent {
            text += DIGITS.get(digit as usize).unwrap_or(&"");
        }
        text += name;
    }
    if text.is_empty() { "零".into() } else { text }
}
