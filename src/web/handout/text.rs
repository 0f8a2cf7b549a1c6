//! The result as a text, for a chat or a mail.

use assessor::report::FindingReport;
use assessor::words;

use super::contact::named;
use super::summary::{Summary, marks};

/// The text. `address` is where others can try for themselves.
pub fn text(summary: &Summary<'_>, address: &str) -> String {
    let rules = summary.rulebook.definition();
    let mut text = format!("{}（{}，{}）\n", rules.title, rules.region, words::date(summary.on));
    if let Some((_, sentence)) = &summary.level {
        text += &format!("{sentence}{}\n", summary.open);
    }
    for (title, findings) in summary.groups() {
        text += &format!("\n【{title}（{}）】\n", findings.len());
        for (at, finding) in findings.iter().enumerate() {
            text += &format!("{}. {}\n", at + 1, point(summary, finding));
        }
    }
    text + &format!("\n{}。仅供参考，不替代律师意见。\n自己测一测：{address}\n", summary.rules())
}

/// A finding in a few lines: what it is, what to do first, by when, whom to call, and why.
fn point(summary: &Summary<'_>, finding: &FindingReport) -> String {
    let mut text = format!("{}\n   {}", finding.title, marks(finding));
    if let Some(step) = finding.steps.first() {
        text += &format!("\n   先做：{step}");
    }
    for deadline in &finding.deadlines {
        if let Some(day) = deadline.day() {
            text += &format!("\n   期限：{}，最后一天{}", deadline.task, words::date(day));
        }
    }
    let agency = finding.agencies.first().and_then(|id| summary.rulebook.agency(id));
    if let Some(agency) = agency {
        text += &format!("\n   找谁：{}", named(summary.rulebook, agency));
    }
    let basis: Vec<&str> = finding.basis.iter().map(|it| it.text.as_str()).collect();
    if !basis.is_empty() {
        text += &format!("\n   依据：{}", basis.join("；"));
    }
    text
}
