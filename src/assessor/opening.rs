//! The opening of a rulebook: what the first screens need, so that a phone can begin with the
//! questions about the business while the rest is on its way.
//!
//! It is a rulebook like any other, with the profile, the heads of all sections and the hotlines; the
//! checker sees to it that it stands by itself (R064). The rest is always fetched whole: a phone that
//! fetched single sections would tell the server what its owner is worried about.

use crate::definition::{Definition, SectionKind};

impl Definition {
    /// The opening.
    #[must_use]
    pub fn opening(&self) -> Self {
        let mut opening = self.clone();
        opening.laws.clear();
        opening.deeds.clear();
        opening.calendar = None;
        opening.agencies.retain(|agency| self.hotlines.contains(&agency.id));
        for section in opening.sections.iter_mut().filter(|it| it.kind != SectionKind::Profile) {
            section.questions.clear();
            section.decisions.clear();
            section.findings.clear();
        }
        opening
    }
}
