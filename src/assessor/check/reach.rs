//! Questions that are never asked, because nothing follows from their answers.
//!
//! What is never asked for a subtler reason is a matter for proofs; this is what an author forgot.

use super::{Found, formulas};
use crate::diagnostic::Diagnostic;
use crate::document::Document;

pub(super) fn check(document: &Document, found: &mut Found) {
    let rules = document.sections.iter().flat_map(|it| &it.decisions).flat_map(|it| &it.rules);
    let cells = rules.flat_map(|rule| rule.tests.iter().chain([&rule.output]));
    let texts: Vec<&str> = formulas::texts(document).chain(cells).map(|text| text.text.as_str()).collect();
    let questions = document.sections.iter().flat_map(|section| &section.questions);
    // Questions come before rules: a rulebook without any is one that is begun.
    let begun = document.sections.iter().all(|section| section.findings.is_empty());
    let questions = questions.filter(|_| !begun);
    for name in questions.map(|question| &question.name).filter(|name| !name.text.is_empty()) {
        if !texts.iter().any(|text| reads(text, &name.text)) {
            let message = format!("没有一个条件或期限用到“{}”，这个问题永远不会问", name.text);
            let help = "在“触发”“何时问”“适用”或“截止”里用它，或者删去这个问题";
            found.add(Diagnostic::error("R014", name.at, message).help(help));
        }
    }
}

/// Whether a FEEL text has the name as a word of its own.
fn reads(text: &str, name: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    text.match_indices(name).any(|(start, _)| {
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let after = text.get(start + name.len()..).and_then(|after| after.chars().next());
        !part(before) && !part(after)
    })
}
