//! Numbers as people type them on a phone, turned into the plain decimal the engine takes.
//!
//! Full-width digits, separators, 元 and 万 are what a Chinese keyboard gives; refusing them would
//! be refusing the owner. Mixed forms that two people would read differently (`3万5`) are not
//! guessed at. Text in, text out: no number is ever rounded here.

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// Nothing.
    Empty,
    /// A decimal number, such as `12000` or `3500.5`.
    Number(String),
}

/// Longest text that is looked at; longer is a paste that went wrong.
const LONGEST: usize = 40;

/// Units of magnitude that may follow the digits, with the zeros they stand for.
const MAGNITUDES: [(char, usize); 4] = [('亿', 8), ('万', 4), ('千', 3), ('百', 2)];

/// Reads what was typed. `unit` is the question's own unit, such as 人.
///
/// # Errors
/// A sentence for the owner when it is no number.
pub fn read(typed: &str, unit: Option<&str>) -> Result<Entry, String> {
    let typed: String = typed.chars().filter(|c| !is_invisible(*c)).collect();
    let typed = typed.trim();
    if typed.chars().count() > LONGEST {
        return Err("内容太长了，请只填一个数字".into());
    }
    let plain: String = typed.chars().filter_map(plain).collect();
    let digits = strip(&plain, unit);
    if digits.is_empty() && typed.is_empty() {
        return Ok(Entry::Empty);
    }
    scaled(digits).map(Entry::Number).ok_or_else(|| format!("“{typed}”看不明白，请只填数字，例如 8 或 3.5万"))
}

/// Marks of direction and width that come along with a paste: nobody sees them, and in a sentence they
/// would turn the words behind them round.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The half-width twin of a character; none for separators.
fn plain(c: char) -> Option<char> {
    match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        '．' | '。' => Some('.'),
        '－' | '−' => Some('-'),
        ',' | '，' | ' ' | '\u{3000}' | '\u{a0}' | '¥' | '￥' => None,
        '萬' => Some('万'),
        _ => Some(c),
    }
}

/// Takes off the words around the digits.
fn strip<'a>(text: &'a str, unit: Option<&str>) -> &'a str {
    let text = text.trim_start_matches("人民币");
    let text = text.trim_end_matches("元整").trim_end_matches('元').trim_end_matches("块钱");
    let text = text.trim_end_matches('块');
    unit.map_or(text, |unit| text.trim_end_matches(unit))
}

/// Digits, perhaps with decimals and one magnitude behind them, as a plain decimal.
fn scaled(text: &str) -> Option<String> {
    let magnitude = MAGNITUDES.iter().find(|(word, _)| text.ends_with(*word));
    let (number, zeros) = match magnitude {
        Some((word, zeros)) => (text.trim_end_matches(*word), *zeros),
        None => (text, 0),
    };
    let (sign, number) = match number.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", number),
    };
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let digits_only = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits_only(whole) || !digits_only(decimals) {
        return None;
    }
    let (moved, kept) = match decimals.split_at_checked(zeros) {
        Some((moved, kept)) => (moved.to_string(), kept),
        None => (format!("{decimals:0<zeros$}"), ""),
    };
    let whole = format!("{whole}{moved}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if kept.is_empty() { "" } else { "." };
    Some(format!("{sign}{whole}{point}{kept}"))
}

#[cfg(test)]
mod tests {
    use super::{Entry, read};

    #[test]
    fn what_people_type_is_understood() {
        let cases = [
            ("8", "8"),
            ("０８", "8"),
            ("8人", "8"),
            ("１２，０００元", "12000"),
            ("12,000.50", "12000.50"),
            ("￥3500.5", "3500.5"),
            ("1.2万", "12000"),
            ("1.23456万元", "12345.6"),
            ("3 万", "30000"),
            ("2亿", "200000000"),
            ("5千块", "5000"),
            ("人民币300元整", "300"),
            ("0.5", "0.5"),
            ("3。5", "3.5"),
            ("7.", "7"),
            ("-3", "-3"),
            ("0", "0"),
        ];
        for (typed, meant) in cases {
            assert_eq!(read(typed, Some("人")), Ok(Entry::Number(meant.into())), "{typed}");
        }
    }

    #[test]
    fn marks_that_nobody_sees_do_not_count() {
        assert_eq!(read("\u{202e}1\u{200b}2\u{feff}", None), Ok(Entry::Number("12".into())));
        assert_eq!(read("\u{200f}", None), Ok(Entry::Empty));
        let refusal = read("\u{202e}八个\u{202c}", None).expect_err("no number");
        assert!(refusal.starts_with("“八个”"), "{refusal:?}");
    }

    #[test]
    fn nothing_typed_is_no_answer() {
        assert_eq!(read("  ", None), Ok(Entry::Empty));
    }

    #[test]
    fn what_could_mean_two_things_is_refused_with_a_sentence() {
        for typed in ["3万5", "十二", "1.2.3", "八个", "元", "1e3", ".5", "12a", "٣", "🙂"] {
            let refusal = read(typed, None).expect_err(typed);
            assert!(refusal.contains(typed), "{refusal}");
        }
    }

    #[test]
    fn a_paste_of_ten_thousand_characters_is_refused_without_repeating_it() {
        let refusal = read(&"9".repeat(10_000), None).expect_err("too long");
        assert!(refusal.chars().count() < 40, "{refusal}");
    }
}
