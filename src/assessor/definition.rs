//! The rulebook as data: what a bundle holds and what every part of the product may read.
//!
//! These are plain structs with public fields. Authors never write them: the checker builds them
//! from a [`crate::document::Document`] (the Chinese files of `rules/`), and the bundle is their
//! JSON. Every condition and date expression stays readable FEEL text here; [`crate::Rulebook`]
//! holds the compiled form. Writing is derived here; reading is in `read`. Text meant for people is
//! Chinese; keys and enumerations are English.

mod agency;
#[cfg(feature = "check")]
mod decision;
mod finding;
mod grouped;
mod question;
mod section;

use feel::Date;
use serde::Serialize;

use crate::date_text;

pub use crate::calendar::Calendar;
pub use crate::period::Period;
pub use agency::{Agency, AgencyLevel, Channel, Commitment, Confidence, Phone};
#[cfg(feature = "check")]
pub use decision::{Decision, HitPolicy, Input, Logic, Rule, Table};
pub use finding::{Deadline, Finding, Severity, Urgency};
pub use grouped::grouped;
pub use question::{Choice, Kind, Question, Term, When};
pub use section::{Section, SectionKind};

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
