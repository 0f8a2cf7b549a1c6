//! The profile, a domain or a route: questions and what follows from them.

use serde::Serialize;

#[cfg(feature = "check")]
use super::Decision;
use super::{Finding, Question};

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
    /// Under which heading owners find a domain (用人, 经营 …) or a route (钱, 检查处罚 …).
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
