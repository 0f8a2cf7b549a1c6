//! One result, as small as it can be and still be compared: which findings, on which day, under
//! which rules. No answers.

use assessor::definition::{SectionKind, Severity};
use assessor::report::{Progress, Report, Status};
use feel::Date;

/// Words for the overall level in the stored text.
const LEVELS: [(Option<Severity>, &str); 5] = [
    (None, "none"),
    (Some(Severity::Low), "low"),
    (Some(Severity::Medium), "medium"),
    (Some(Severity::High), "high"),
    (Some(Severity::Critical), "critical"),
];

/// One result.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    /// The day of assessment.
    pub date: Date,
    /// Version of the rules.
    pub version: String,
    /// Highest severity that was certain.
    pub level: Option<Severity>,
    /// Ids of the domains that were looked at.
    pub looked: Vec<String>,
    /// Ids of the findings that were certain.
    pub certain: Vec<String>,
    /// Ids of the findings that were possible.
    pub possible: Vec<String>,
}

impl Snapshot {
    /// The result of a report, over its domains; none if none was looked at.
    pub fn of(report: &Report) -> Option<Self> {
        let domains = report.sections.iter().filter(|it| it.kind == SectionKind::Domain);
        let looked =
            domains.clone().filter(|it| matches!(it.progress, Progress::Started | Progress::Complete));
        let looked: Vec<String> = looked.map(|it| it.id.clone()).collect();
        let found = |status: Status| {
            let own = report.findings.iter().filter(|it| it.status == status);
            let own = own.filter(|it| domains.clone().any(|domain| domain.id == it.section));
            own.map(|it| it.id.clone()).collect::<Vec<_>>()
        };
        (!looked.is_empty()).then(|| Self {
            date: report.date,
            version: report.rulebook.version.clone(),
            level: report.overall.certain,
            looked,
            certain: found(Status::Confirmed),
            possible: found(Status::Possible),
        })
    }

    /// Whether both are of the same day and the same rules.
    pub fn is_of(&self, other: &Self) -> bool {
        self.date == other.date && self.version == other.version
    }

    /// Whether both are under the same rules and say the same, on whichever day.
    pub fn says_the_same(&self, other: &Self) -> bool {
        Self { date: other.date, ..self.clone() } == *other
    }

    /// Reads the fields of a line.
    pub(super) fn read(fields: &[&str]) -> Option<Self> {
        let [date, version, level, looked, certain, possible] = fields else { return None };
        let ids = |field: &str| field.split(',').filter(|id| !id.is_empty()).map(String::from).collect();
        Some(Self {
            date: date.parse().ok()?,
            version: (*version).into(),
            level: LEVELS.iter().find(|(_, word)| word == level)?.0,
            looked: ids(looked),
            certain: ids(certain),
            possible: ids(possible),
        })
    }

    /// The fields of a line.
    pub(super) fn write(&self) -> String {
        let level = LEVELS.iter().find(|(level, _)| *level == self.level).map_or("", |(_, word)| word);
        let ids = [&self.looked, &self.certain, &self.possible].map(|ids| ids.join(","));
        let [looked, certain, possible] = &ids;
        [&*self.date.to_string(), &self.version, level, looked, certain, possible].join("\t")
    }
}
