//! Words with a fixed meaning: severities, kinds, levels, yes and no, dates, whole numbers.

use feel::Date;

use super::Found;
use crate::diagnostic::Diagnostic;
use crate::document::Text;

/// The meaning of a word out of a fixed list. A missing word gives the first meaning in silence,
/// a wrong one gives it with a complaint that names the list.
pub(super) fn word<T: Copy>(text: &Text, key: &str, words: &[(&str, T)], found: &mut Found) -> Option<T> {
    let first = words.first().map(|(_, meaning)| *meaning);
    if text.text.is_empty() {
        return first;
    }
    let known = words.iter().find(|(word, _)| *word == text.text).map(|(_, meaning)| *meaning);
    if known.is_none() {
        let list: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let message = format!("“{key}”不能写“{}”", text.text);
        found.add(Diagnostic::error("R001", text.at, message).help(format!("只能写：{}", list.join("、"))));
    }
    known.or(first)
}

pub(super) const YES: [(&str, bool); 2] = [("否", false), ("是", true)];

/// 是 or 否.
pub(super) fn yes(text: &Text, key: &str, found: &mut Found) -> bool {
    word(text, key, &YES, found).unwrap_or_default()
}

/// A date `YYYY-MM-DD`; the epoch if it cannot be read.
pub(super) fn date(text: &Text, key: &str, found: &mut Found) -> Date {
    let parsed = text.text.parse().ok();
    if parsed.is_none() && !text.text.is_empty() {
        let message = format!("“{key}”不是有效日期：“{}”", text.text);
        found.add(Diagnostic::error("R002", text.at, message).help("按 2026-03-05 的格式写年月日"));
    }
    parsed.unwrap_or(Date::EPOCH)
}

/// A whole number.
pub(super) fn whole<T: std::str::FromStr>(text: &Text, key: &str, found: &mut Found) -> Option<T> {
    let parsed = text.text.parse().ok();
    if parsed.is_none() && !text.text.is_empty() {
        let message = format!("“{key}”要写整数，现在是“{}”", text.text);
        found.add(Diagnostic::error("R003", text.at, message).help("只写阿拉伯数字，不带单位"));
    }
    parsed
}

/// An ASCII slug, which ids are.
pub(super) fn slug(text: &Text, found: &mut Found) -> String {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !text.text.chars().all(fits) {
        let message = format!("编号“{}”只能用小写英文字母、数字和连字符", text.text);
        found.add(Diagnostic::error("R004", text.at, message).help("例如 written-contract"));
    }
    text.text.clone()
}

pub(super) fn owned(text: Option<&Text>) -> Option<String> {
    text.map(|text| text.text.clone()).filter(|text| !text.is_empty())
}

pub(super) fn all(texts: &[Text]) -> Vec<String> {
    texts.iter().map(|text| text.text.clone()).collect()
}
