//! Every citation and where it is written, for tools that compare them with the texts of law.

use feel::Date;

use super::citation;
use crate::definition::{Citation, Definition};
use crate::document::{Document, Origin, Text};

/// A citation in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedAt {
    /// What is cited.
    pub citation: Citation,
    /// The finding or piece of guidance that cites it.
    pub finding: String,
    /// The text it stands in.
    pub at: Origin,
    /// The first day for which it is cited: the version in force then is meant.
    pub on: Date,
}

/// All citations of findings and of their deadlines, in file order. Unreadable ones are left
/// out: the checker has complained about them.
pub(super) fn list(document: &Document, definition: &Definition) -> Vec<CitedAt> {
    let written = document.sections.iter().flat_map(|section| &section.findings);
    let meant = definition.sections.iter().flat_map(|section| &section.findings);
    let mut all = Vec::new();
    for (written, meant) in written.zip(meant) {
        let from = meant.valid.and_then(|valid| valid.from);
        let on = from.map_or(definition.as_of, |from| from.max(definition.as_of));
        let mut add = |texts: &[Text], citations: &[Citation]| {
            let places = texts.iter().flat_map(|text| {
                let count = citation::parse(&text.text)
                    .map_or(0, |laws| laws.iter().map(|law| law.places.len()).sum());
                std::iter::repeat_n(text.at, count)
            });
            let known = citations.iter().zip(places);
            all.extend(known.map(|(citation, at)| CitedAt {
                citation: citation.clone(),
                finding: meant.id.clone(),
                at,
                on,
            }));
        };
        add(&written.basis, &meant.basis);
        for (written, meant) in written.deadlines.iter().zip(&meant.deadlines) {
            add(&written.postponed_by, &meant.postponed_by);
            add(&written.basis, &meant.basis);
        }
    }
    all
}
