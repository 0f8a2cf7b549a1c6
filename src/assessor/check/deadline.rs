//! Deadlines: words to meanings.
//!
//! Three ways to count, and one at a time: 截止 alone is the last day whatever day it is; with 顺延
//! it moves off a day off, under the articles named; 起算 and 工作日 count working days.

use super::Found;
use super::law_book::LawBook;
use super::words::{owned, whole};
use crate::definition::{Deadline, Period};
use crate::diagnostic::Diagnostic;
use crate::document::{self, Text};

/// More working days than a year has are a mistake.
const MOST: u16 = 250;

pub(super) fn deadline(
    deadline: &document::Deadline,
    period: Period,
    book: &LawBook<'_>,
    found: &mut Found,
) -> Deadline {
    if deadline.basis.is_empty() {
        let Text { text, at } = &deadline.task;
        found.add(
            Diagnostic::error("R044", *at, format!("期限“{text}”没有“依据”")).help("写出规定这个期限的条文"),
        );
    }
    counting(deadline, found);
    Deadline {
        task: deadline.task.text.clone(),
        due: owned(deadline.day()),
        working_days: deadline.working_days.as_ref().and_then(|text| working_days(text, found)),
        postponed_by: book.citations(&deadline.postponed_by, period, found),
        rule: deadline.rule.text.clone(),
        basis: book.citations(&deadline.basis, period, found),
    }
}

/// Keys that do not go together.
fn counting(deadline: &document::Deadline, found: &mut Found) {
    let task = &deadline.task.text;
    let ways = "只写“截止”；或“截止”加“顺延: 《…》第…条”；或“起算”加“工作日: 5”";
    let mut refuse = |code, at, what: &str| {
        found.add(Diagnostic::error(code, at, format!("期限“{task}”{what}")).help(ways));
    };
    match (&deadline.start, &deadline.working_days) {
        (Some(start), None) => refuse("R045", start.at, "写了“起算”，没有写“工作日”"),
        (None, Some(days)) => refuse("R045", days.at, "写了“工作日”，没有写从哪天“起算”"),
        _ => {}
    }
    if let (Some(start), Some(_)) = (&deadline.start, &deadline.due) {
        refuse("R046", start.at, "既写了“截止”，又写了“起算”");
    }
    if let Some(postponed) = deadline.postponed_by.first().filter(|_| deadline.due.is_none()) {
        refuse("R047", postponed.at, "写了“顺延”，没有写“截止”；按工作日算的，最后一天不会是休息日");
    }
}

fn working_days(text: &Text, found: &mut Found) -> Option<u16> {
    let days = whole(text, "工作日", found)?;
    if !(1..=MOST).contains(&days) {
        let message = format!("“工作日”要在 1 到 {MOST} 之间，现在是 {days}");
        found.add(Diagnostic::error("R048", text.at, message).help("写法律规定的天数"));
    }
    Some(days)
}
