//! The rulebook as data: what a bundle holds and what every part of the product may read.
//!
//! These are plain structs with public fields and no behaviour. Authors never write them: the
//! checker builds them from a [`crate::document::Document`] (the Chinese files of `rules/`), and
//! the bundle is their JSON. Every condition and date expression stays readable FEEL text here;
//! [`crate::Rulebook`] holds the compiled form. Writing is derived here; reading is in `read`. Text meant for people is Chinese; keys and
//! enumerations are English.

#[cfg(feature = "check")]
mod decision;

use feel::Date;
use serde::Serialize;

use crate::date_text;

pub use crate::calendar::Calendar;
pub use crate::period::Period;
#[cfg(feature = "check")]
pub use decision::{Decision, HitPolicy, Input, Logic, Rule, Table};

/// A whole rulebook.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Definition {
    /// ASCII slug of the rulebook.
    pub id: String,
    /// Title shown to owners.
    pub title: String,
    /// Version of the rules, as the officers write it.
    pub version: String,
    /// The day on which the law was checked.
    #[serde(serialize_with = "date_text::serialize")]
    pub as_of: Date,
    /// Name of the city or region whose contacts are used.
    pub region: String,
    /// [`Agency::id`]s whose numbers stand on the first screen, before anything is asked; the
    /// first one is for danger.
    pub hotlines: Vec<String>,
    /// How severities are counted; absent = they are not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scoring: Option<Scoring>,
    /// Laws that are cited, in file order.
    pub laws: Vec<Law>,
    /// Holidays, for deadlines in working days; without it only weekends are off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<Calendar>,
    /// Agencies that findings lead to, in file order.
    pub agencies: Vec<Agency>,
    /// What the region says it has done for enterprises, with year and source.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deeds: Vec<Commitment>,
    /// Profile first, then domains, then routes, each in file order.
    pub sections: Vec<Section>,
}

/// What a finding of each severity counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Scoring {
    /// 低
    pub low: u16,
    /// 中
    pub medium: u16,
    /// 高
    pub high: u16,
    /// 极高
    pub critical: u16,
}

impl Scoring {
    /// What a finding counts.
    pub fn of(self, severity: Severity) -> u16 {
        match severity {
            Severity::Low => self.low,
            Severity::Medium => self.medium,
            Severity::High => self.high,
            Severity::Critical => self.critical,
        }
    }
}

/// One version of a law, regulation or judicial interpretation. Versions of one law have the same
/// titles and different ids, and are in force one after the other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Law {
    /// ASCII slug.
    pub id: String,
    /// Full title.
    pub title: String,
    /// Title as citations use it.
    pub short: String,
    /// Kind of instrument, such as 法律 or 行政法规.
    pub kind: String,
    /// Day on which the cited version took effect.
    #[serde(serialize_with = "date_text::serialize")]
    pub effective: Date,
    /// First day on which it is no longer in force, where that is known.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "date_text::optional")]
    pub until: Option<Date>,
}

/// One place in a law.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Citation {
    /// [`Law::id`].
    pub law: String,
    /// Article (条).
    pub article: u16,
    /// The N of 第…条之N.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inserted: Option<u8>,
    /// Paragraph (款), counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u8>,
    /// Item (项), counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<u8>,
}

/// An authority, court, hotline or platform.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Agency {
    /// ASCII slug.
    pub id: String,
    /// Name shown to owners.
    pub name: String,
    /// One of the four services of the founding document, or 其他.
    pub group: String,
    /// National, provincial or local.
    pub level: AgencyLevel,
    /// What it handles.
    pub handles: Vec<String>,
    /// What it does not handle.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excludes: Vec<String>,
    /// Verified telephone numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
    /// Web sites, mini-programs, apps and accounts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub online: Vec<Channel>,
    /// Public promises, quoted as promises.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub commitments: Vec<Commitment>,
    /// The agency whose national number stands in while the local window is unverified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hotline: Option<String>,
    /// Day of the last check.
    #[serde(serialize_with = "date_text::serialize")]
    pub verified_on: Date,
    /// How sure the record is.
    pub confidence: Confidence,
}

/// Reach of an agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AgencyLevel {
    /// 全国
    National,
    /// 省级（甘肃）
    Provincial,
    /// 本市
    Local,
}

/// How sure a contact record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// 高: shown by an authoritative or several sources.
    High,
    /// 中: one secondary source.
    Medium,
    /// 未核实: the page says 待核实.
    Unverified,
}

/// A telephone number that may be dialled.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Phone {
    /// Digits and hyphens, as dialled.
    pub number: String,
    /// What to know before dialling.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Opening hours, where verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
}

/// An online way in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Channel {
    /// Its name, as one searches for it.
    pub name: String,
    /// 网站, 小程序, App or 公众号.
    pub kind: String,
    /// Address, only where verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What to know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A public promise of an agency.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Commitment {
    /// What is promised.
    pub text: String,
    /// Where it was promised.
    pub source: String,
}

/// What a section is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// 基本情况: decides which domains apply; has no findings.
    Profile,
    /// 体检的一个领域.
    Domain,
    /// 遇到事了: one thing that happened.
    Route,
}

/// The profile, a domain or a route: questions and what follows from them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// ASCII slug.
    pub id: String,
    /// What it is for.
    pub kind: SectionKind,
    /// Title shown to owners.
    pub title: String,
    /// One line in the owner's words.
    pub summary: String,
    /// Group of a route (钱, 人, 检查处罚 …).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// FEEL condition under which it applies; absent = always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// Questions in the author's order.
    pub questions: Vec<Question>,
    /// Decisions that conditions here and in later sections use, each after those it uses.
    #[cfg(feature = "check")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<Decision>,
    /// Findings (of a domain) or guidance (of a route), in the author's order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Question {
    /// ASCII slug, unique in the rulebook; the key of answers.
    pub id: String,
    /// Name in FEEL texts, unique in the rulebook.
    pub name: String,
    /// What the owner reads.
    pub text: String,
    /// Why it is asked.
    pub why: String,
    /// Terms explained on the spot.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Term>,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// FEEL condition under which it is asked; absent = always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// Whether 不清楚 is an answer.
    pub may_be_unknown: bool,
    /// The author's word on when it is asked: higher before lower, whatever it is worth; absent = 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<i64>,
    /// Whether it asks for a fact that nothing the owner does can change: what has happened, what
    /// kind of business it is.
    #[serde(skip_serializing_if = "is_not")]
    pub fixed: bool,
    /// Of a choice: ids of the options that one can come to choose, or to drop where several may be
    /// chosen; empty = all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reachable: Vec<String>,
}

fn is_not(flag: &bool) -> bool {
    !flag
}

/// A term and what it means.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Term {
    /// The term as the question uses it.
    pub term: String,
    /// Its meaning in plain words.
    pub meaning: String,
}

/// The kinds of question.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 是否
    Boolean,
    /// 单选
    Choice {
        /// At least two options, exhaustive and exclusive.
        options: Vec<Choice>,
    },
    /// 多选; the screen adds 以上都没有, which is the empty list.
    MultiChoice {
        /// At least two options.
        options: Vec<Choice>,
    },
    /// 整数
    Integer {
        /// Unit, such as 人.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
        /// Smallest accepted value.
        #[serde(skip_serializing_if = "Option::is_none")]
        min: Option<i64>,
        /// Largest accepted value.
        #[serde(skip_serializing_if = "Option::is_none")]
        max: Option<i64>,
    },
    /// 金额, in 元 with at most two decimals.
    Money {
        /// Smallest accepted value in 元; never below 0.
        #[serde(skip_serializing_if = "Option::is_none")]
        min: Option<i64>,
        /// Largest accepted value in 元.
        #[serde(skip_serializing_if = "Option::is_none")]
        max: Option<i64>,
    },
    /// 日期
    Date {
        /// Whether it lies before or after the day of assessment.
        when: When,
    },
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Choice {
    /// ASCII slug, unique in the question; the value in answers.
    pub id: String,
    /// What the owner reads, and the string in FEEL texts.
    pub label: String,
}

/// Where a date may lie, seen from the day of assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// 过去: not after the day of assessment.
    Past,
    /// 将来: not before the day of assessment.
    Future,
    /// 不限
    Any,
}

/// How much a finding may hurt. Ordered from low to critical.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// 低
    Low,
    /// 中
    Medium,
    /// 高
    High,
    /// 极高
    Critical,
}

/// How soon something must be done. Ordered from the least to the most urgent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// 有空再做
    Later,
    /// 尽快
    Soon,
    /// 立即
    Now,
}

/// A risk of a domain, or a piece of guidance of a route.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// ASCII slug, unique in the rulebook.
    pub id: String,
    /// Title shown to owners.
    pub title: String,
    /// On which days of assessment it exists; absent = on all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid: Option<Period>,
    /// Risk class; absent for routes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// FEEL condition.
    pub when: String,
    /// Severity; absent for routes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// Urgency.
    pub urgency: Urgency,
    /// Articles it rests on.
    pub basis: Vec<Citation>,
    /// What it may cost, or what will happen.
    pub consequence: String,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// What to bring or prepare.
    pub materials: Vec<String>,
    /// What not to do.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub avoid: Vec<String>,
    /// Deadlines.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<Deadline>,
    /// [`Agency::id`]s, first contact first.
    pub agencies: Vec<String>,
    /// The day by which the rule is to be read again.
    #[serde(serialize_with = "date_text::serialize")]
    pub review_by: Date,
}

/// A deadline of a finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Deadline {
    /// What has to be done by then.
    pub task: String,
    /// FEEL expression of the last day, or with `working_days` of the day it runs from; absent where
    /// the first day is not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// How many working days it is, counted from the day after `due`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub working_days: Option<u16>,
    /// Articles that move a last day off work to the next working day; empty = it stays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub postponed_by: Vec<Citation>,
    /// The period in words, as the law gives it.
    pub rule: String,
    /// Articles it rests on.
    pub basis: Vec<Citation>,
}
