//! A risk or a piece of guidance: the condition, and everything the owner needs once it holds.

use feel::Date;
use serde::Serialize;

use super::{Citation, Period};
use crate::date_text;

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
