//! Telephone numbers in texts: each is one of a registered agency, where its source is kept.

use std::collections::BTreeSet;
use std::ops::Range;

use super::texts::shown;
use super::{Found, inside};
use crate::diagnostic::Diagnostic;
use crate::document::{Agency, Document, Text};

/// Emergency numbers are numbers after one of these words only.
const CALLS: [char; 2] = ['打', '拨'];

/// What follows a number that counts something.
const COUNTED: &str = "元万亿人户吨平条件个年月日米斤名部项种份家台辆%％";

pub(super) fn check(document: &Document, found: &mut Found) {
    let phones = document.agencies.iter().flat_map(|agency| &agency.phones);
    let phones: BTreeSet<&str> = phones.map(|phone| phone.number.text.as_str()).collect();
    for (_, text) in shown(document) {
        for (called, at) in numbers(&text.text) {
            let number = text.text.get(at.clone()).unwrap_or_default();
            let named = !called && document.agencies.iter().any(|agency| names(agency, number));
            if !phones.contains(number) && !named {
                found.add(inside(stranger(text, number), at));
            }
        }
    }
}

fn stranger(text: &Text, number: &str) -> Diagnostic {
    let message = format!("号码 {number} 没有登记在任何机构的“电话”里");
    let help = "先在 national.yaml 或 regions/ 里登记是谁的号码，写明来源、核实日期；没有核实的号码不写";
    Diagnostic::error("R076", text.at, message).help(help)
}

/// A site may go by a number that nobody can call.
fn names(agency: &Agency, number: &str) -> bool {
    let online = agency.online.iter().map(|channel| &channel.name);
    online.chain([&agency.name]).any(|name| name.text.contains(number))
}

/// What looks like a telephone number: whether the text says to call it, and its bytes.
fn numbers(text: &str) -> Vec<(bool, Range<usize>)> {
    let mut found = Vec::new();
    let mut end = 0;
    for (start, _) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        if start < end {
            continue;
        }
        let rest = text.get(start..).unwrap_or_default();
        let length = rest.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(rest.len());
        end = start + length;
        let before = text.get(..start).unwrap_or_default().trim_end();
        let after = text.get(end..).unwrap_or_default().trim_start();
        let counts =
            after.starts_with(|c| COUNTED.contains(c)) || before.ends_with(['.', '第', '—', '至', '到']);
        let called = before.ends_with(CALLS);
        if !counts && is_phone(rest.get(..length).unwrap_or_default(), called) {
            found.push((called, start..end));
        }
    }
    found
}

fn is_phone(number: &str, called: bool) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let begins = |starts: &[&str]| starts.iter().any(|start| number.starts_with(start));
    let plain = digits == number.len();
    match digits {
        3 => called && plain && begins(&["1"]),
        5 | 6 => plain && begins(&["12", "95", "96"]),
        10 if begins(&["400", "800"]) => true,
        11 if plain => begins(&["0", "1"]),
        10..=12 => begins(&["0"]) && number.matches('-').count() == 1,
        _ => false,
    }
}
