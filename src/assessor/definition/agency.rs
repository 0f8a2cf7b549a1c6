//! Whom a finding leads to: agencies, their verified numbers, and which number answers for a window
//! that nobody has verified.

use feel::Date;
use serde::Serialize;

use super::Definition;
use crate::date_text;

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
    /// The agency whose national number stands in while the local window is unverified:
    /// [`Definition::stand_in`].
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

impl Definition {
    /// The agency with this id.
    pub fn agency(&self, id: &str) -> Option<&Agency> {
        self.agencies.iter().find(|agency| agency.id == id)
    }

    /// The line whose numbers answer for an agency that has none of its own, because nobody has
    /// verified its window: [`Agency::hotline`]. None for an agency that has a number, and where
    /// nothing stands in.
    pub fn stand_in(&self, agency: &Agency) -> Option<&Agency> {
        let line = agency.hotline.as_deref().filter(|_| agency.phones.is_empty())?;
        self.agency(line)
    }
}

#[cfg(test)]
mod tests {
    //! Whose number is dialled.

    use super::*;

    fn agency(id: &str, phones: &[&str], hotline: Option<&str>) -> Agency {
        let phone = |number: &&str| Phone { number: (*number).into(), note: None, hours: None };
        Agency {
            id: id.into(),
            name: id.into(),
            group: "其他".into(),
            level: AgencyLevel::Local,
            handles: Vec::new(),
            excludes: Vec::new(),
            phones: phones.iter().map(phone).collect(),
            online: Vec::new(),
            commitments: Vec::new(),
            hotline: hotline.map(Into::into),
            verified_on: Date::EPOCH,
            confidence: Confidence::High,
        }
    }

    #[test]
    fn a_line_stands_in_only_where_no_number_is_known() {
        let agencies = vec![
            agency("line", &["1"], None),
            agency("window", &[], Some("line")),
            agency("verified", &["2"], Some("line")),
            agency("online-only", &[], None),
            agency("dangling", &[], Some("nobody")),
        ];
        let rulebook = Definition {
            id: "small".into(),
            title: String::new(),
            version: String::new(),
            as_of: Date::EPOCH,
            region: String::new(),
            hotlines: Vec::new(),
            scoring: None,
            laws: Vec::new(),
            calendar: None,
            agencies,
            deeds: Vec::new(),
            sections: Vec::new(),
        };
        let stand_in = |agency| rulebook.stand_in(agency).map(|it| it.id.as_str());
        let found: Vec<_> = rulebook.agencies.iter().map(stand_in).collect();
        assert_eq!(found, [None, Some("line"), None, None, None]);
    }
}
