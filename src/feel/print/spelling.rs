//! How the smallest parts are written: literals and types as the author spelt them, in half-width.
//!
//! A period of `P12M` stays `P12M` and is not made `P1Y`, because the law says twelve months.
use crate::syntax::half;

/// A literal: strings as they stand, everything else in half-width; a fraction gets its zero.
pub(super) fn literal(written: &str) -> String {
    if written.starts_with('"') {
        return written.into();
    }
    let mut start = written.chars();
    match start.next().map(half) {
        Some('@') => format!("@{}", start.as_str()),
        Some('.') => format!("0{}", narrow(written)),
        _ => narrow(written),
    }
}

fn narrow(written: &str) -> String {
    written.chars().map(half).collect()
}

/// A type: one space between words and after `,` and `:`, none around brackets.
pub(super) fn type_name(written: &str) -> String {
    let mut spelt = String::new();
    let mut space = false;
    for c in written.chars().map(half) {
        let mark = matches!(c, '<' | '>' | ',' | ':' | '-');
        if c.is_whitespace() {
            space = true;
            continue;
        }
        let after = spelt.ends_with([',', ':']);
        let between_words = !mark && !spelt.is_empty() && !spelt.ends_with(['<', '>', '-']);
        if after || (space && between_words) {
            spelt.push(' ');
        }
        spelt.push(c);
        space = false;
    }
    spelt
}

#[cfg(test)]
mod tests {
    use super::{literal, type_name};

    #[test]
    fn as_written_in_half_width() {
        for (written, spelt) in [
            ("\"（，）\"", "\"（，）\""),
            ("１０．５", "10.5"),
            (".5", "0.5"),
            ("．５", "0.5"),
            ("1e3", "1e3"),
            ("＠\"P12M\"", "@\"P12M\""),
            ("null", "null"),
        ] {
            assert_eq!(literal(written), spelt);
        }
        for (written, spelt) in [
            ("date   and\ntime", "date and time"),
            ("list < number >", "list<number>"),
            ("context<a:number ，b  c ： list<string>>", "context<a: number, b c: list<string>>"),
            ("function<number,string> -> Any", "function<number, string>->Any"),
        ] {
            assert_eq!(type_name(written), spelt);
        }
    }
}
