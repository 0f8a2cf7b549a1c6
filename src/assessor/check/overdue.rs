//! A condition that asks whether a deadline is over must ask as the deadline is counted: where a
//! last day moves off a day off, comparing it with 评估日期 would call it over on the very day off.

use super::Found;
use crate::diagnostic::Diagnostic;
use crate::document::{Deadline, Document, Section, Text};

/// Comparisons with a day, either way round, and what to write for them where the day moves.
const COMPARISONS: [(&str, &str, &str); 4] =
    [(">=", "<=", ">"), ("<", ">", "<="), ("<=", ">=", "<="), (">", "<", ">")];

pub(super) fn check(document: &Document, found: &mut Found) {
    for section in &document.sections {
        let moved = moved(section);
        let questions = section.questions.iter().filter_map(|question| question.when.as_ref());
        for text in questions.chain(section.findings.iter().map(|finding| &finding.when)) {
            let condition = line(text);
            if let Some((day, right)) = moved.iter().find_map(|day| Some((day, wrong(&condition, day)?))) {
                let message = format!("“{day}”遇休息日顺延，条件却拿它和“评估日期”比");
                let help = format!("这里写“{day} {right} 上个工作日”：放假那天还不算过期");
                found.add(Diagnostic::error("R049", text.at, message).help(help));
            }
        }
    }
}

/// The days of a section that move. A day that is the end of another period
/// too, which does not move, is nobody's mistake.
fn moved(section: &Section) -> Vec<String> {
    let deadlines = || section.findings.iter().flat_map(|finding| &finding.deadlines);
    let due = |moves: bool| {
        let some = deadlines().filter(move |it: &&Deadline| it.postponed_by.is_empty() != moves);
        some.filter_map(|deadline| deadline.due.as_ref()).map(line)
    };
    let fixed: Vec<String> = due(false).collect();
    due(true).filter(|day| !fixed.contains(day)).collect()
}

/// A text on one line, spaced as `assessor fmt` spaces it.
fn line(text: &Text) -> String {
    text.text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The comparison to write if the condition compares a day with 评估日期.
fn wrong(condition: &str, day: &str) -> Option<&'static str> {
    let alone = |at: usize| {
        let before = condition.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(char::is_alphanumeric)
    };
    let compares = |text: &str| condition.match_indices(text).any(|(at, _)| alone(at));
    let found = COMPARISONS.iter().find(|(forward, backward, _)| {
        compares(&format!("{day} {forward} 评估日期")) || compares(&format!("评估日期 {backward} {day}"))
    });
    found.map(|(_, _, right)| *right)
}
