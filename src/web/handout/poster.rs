//! The result as a picture to save and pass on: level, the three worst risks, last days, contacts,
//! the rules, and the way to the first screen as a QR code. Never an answer.
//!
//! It is worked out here as a list of drawing operations, with whatever draws them telling how wide
//! words are; so it is the same everywhere that words are as wide, and needs no browser to be tried.

mod code;
mod sheet;

use assessor::definition::{Severity, Urgency};
use assessor::report::{FindingReport, Status};
use assessor::words;

use super::order::pressing;
use super::summary::{Summary, marks};
use crate::parts::{level, remaining};

pub use code::code;
use sheet::{BODY, STRONG, Sheet};
pub use sheet::{Draw, Font, Ink, WIDTH};

/// How many risks, last days and lines of a title there is room for.
const RISKS: usize = 3;
const DAYS: usize = 4;

/// A picture, in units of which it is [`WIDTH`] wide.
#[derive(Debug, Clone, PartialEq)]
pub struct Poster {
    /// Its height.
    pub height: u32,
    /// What to draw, in order.
    pub drawing: Vec<Draw>,
}

/// Lays the picture out. `code` is the QR code of the first screen's address ([`code()`]); `width`
/// measures words in units.
pub fn poster(
    summary: &Summary<'_>,
    code: Option<&[Vec<bool>]>,
    width: impl Fn(&str, Font) -> u32,
) -> Poster {
    let rules = summary.rulebook.definition();
    let mut sheet = Sheet::new(width);
    let line = format!("{} · {}", rules.region, words::date(summary.on));
    sheet.band(&rules.title, &line);
    if let Some((severity, sentence)) = &summary.level {
        let clear = summary.possible.is_empty();
        sheet.flag(&headline(*severity, clear), ink(*severity));
        sheet.words(&format!("{sentence}{}", summary.open), BODY, Ink::Text);
    }
    let worst = summary.matters.iter().chain(&summary.certain).chain(&summary.possible);
    let worst: Vec<&FindingReport> = worst.take(RISKS).copied().collect();
    if !worst.is_empty() {
        sheet.heading("先看这几件");
    }
    for (at, finding) in worst.iter().enumerate() {
        // What is only possible is not shown as bad as what is certain.
        let ink = match finding.status {
            Status::Confirmed if finding.severity.is_none() => hurry(pressing(finding)),
            Status::Confirmed => ink(finding.severity),
            Status::Possible => Ink::Muted,
        };
        sheet.item(at + 1, &finding.title, &marks(finding), ink);
    }
    let ahead = || summary.deadlines.iter().filter(|it| it.left >= 0);
    if ahead().next().is_some() {
        sheet.heading("期限");
    }
    for due in ahead().take(DAYS) {
        sheet.words(&format!("{}，{}", words::date(due.day), remaining(due.left)), STRONG, Ink::High);
        sheet.words(due.task, BODY, Ink::Text);
    }
    if !summary.contacts.is_empty() {
        sheet.heading("找谁");
    }
    for (name, number) in &summary.contacts {
        sheet.pair(name, number);
    }
    sheet.foot(
        code,
        &["自己测一测", "扫码，或长按图片识别", "不问姓名和手机号"],
        &[&summary.rules(), "仅供参考，不替代律师意见"],
    );
    sheet.finish()
}

/// `clear` says that nothing is even possible.
fn headline(severity: Option<Severity>, clear: bool) -> String {
    match severity {
        Some(_) => format!("风险{}", level(severity).word),
        None if clear => "未发现风险".into(),
        None => "没有确定的风险".into(),
    }
}

/// What has happened has no severity; there the hurry counts.
fn hurry(urgency: Urgency) -> Ink {
    match urgency {
        Urgency::Now => Ink::High,
        Urgency::Soon => Ink::Medium,
        Urgency::Later => Ink::Calm,
    }
}

fn ink(severity: Option<Severity>) -> Ink {
    match severity {
        Some(Severity::Critical | Severity::High) => Ink::High,
        Some(Severity::Medium) => Ink::Medium,
        Some(Severity::Low) | None => Ink::Calm,
    }
}
