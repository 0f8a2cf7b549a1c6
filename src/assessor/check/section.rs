//! Sections and findings: words to meanings.

use super::Found;
use super::deadline::deadline;
use super::decision::decision;
use super::law_book::LawBook;
use super::question::question;
use super::valid::valid;
use super::words::{all, date, owned, slug, word};
use crate::definition::{Finding, Section, SectionKind, Severity, Urgency};
use crate::diagnostic::Diagnostic;
use crate::document;

/// How an owner thinks about what can be checked.
pub(super) const DOMAIN_GROUPS: [(&str, ()); 5] =
    [("合同和钱", ()), ("用人", ()), ("经营", ()), ("安全环保", ()), ("处罚和官司", ())];

/// How an owner thinks about what happened.
pub(super) const ROUTE_GROUPS: [(&str, ()); 7] =
    [("钱", ()), ("人", ()), ("检查处罚", ()), ("官司", ()), ("被骗被欺负", ()), ("证照", ()), ("别的", ())];

pub(super) const SEVERITIES: [(&str, Severity); 4] =
    [("低", Severity::Low), ("中", Severity::Medium), ("高", Severity::High), ("极高", Severity::Critical)];

pub(super) const URGENCIES: [(&str, Urgency); 3] =
    [("有空再做", Urgency::Later), ("尽快", Urgency::Soon), ("立即", Urgency::Now)];

pub(super) fn section(section: &document::Section, book: &LawBook, found: &mut Found) -> Section {
    if let Some(group) = &section.group {
        let groups: &[(&str, ())] = match section.kind {
            SectionKind::Route => &ROUTE_GROUPS,
            SectionKind::Domain | SectionKind::Profile => &DOMAIN_GROUPS,
        };
        word(group, "分组", groups, found);
    }
    if section.kind == SectionKind::Route && section.group.is_none() {
        let help = "写“分组: 钱 | 人 | 检查处罚 | 官司 | 被骗被欺负 | 证照 | 别的”之一";
        found.add(Diagnostic::error("R040", section.id.at, "路线没有“分组”").help(help));
    }
    Section {
        id: slug(&section.id, found),
        kind: section.kind,
        title: section.title.text.clone(),
        summary: section.summary.text.clone(),
        group: owned(section.group.as_ref()),
        when: owned(section.when.as_ref()),
        decisions: section.decisions.iter().map(|it| decision(it, book, found)).collect(),
        questions: section.questions.iter().map(|it| question(section.kind, it, found)).collect(),
        findings: section.findings.iter().map(|it| finding(section.kind, it, book, found)).collect(),
    }
}

fn finding(kind: SectionKind, finding: &document::Finding, book: &LawBook, found: &mut Found) -> Finding {
    let severity = finding.severity.as_ref().and_then(|text| word(text, "严重程度", &SEVERITIES, found));
    for (key, given) in [("严重程度", &finding.severity), ("类别", &finding.category)] {
        match (kind, given) {
            (SectionKind::Domain, None) => {
                let message = format!("风险“{}”没有“{key}”", finding.id.text);
                found.add(Diagnostic::error("R041", finding.id.at, message));
            }
            (SectionKind::Route, Some(text)) => {
                let message = format!("路线的指引不写“{key}”");
                found.add(
                    Diagnostic::error("R042", text.at, message)
                        .help("删去这一行：事情已经发生，只看紧急程度"),
                );
            }
            _ => {}
        }
    }
    for (key, empty) in [
        ("依据", finding.basis.is_empty()),
        ("步骤", finding.steps.is_empty()),
        ("材料", finding.materials.is_empty()),
        ("找谁", finding.agencies.is_empty()),
    ] {
        if empty {
            let message = format!("“{}”的“{key}”是空的", finding.id.text);
            found.add(Diagnostic::error("R043", finding.id.at, message).help("至少写一条"));
        }
    }
    let valid = valid(finding, book.as_of(), found);
    let period = valid.unwrap_or_default();
    Finding {
        id: slug(&finding.id, found),
        title: finding.title.text.clone(),
        valid,
        category: owned(finding.category.as_ref()),
        when: finding.when.text.clone(),
        severity,
        urgency: word(&finding.urgency, "紧急程度", &URGENCIES, found).unwrap_or(Urgency::Later),
        basis: book.citations(&finding.basis, period, found),
        consequence: finding.consequence.text.clone(),
        steps: all(&finding.steps),
        materials: all(&finding.materials),
        avoid: all(&finding.avoid),
        deadlines: finding.deadlines.iter().map(|it| deadline(it, period, book, found)).collect(),
        agencies: all(&finding.agencies),
        review_by: date(&finding.review_by, "复核日期", found),
    }
}
