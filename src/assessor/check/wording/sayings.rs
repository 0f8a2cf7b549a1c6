//! What no text may say: things that are wrong in law, laws that are gone, and official language.

use std::ops::Range;

use super::pattern::{Pattern, Plain};
use super::texts::{Role, shown};
use super::{Found, inside};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Repealed, Saying, Stiff, Text};

/// Words of a sentence that speaks of a law as a thing of the past.
const PAST: [&str; 6] = ["废止", "旧", "原来", "以前", "不再", "取代"];

pub(super) fn check(document: &Document, found: &mut Found) {
    let wrong: Vec<(&Saying, Vec<Pattern>)> =
        document.wording.wrong.iter().map(|it| (it, read(&it.patterns, found))).collect();
    let official: Vec<(&Stiff, Vec<Pattern>)> =
        document.wording.official.iter().map(|it| (it, read(&it.patterns, found))).collect();
    let gone = gone(document);
    for (role, text) in shown(document) {
        let plain = Plain::of(&text.text);
        for (saying, patterns) in &wrong {
            if let Some(at) = said(saying, patterns, &plain) {
                let message = format!("这个说法不对：{}", saying.reason.text);
                let wrong = Diagnostic::error("R100", text.at, message).help(saying.instead.text.as_str());
                found.add(inside(wrong, plain.written(&at)));
            }
        }
        for (stiff, patterns) in official.iter().filter(|_| role == Role::Plain) {
            let written = patterns.iter().find_map(|pattern| pattern.find(&plain));
            if let Some(at) = written.filter(|at| !plain.quoted(at)) {
                let at = plain.written(&at);
                let word = text.text.get(at.clone()).unwrap_or_default();
                let stiff = Diagnostic::warning("R105", text.at, format!("“{word}”是公文用语，店主读着费劲"))
                    .help(format!("改成：{}", stiff.instead.text));
                found.add(inside(stiff, at));
            }
        }
        found.0.extend(gone.iter().filter_map(|gone| gone.named(text, &plain)));
    }
}

/// Patterns of a list. One that would match anything is a mistake of the list.
pub(super) fn read(texts: &[Text], found: &mut Found) -> Vec<Pattern> {
    let mut patterns = Vec::new();
    for text in texts {
        match Pattern::read(&text.text) {
            Some(pattern) => patterns.push(pattern),
            None => found.add(
                Diagnostic::error("R109", text.at, "这个写法里没有字，什么都会碰上")
                    .help("写要找的字词；“…”表示中间可以隔几个字"),
            ),
        }
    }
    patterns
}

/// The first place where it is said and the sentence does not make it right.
fn said(saying: &Saying, patterns: &[Pattern], plain: &Plain) -> Option<Range<usize>> {
    let right = |at: &Range<usize>| {
        let sentence = plain.sentence(at);
        saying.unless.iter().any(|word| sentence.contains(word.text.as_str()))
    };
    patterns.iter().flat_map(|pattern| pattern.places(plain)).find(|at| !right(at))
}

/// A title that must not be named as law any more.
struct Gone<'a> {
    title: &'a str,
    law: &'a Repealed,
    /// Titles in force that contain it: 劳动合同法 contains 合同法.
    within: Vec<&'a str>,
}

fn gone<'a>(document: &'a Document) -> Vec<Gone<'a>> {
    let as_of = document.header.as_of.text.as_str();
    let over = |law: &&Repealed| law.on.as_ref().is_none_or(|on| on.text.as_str() <= as_of);
    let current = || document.laws.iter().flat_map(|law| law.short.iter().chain([&law.title]));
    let titles = document.repealed.iter().filter(over);
    let titles = titles.flat_map(|law| law.short.iter().chain([&law.title]).map(move |title| (law, title)));
    let gone = |(law, title): (&'a Repealed, &'a Text)| Gone {
        title: &title.text,
        law,
        within: current().map(|it| it.text.as_str()).filter(|it| it.contains(title.text.as_str())).collect(),
    };
    titles.filter(|(_, title)| !title.text.is_empty()).map(gone).collect()
}

impl Gone<'_> {
    fn named(&self, text: &Text, plain: &Plain) -> Option<Diagnostic> {
        let standing = |at: usize| {
            let within = |title: &&str| {
                plain
                    .text()
                    .match_indices(*title)
                    .any(|(start, _)| (start..start + title.len()).contains(&at))
            };
            !self.within.iter().any(within)
        };
        let mut places = plain.text().match_indices(self.title).map(|(start, _)| start);
        let start = places.find(|start| standing(*start))?;
        let at = start..start + self.title.len();
        if PAST.iter().any(|word| plain.sentence(&at).contains(word)) {
            return None;
        }
        let message = format!("《{}》已经废止或被取代，正文里也不能当现行法律写", self.title);
        let help = format!("现用：{}", self.law.replaced_by.text);
        Some(inside(Diagnostic::error("R101", text.at, message).help(help), plain.written(&at)))
    }
}
