//! Dates of which the owner remembers only the month.
//!
//! The engine takes the first day of the month where no day of it makes a difference to what is
//! certain, and 不清楚 otherwise (`Session::answer_roughly`); so a last day is the earliest there can be,
//! and a month never makes anything certain that the day could take back.

use assessor::definition::{Kind, Question, When};
use assessor::report::{DeadlineReport, Report};
use assessor::{Input, Session, words};
use feel::Date;

use super::Model;

/// A month, or what is chosen of it so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Month {
    /// The year; none yet.
    pub year: Option<i64>,
    /// 1 to 12; none yet.
    pub month: Option<i64>,
}

/// One of the two things to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// 年
    Year,
    /// 月
    Month,
}

/// Years back and ahead that can be chosen, where the question allows them.
const BACK: i64 = 60;
const AHEAD: i64 = 10;

impl Month {
    /// Its first day, once both parts are chosen.
    fn first(self) -> Option<Date> {
        Date::new(self.year?, self.month?, 1)
    }

    /// `2025年3月`
    fn words(self) -> Option<String> {
        self.first().map(|day| format!("{}年{}月", day.year(), day.month()))
    }

    /// `2025-03`
    fn text(self) -> Option<String> {
        self.first().map(|day| format!("{:04}-{:02}", day.year(), day.month()))
    }

    fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let month = Self { year: year.parse().ok(), month: month.parse().ok() };
        month.first().map(|_| month)
    }

    /// The days that a question takes on a day of assessment, earliest first.
    fn days(self, when: When, today: Date) -> Vec<Input> {
        let Some(first) = self.first() else { return Vec::new() };
        let days = (0..31).filter_map(|more| first.add_days(more)).filter(|day| day.month() == first.month());
        let fits = |day: &Date| match when {
            When::Past => *day <= today,
            When::Future => *day >= today,
            When::Any => true,
        };
        days.filter(fits).map(|day| Input::Text(day.to_string())).collect()
    }
}

/// Reads what was saved; what is no month is left out.
pub(super) fn read(saved: &[(String, String)]) -> Vec<(String, Month)> {
    saved.iter().filter_map(|(id, text)| Some((id.clone(), Month::parse(text)?))).collect()
}

/// As it is saved.
pub(super) fn written(months: &[(String, Month)]) -> Vec<(String, String)> {
    months.iter().filter_map(|(id, month)| Some((id.clone(), month.text()?))).collect()
}

/// A report that says of every answer and of every last day that stands on a month that it does.
pub(super) fn admit(mut report: Report, session: &Session, months: &[(String, Month)]) -> Report {
    if months.is_empty() {
        return report;
    }
    let mut blank = session.clone();
    for (id, _) in months {
        drop(blank.answer(id, Input::Unknown));
    }
    let blank = blank.report();
    let rough = |id: &str| months.iter().find(|(other, _)| other == id).and_then(|(_, month)| month.words());
    for finding in &mut report.findings {
        for because in &mut finding.because {
            if let Some(words) = rough(&because.question) {
                because.answer = format!("大概{words}");
            }
        }
        let without = blank.findings.iter().find(|it| it.id == finding.id);
        let without = without.map(|it| it.deadlines.as_slice()).unwrap_or_default();
        for deadline in finding.deadlines.iter_mut().filter(|it| it.due.is_some()) {
            let same = |it: &&DeadlineReport| it.task == deadline.task;
            let needs = without.iter().find(same).map(|it| it.needs.as_slice()).unwrap_or_default();
            if needs.iter().any(|id| rough(id).is_some()) {
                let counted = "起算的日子只记得大概，这里按最早的一天算，请找出凭证核对";
                let note = deadline.note.take();
                deadline.note = Some(note.map_or(counted.into(), |note| format!("{note}；{counted}")));
            }
        }
    }
    report
}

impl Model {
    /// The month given for a question, if its day is not known.
    pub fn month(&self, question: &str) -> Option<Month> {
        self.months.iter().find(|(id, _)| id == question).map(|(_, month)| *month)
    }

    /// The years that a date question can be answered with, latest first.
    pub fn years(&self, when: When) -> Vec<i64> {
        let today = self.session.on().year();
        let latest = if when == When::Past { today } else { today + AHEAD };
        let earliest = if when == When::Future { today } else { today - BACK };
        (earliest..=latest).rev().collect()
    }

    /// What was made of a month, in words; none before it is chosen whole.
    pub fn estimated(&self, question: &str) -> Option<String> {
        let month = self.month(question)?.words()?;
        Some(match self.session.input(question)? {
            Input::Text(day) => format!(
                "按{}算，这是{month}里最早的可能：宁早勿晚。想起是哪天，再回来改。",
                words::date(day.parse().ok()?)
            ),
            _ => format!("{month}里哪一天，会影响结论，所以先按“不清楚”算。找到凭证、想起是哪天，再回来改。"),
        })
    }

    /// The answer to a question in words, a month as such.
    pub fn answer_in_words(&self, question: &Question) -> Option<String> {
        let rough = self.month(&question.id).and_then(Month::words).map(|month| format!("大概{month}"));
        rough.or_else(|| self.in_words(question, self.session.input(&question.id)?))
    }

    pub(super) fn roughly(&mut self, roughly: bool) {
        let Some(id) = self.question().map(|question| question.id.clone()) else { return };
        self.drafts.remove(&id);
        self.complaint = None;
        self.session.clear(&id);
        self.forget_month(&id);
        if roughly {
            self.months.push((id, Month::default()));
        }
    }

    pub(super) fn set_month(&mut self, part: Part, chosen: &str) {
        let Some(id) = self.question().map(|question| question.id.clone()) else { return };
        let Some((_, month)) = self.months.iter_mut().find(|(other, _)| *other == id) else { return };
        let chosen = chosen.parse().ok();
        match part {
            Part::Year => month.year = chosen,
            Part::Month => month.month = chosen,
        }
        self.complaint = None;
        self.session.clear(&id);
        self.estimate();
    }

    /// Works out anew what the months come to under the answers there are now.
    pub(super) fn estimate(&mut self) {
        let ranges: Vec<(&str, Vec<Input>)> = self
            .months
            .iter()
            .filter_map(|(id, month)| match self.session.rulebook().question(id)?.kind {
                Kind::Date { when } => Some((id.as_str(), month.days(when, self.session.on()))),
                _ => None,
            })
            .collect();
        if !ranges.is_empty() {
            self.session.answer_roughly(&ranges);
        }
    }

    pub(super) fn forget_month(&mut self, question: &str) {
        self.months.retain(|(id, _)| id != question);
    }
}
