//! The people of `examples/`: whole businesses, and every difference between what they must be told
//! and what they are told.

use std::rc::Rc;

use assessor::definition::{Citation, Severity};
use assessor::document::{Origin, Text};
use assessor::report::{FindingReport, Report, Status};
use assessor::{Person, QuestionState, Rulebook, Session, words};
use serde::Serialize;

use crate::load::{Sources, line_and_column};

/// The outcome of one person.
#[derive(Debug, Serialize)]
pub struct Met {
    /// The story.
    story: String,
    /// Its file.
    file: String,
    /// What was gone through.
    sections: Vec<String>,
    /// Differences; none if the person is told what was expected.
    differences: Vec<Difference>,
}

/// Something expected that did not happen, or the other way round.
#[derive(Debug, Serialize)]
struct Difference {
    line: usize,
    message: String,
}

impl Met {
    /// Whether all is as expected.
    pub fn passed(&self) -> bool {
        self.differences.is_empty()
    }

    /// The differences, one a line, with their places.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        self.differences.iter().map(|it| format!("{}:{}: {}", self.file, it.line, it.message))
    }
}

/// Assesses one person.
pub fn meet(rulebook: &Rc<Rulebook>, person: &Person, sources: &Sources) -> Met {
    let mut session = Session::new(Rc::clone(rulebook), person.on);
    session.restore(&person.answers);
    let report = session.report();
    let mut meeting = Meeting { rulebook, person, report: &report, found: Vec::new() };
    meeting.questions(&session);
    meeting.findings();
    meeting.basis();
    meeting.agencies();
    meeting.deadlines();
    meeting.levels();
    let mut found = meeting.found;
    found.sort_by_key(|(at, _)| *at);
    let source = sources.get(person.story.at.file);
    let line = |at: Origin| source.map_or(0, |it| line_and_column(&it.text, at.start as usize).0);
    Met {
        story: person.story.text.clone(),
        file: source.map(|it| it.path.to_string_lossy().into_owned()).unwrap_or_default(),
        sections: person.sections.clone(),
        differences: found.into_iter().map(|(at, message)| Difference { line: line(at), message }).collect(),
    }
}

struct Meeting<'a> {
    rulebook: &'a Rulebook,
    person: &'a Person,
    report: &'a Report,
    found: Vec<(Origin, String)>,
}

impl<'a> Meeting<'a> {
    /// The findings of what the person went through, in the order of the report.
    fn inside(&self) -> impl Iterator<Item = &'a FindingReport> + use<'a> {
        let sections = &self.person.sections;
        self.report.findings.iter().filter(move |it| sections.contains(&it.section))
    }

    /// The findings that were expected to be certain or possible.
    fn expected(&self) -> impl Iterator<Item = &'a FindingReport> + use<'a> {
        let expected = &self.person.expected;
        let ids = move || expected.confirmed.iter().chain(expected.possible.iter().flatten());
        self.inside().filter(move |it| ids().any(|id| id.text == it.id))
    }

    fn questions(&mut self, session: &Session) {
        for Text { text: id, at } in &self.person.given {
            let why = match session.state(id) {
                QuestionState::NotApplicable => "“何时问”不成立，这个人不会被问到",
                QuestionState::Undetermined => "“何时问”还定不下来，这个人还没有被问到",
                QuestionState::Open | QuestionState::Answered => continue,
            };
            let name = self.rulebook.question(id).map_or(id, |question| &question.name);
            self.found.push((*at, format!("“{name}”：{why}")));
        }
    }

    fn findings(&mut self) {
        let expected = &self.person.expected;
        self.status(&expected.confirmed, Some(Status::Confirmed), "确定");
        self.status(expected.possible.as_deref().unwrap_or_default(), Some(Status::Possible), "可能");
        self.status(&expected.absent, None, "没有");
        let listed = |it: &FindingReport| {
            let ids = expected.confirmed.iter().chain(expected.possible.iter().flatten());
            ids.chain(&expected.absent).any(|id| id.text == it.id)
        };
        let held = |it: &FindingReport| it.status == Status::Confirmed || expected.possible.is_some();
        let surplus = self.inside().filter(|it| held(it) && !listed(it));
        let at = self.person.story.at;
        self.found.extend(surplus.map(|it| (at, beyond(it))));
    }

    /// Compares the status of findings with the one expected.
    fn status(&mut self, ids: &[Text], expected: Option<Status>, word: &str) {
        for Text { text: id, at } in ids {
            let finding = self.inside().find(|it| it.id == *id);
            if finding.map(|it| it.status) != expected {
                let title = finding.map_or(String::new(), |it| format!("“{}”", it.title));
                let actual = finding.map_or("没有", |it| self::word(it.status));
                let why = finding.map(because).unwrap_or_default();
                self.found.push((*at, format!("{id}{title}应当是“{word}”，实际是“{actual}”{why}")));
            }
        }
    }

    fn basis(&mut self) {
        for (citation, Text { text, at }) in &self.person.expected.basis {
            let own = self.expected().flat_map(|it| &it.basis);
            let dues = self.expected().flat_map(|it| &it.deadlines).flat_map(|it| &it.basis);
            if !own.chain(dues).any(|it| covers(citation, &it.citation)) {
                let law = self.rulebook.law(&citation.law).map_or(text, |law| &law.short);
                let message = format!("预期的风险和指引都没有引用《{law}》{}", words::place(citation));
                self.found.push((*at, message));
            }
        }
    }

    fn agencies(&mut self) {
        let agencies = &self.person.expected.agencies;
        let first = self.inside().next();
        for (number, Text { text: id, at }) in agencies.iter().enumerate() {
            if number == 0 && first.and_then(|it| it.agencies.first()) != Some(id) {
                let actual = first.and_then(|it| Some(format!("{}（{}）", it.agencies.first()?, it.id)));
                let actual = actual.unwrap_or_else(|| "没有".into());
                self.found.push((*at, format!("首先应当找 {id}，实际是 {actual}")));
            } else if !self.expected().any(|it| it.agencies.contains(id)) {
                self.found.push((*at, format!("预期的风险和指引都没有写找 {id}")));
            }
        }
    }

    fn deadlines(&mut self) {
        for (Text { text: id, at }, day) in &self.person.expected.deadlines {
            let finding = self.inside().find(|it| it.id == *id);
            let dues = finding.into_iter().flat_map(|it| &it.deadlines).filter_map(|it| it.due.clone());
            let dues: Vec<String> = dues.collect();
            if !dues.contains(&day.to_string()) {
                let actual = if dues.is_empty() { "没有算出日期".into() } else { dues.join("、") };
                self.found.push((*at, format!("{id} 的期限应当到 {day}，实际是 {actual}")));
            }
        }
    }

    fn levels(&mut self) {
        for (Text { text: id, at }, level) in &self.person.expected.levels {
            let actual = self.report.sections.iter().find(|it| it.id == *id).and_then(|it| it.level.certain);
            if actual != *level {
                let (level, actual) = (severity(*level), severity(actual));
                self.found.push((*at, format!("{id} 的等级应当是“{level}”，实际是“{actual}”")));
            }
        }
    }
}

fn beyond(finding: &FindingReport) -> String {
    let FindingReport { id, title, status, rule, .. } = finding;
    let rule = rule.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("预期里没有 {id}“{title}”，实际是“{}”{}；触发：{rule}", word(*status), because(finding))
}

/// The answers that a finding rests on.
fn because(finding: &FindingReport) -> String {
    let answers = finding.because.iter().map(|it| format!("{}{}", it.text, it.answer));
    let answers = answers.collect::<Vec<_>>().join("；");
    if answers.is_empty() { answers } else { format!("，因为 {answers}") }
}

/// Whether a citation stands for what was expected: the article, and paragraph and item where both
/// name them.
fn covers(expected: &Citation, cited: &Citation) -> bool {
    let Citation { law, article, inserted, paragraph, item } = expected;
    (law, article, inserted) == (&cited.law, &cited.article, &cited.inserted)
        && agree(*paragraph, cited.paragraph)
        && agree(*item, cited.item)
}

fn agree(expected: Option<u8>, cited: Option<u8>) -> bool {
    expected.is_none() || cited.is_none() || expected == cited
}

fn word(status: Status) -> &'static str {
    match status {
        Status::Confirmed => "确定",
        Status::Possible => "可能",
    }
}

fn severity(level: Option<Severity>) -> &'static str {
    match level {
        None => "无",
        Some(Severity::Low) => "低",
        Some(Severity::Medium) => "中",
        Some(Severity::High) => "高",
        Some(Severity::Critical) => "极高",
    }
}
