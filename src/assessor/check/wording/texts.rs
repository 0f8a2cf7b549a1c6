//! Every text of a rulebook that owners read.

use crate::document::{Agency, Document, Finding, Question, Section, Text};

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The rule behind a deadline, near to the words of the law.
    Rule,
    /// Anything else.
    Plain,
}

/// All texts, in file order within each kind.
pub(super) fn shown(document: &Document) -> Vec<(Role, &Text)> {
    let sections = document.sections.iter().flat_map(section);
    let agencies = document.agencies.iter().flat_map(agency);
    let practices = document.practices.iter().map(|practice| &practice.step);
    let deeds = document.deeds.iter().map(|deed| &deed.text);
    let plain = sections.chain(agencies).chain(practices).chain(deeds).map(|text| (Role::Plain, text));
    let deadlines = document.sections.iter().flat_map(|section| &section.findings);
    let deadlines = deadlines.flat_map(|finding| &finding.deadlines);
    plain.chain(deadlines.map(|deadline| (Role::Rule, &deadline.rule))).collect()
}

/// The texts of a section without the rules of its deadlines.
pub(in crate::check) fn section(section: &Section) -> Vec<&Text> {
    let mut texts = vec![&section.title, &section.summary];
    texts.extend(section.questions.iter().flat_map(question));
    texts.extend(section.findings.iter().flat_map(finding));
    texts
}

fn question(question: &Question) -> Vec<&Text> {
    let mut texts = vec![&question.text, &question.why];
    texts.extend(question.options.iter().map(|pair| &pair.value));
    texts.extend(question.terms.iter().flat_map(|pair| [&pair.key, &pair.value]));
    texts
}

/// The texts of a finding without the rules of its deadlines.
pub(super) fn finding(finding: &Finding) -> Vec<&Text> {
    let mut texts = vec![&finding.title, &finding.consequence];
    texts.extend(finding.steps.iter().chain(&finding.materials).chain(&finding.avoid));
    texts.extend(finding.deadlines.iter().map(|deadline| &deadline.task));
    texts
}

fn agency(agency: &Agency) -> Vec<&Text> {
    let mut texts = vec![&agency.name];
    texts.extend(agency.handles.iter().chain(&agency.excludes));
    texts.extend(agency.phones.iter().filter_map(|phone| phone.note.as_ref()));
    texts.extend(agency.online.iter().filter_map(|channel| channel.note.as_ref()));
    texts.extend(agency.commitments.iter().map(|commitment| &commitment.text));
    texts
}
