//! Wording: what is wrong in law however well it is written, and what an owner would stumble over.
//!
//! The lists are the officers' (`wording.yaml`): here is only how they are applied. `sayings` looks at
//! every text that is shown, `numbers` at the telephone numbers in them, `citing` at the citations of a
//! finding beside its texts, `asking` at questions.

mod asking;
mod citing;
mod numbers;
mod pattern;
mod sayings;
mod texts;

pub(super) use texts::section;

use super::Found;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Text};

pub(super) fn check(document: &Document, found: &mut Found) {
    sayings::check(document, found);
    citing::check(document, found);
    asking::check(document, found);
    numbers::check(document, found);
}

/// A complaint about a part of a text.
pub(super) fn inside(diagnostic: Diagnostic, at: std::ops::Range<usize>) -> Diagnostic {
    let span = feel::Span { start: at.start as u32, end: at.end as u32 };
    Diagnostic { inner: Some(span), ..diagnostic }
}

/// The words of a list as people read it.
fn listed(texts: &[Text]) -> String {
    let words: Vec<&str> = texts.iter().map(|text| text.text.as_str()).collect();
    words.join("、")
}
