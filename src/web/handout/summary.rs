//! What a result comes to, without the answers it rests on.

use assessor::definition::{SectionKind, Severity};
use assessor::report::{FindingReport, Progress, Report, Status};
use assessor::{Rulebook, words};
use feel::Date;

use super::contact::lines;
use super::order::{by_urgency, pressing};
use crate::parts::{level, nearest, remaining, urgency};

/// How many contacts are named.
const CONTACTS: usize = 4;

/// A result for others.
#[derive(Debug)]
pub struct Summary<'a> {
    /// The rules it was made by.
    pub rulebook: &'a Rulebook,
    /// The day of assessment.
    pub on: Date,
    /// The level in a word and a sentence; none while no domain was looked into.
    pub level: Option<(Option<Severity>, String)>,
    /// What it does not cover; may be empty.
    pub open: String,
    /// Certain risks, most urgent first.
    pub certain: Vec<&'a FindingReport>,
    /// Possible risks.
    pub possible: Vec<&'a FindingReport>,
    /// What is to be done about what happened (遇到事了).
    pub matters: Vec<&'a FindingReport>,
    /// Last days of what is certain, soonest first, those that have passed included.
    pub deadlines: Vec<Due<'a>>,
    /// Whom to call: name and number.
    pub contacts: Vec<(&'a str, &'a str)>,
}

/// A last day.
#[derive(Debug, Clone, PartialEq)]
pub struct Due<'a> {
    /// The finding it belongs to.
    pub finding: &'a FindingReport,
    /// Its number among that finding's deadlines.
    pub number: usize,
    /// The last day.
    pub day: Date,
    /// Days until then; negative when it has passed.
    pub left: i64,
    /// What has to be done by then.
    pub task: &'a str,
}

impl<'a> Summary<'a> {
    /// Sums a report up.
    pub fn new(rulebook: &'a Rulebook, report: &'a Report) -> Self {
        let kind = |it: &FindingReport| rulebook.section(&it.section).map(|section| section.kind);
        let pick = |wanted, status| {
            let of = move |it: &&FindingReport| kind(it) == Some(wanted) && it.status == status;
            by_urgency(report.findings.iter().filter(of))
        };
        let certain = pick(SectionKind::Domain, Status::Confirmed);
        let possible = pick(SectionKind::Domain, Status::Possible);
        let matters = pick(SectionKind::Route, Status::Confirmed);
        Self {
            rulebook,
            on: report.date,
            level: looked_into(report).then(|| headline(&certain, &possible)),
            open: gaps(report),
            deadlines: deadlines(certain.iter().chain(&matters)),
            contacts: contacts(rulebook, matters.iter().chain(&certain).chain(&possible)),
            certain,
            possible,
            matters,
        }
    }

    /// Whether there is nothing to hand out yet.
    pub fn is_empty(&self) -> bool {
        self.level.is_none() && self.matters.is_empty()
    }

    /// The findings under their headings; headings without any are left out.
    pub fn groups(&self) -> impl Iterator<Item = (&'static str, &[&'a FindingReport])> {
        let groups = [
            ("正在办的事", &*self.matters),
            ("确定的风险", &*self.certain),
            ("可能的风险，要先确认", &*self.possible),
        ];
        groups.into_iter().filter(|(_, findings)| !findings.is_empty())
    }

    /// Which rules, of which day.
    pub fn rules(&self) -> String {
        let rules = self.rulebook.definition();
        format!("规则版本 {}，法规截至{}", rules.version, words::date(rules.as_of))
    }
}

/// How certain and how bad a finding is, how soon to act and how long that is: 确定 · 风险高 · 尽快 · 还剩 98 天.
pub fn marks(finding: &FindingReport) -> String {
    let status = match finding.status {
        Status::Confirmed => "确定",
        Status::Possible => "可能，要先确认",
    };
    let severity = finding.severity.map(|it| format!("风险{}", level(Some(it)).word));
    let left = nearest(finding).and_then(|it| it.days_left).map(remaining);
    let marks = [Some(status.to_owned()), severity, Some(urgency(pressing(finding)).word.into()), left];
    marks.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn domains(report: &Report) -> impl Iterator<Item = Progress> {
    report.sections.iter().filter(|it| it.kind == SectionKind::Domain).map(|it| it.progress)
}

fn looked_into(report: &Report) -> bool {
    domains(report).any(|it| matches!(it, Progress::Started | Progress::Complete))
}

fn headline(certain: &[&FindingReport], possible: &[&FindingReport]) -> (Option<Severity>, String) {
    let worst = |findings: &[&FindingReport]| findings.iter().filter_map(|it| it.severity).max();
    let (certain, possible) = (worst(certain), worst(possible));
    let sentence = match (certain, possible) {
        (Some(sure), Some(maybe)) if maybe > sure => format!(
            "确定的风险最高为“{}”；没确认的里面，最高可能到“{}”。",
            level(certain).word,
            level(possible).word
        ),
        (Some(_), _) => format!("确定的风险最高为“{}”。", level(certain).word),
        (None, Some(_)) => {
            format!("目前没有确定的风险；没确认的里面，最高可能到“{}”。", level(possible).word)
        }
        (None, None) => "查过的领域没有发现风险。".into(),
    };
    (certain, sentence)
}

fn gaps(report: &Report) -> String {
    let count = |wanted| domains(report).filter(|it| *it == wanted).count();
    let gaps = [(count(Progress::NotStarted), "没有查"), (count(Progress::Started), "没有答完")];
    let gaps = gaps.iter().filter(|(number, _)| *number > 0);
    let gaps: Vec<String> = gaps.map(|(number, what)| format!("{number} 个领域{what}")).collect();
    match gaps.is_empty() {
        true => String::new(),
        false => format!("还不完整：{}。", gaps.join("，")),
    }
}

/// A task with the same last day in two findings is one.
fn deadlines<'a, 'b>(findings: impl Iterator<Item = &'b &'a FindingReport>) -> Vec<Due<'a>>
where
    'a: 'b,
{
    let mut found: Vec<Due<'a>> = Vec::new();
    for finding in findings {
        for (number, deadline) in finding.deadlines.iter().enumerate() {
            let day = deadline.day();
            if let (Some(day), Some(left)) = (day, deadline.days_left)
                && !found.iter().any(|it| it.day == day && it.task == deadline.task)
            {
                let at = found.partition_point(|it| it.left <= left);
                found.insert(at, Due { finding, number, day, left, task: &deadline.task });
            }
        }
    }
    found
}

/// The first contact of each finding, as long as there is room, and the number that answers for it.
fn contacts<'a, 'b>(
    rulebook: &'a Rulebook,
    findings: impl Iterator<Item = &'b &'a FindingReport>,
) -> Vec<(&'a str, &'a str)>
where
    'a: 'b,
{
    let mut found: Vec<(&str, &str)> = Vec::new();
    let first = findings.filter_map(|it| rulebook.agency(it.agencies.first()?));
    // Where nothing but a place on the internet answers, there is nobody to call.
    for agency in first.filter(|it| !it.phones.is_empty() || it.hotline.is_some()) {
        let number = lines(rulebook, agency).first().map(|line| line.phone.number.as_str());
        if let Some(number) = number
            && found.len() < CONTACTS
            && !found.iter().any(|(name, _)| *name == agency.name)
        {
            found.push((&agency.name, number));
        }
    }
    found
}
