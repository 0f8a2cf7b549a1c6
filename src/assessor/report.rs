//! What an assessment gives: plain data, enough to draw every screen and to write every text.
//!
//! The same shape leaves the command line, the JS package and the page. Lists are in a fixed
//! order (findings by status, urgency, severity, then file order), so that the same input gives
//! the same bytes everywhere. Law text and advice are never assembled by whoever draws it.

use feel::Date;
use serde::Serialize;

use crate::date_text;
use crate::definition::{Agency, Citation, Law, SectionKind, Severity, Urgency};

/// The result of assessing answers on a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// Which rules were applied.
    pub rulebook: RulebookId,
    /// The day of assessment.
    #[serde(serialize_with = "date_text::serialize")]
    pub date: Date,
    /// Level over all domains.
    pub overall: Level,
    /// One entry per domain and per route that was entered, in file order.
    pub sections: Vec<SectionReport>,
    /// Confirmed findings first, then possible ones; each by urgency, severity, file order.
    pub findings: Vec<FindingReport>,
    /// Questions that are still open and can still change something, in asking order.
    pub open_questions: Vec<String>,
    /// The agencies that the findings name, in file order.
    pub agencies: Vec<Agency>,
    /// The laws that the findings cite, in file order.
    pub laws: Vec<Law>,
}

/// Identity of the rules.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RulebookId {
    /// Slug.
    pub id: String,
    /// Version.
    pub version: String,
    /// SHA-256 of the bundle's rulebook, lower-case hexadecimal; empty for a rulebook that was not bundled.
    pub sha256: String,
    /// Day on which the law was checked.
    #[serde(serialize_with = "date_text::serialize")]
    pub as_of: Date,
}

/// How serious something is: what is certain, and what it may still become.
///
/// Both only ever grow as open questions are answered badly; neither improves because something
/// was left unanswered: while anything is open, `settled` is false and the page says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Level {
    /// Highest severity of a confirmed finding.
    pub certain: Option<Severity>,
    /// Highest severity of a confirmed or still possible finding.
    pub possible: Option<Severity>,
    /// Whether no finding is undecided.
    pub settled: bool,
    /// The same as a sum, if the rulebook counts.
    pub score: Option<Score>,
}

/// What the findings count together ([`crate::definition::Scoring`]).
///
/// As questions are answered `certain` only grows and `possible` only shrinks: the figure to look at
/// is `possible`, which leaving something unanswered never lowers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Score {
    /// Confirmed findings.
    pub certain: u32,
    /// Those and the ones that are still possible.
    pub possible: u32,
    /// All findings that may concern this business: without domains that do not apply, and without
    /// findings none of whose questions does.
    pub of: u32,
}

/// How far a section has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// Its condition is false: it does not concern this business.
    NotApplicable,
    /// Nothing of it has been answered.
    NotStarted,
    /// Something that matters is open.
    Started,
    /// Nothing that matters is open.
    Complete,
}

/// One section in the report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SectionReport {
    /// Section id.
    pub id: String,
    /// Its kind.
    pub kind: SectionKind,
    /// Its title.
    pub title: String,
    /// How far it has got.
    pub progress: Progress,
    /// Its level.
    pub level: Level,
    /// Questions answered (不清楚 counts as answered).
    pub answered: u32,
    /// Questions that are asked and not answered.
    pub open: u32,
    /// Questions that do not concern this business.
    pub not_applicable: u32,
}

/// Whether a finding is certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Follows from the answers, whatever the open ones turn out to be.
    Confirmed,
    /// Depends on answers that are missing or 不清楚.
    Possible,
}

/// One finding in the report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FindingReport {
    /// Finding id.
    pub id: String,
    /// Section id.
    pub section: String,
    /// Title.
    pub title: String,
    /// Risk class; none for routes.
    pub category: Option<String>,
    /// Certain or possible.
    pub status: Status,
    /// Severity; none for routes.
    pub severity: Option<Severity>,
    /// Urgency.
    pub urgency: Urgency,
    /// A smallest set of answers that suffices for its status, whatever the others are: those that
    /// its condition reads, then those by which it applies, each in asking order. Of a possible
    /// finding: those after which it hangs on `depends_on` alone.
    pub because: Vec<Because>,
    /// Questions that would settle a possible finding, in asking order.
    pub depends_on: Vec<String>,
    /// The FEEL condition, as the rulebook has it.
    pub rule: String,
    /// Articles.
    pub basis: Vec<Cited>,
    /// What it may cost.
    pub consequence: String,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// What to bring.
    pub materials: Vec<String>,
    /// What not to do.
    pub avoid: Vec<String>,
    /// Deadlines with dates where they can be computed.
    pub deadlines: Vec<DeadlineReport>,
    /// Agency ids, first contact first.
    pub agencies: Vec<String>,
}

/// An answer that a finding rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Because {
    /// Question id.
    pub question: String,
    /// The question as asked.
    pub text: String,
    /// The answer in words: 是, 都签了, 8人, 12万元, 2026年3月5日, 不清楚.
    pub answer: String,
}

/// A deadline in the report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DeadlineReport {
    /// What has to be done.
    pub task: String,
    /// The period in words.
    pub rule: String,
    /// The last day, `YYYY-MM-DD`, where the first day was answered.
    pub due: Option<String>,
    /// Days from the day of assessment to the last day; negative when it has passed.
    pub days_left: Option<i64>,
    /// How the calendar comes in: working days, a last day off work, holidays not yet known.
    pub note: Option<String>,
    /// Date questions whose answer would give the last day.
    pub needs: Vec<String>,
    /// Articles.
    pub basis: Vec<Cited>,
}

impl DeadlineReport {
    /// The last day, where it could be worked out.
    pub fn day(&self) -> Option<Date> {
        self.due.as_deref().and_then(|due| due.parse().ok())
    }
}

/// A citation in the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cited {
    /// The place.
    #[serde(flatten)]
    pub citation: Citation,
    /// The citation as a lawyer writes it: 《劳动合同法》第八十二条第一款.
    pub text: String,
}
