//! A session: one owner's answers on a day, with everything the page needs to go on.

use std::rc::Rc;

use feel::{Date, Value};

use crate::answer::{AnswerError, accept};
use crate::answers::Answers;
use crate::assess;
use crate::condition::{self, Condition};
use crate::definition::{Finding, Question, Section, SectionKind};
#[cfg(feature = "check")]
use crate::explain::{self, Explanation};
use crate::facts::{Facts, QuestionState, Truth};
use crate::input::Input;
use crate::next;
use crate::ranges::{self, Range};
use crate::relevance::{Relevance, sufficient};
use crate::report::{Because, Report};
use crate::rulebook::Rulebook;
use crate::what_if::{self, WhatIf};

/// Answers being given. The last changes can be taken back.
#[derive(Debug, Clone)]
pub struct Session {
    rulebook: Rc<Rulebook>,
    on: Date,
    answers: Answers,
    facts: Facts,
    /// What the last changes replaced, newest last: question and what was there.
    past: Vec<Vec<(String, Option<Input>)>>,
}

/// How many changes can be taken back.
const MEMORY: usize = 50;

impl Session {
    /// An empty session on the day of assessment.
    pub fn new(rulebook: Rc<Rulebook>, on: Date) -> Self {
        let answers = Answers::default();
        let facts = Facts::new(&rulebook, &answers, on);
        Self { rulebook, on, answers, facts, past: Vec::new() }
    }

    /// The rules of this session.
    pub fn rulebook(&self) -> &Rc<Rulebook> {
        &self.rulebook
    }

    /// The day of assessment.
    pub fn on(&self) -> Date {
        self.on
    }

    /// All answers given, those of questions that no longer apply included.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Answers a question, or refuses and changes nothing.
    pub fn answer(&mut self, question: &str, input: Input) -> Result<(), AnswerError> {
        self.check(question, &input)?;
        self.remember([question]);
        self.answers.insert(question, input);
        self.changed(question);
        Ok(())
    }

    /// Answers questions of which only a range of answers is known, such as the days of a month: with
    /// the first of the range where it makes no difference which of them it is (see `ranges`), else
    /// with 不清楚. Ranges that are empty or hold something that is no answer, and questions that
    /// cannot be answered 不清楚, are passed over.
    pub fn answer_roughly(&mut self, ranges: &[(&str, Vec<Input>)]) {
        let mut known = Vec::new();
        for (id, inputs) in ranges {
            let Some(values) = self.values(id, inputs).filter(|it| !it.is_empty()) else { continue };
            if self.answer(id, Input::Unknown).is_ok() {
                known.extend(self.rulebook.number_of(id).zip(inputs.first()).map(|it| (*id, it, values)));
            }
        }
        let ranges: Vec<Range> =
            known.iter().map(|(_, (number, _), values)| (*number, values.clone())).collect();
        let settled = ranges::settled(&self.rulebook, &self.facts, &ranges);
        for ((id, (_, first), _), _) in known.into_iter().zip(settled).filter(|(_, settled)| *settled) {
            drop(self.answer(id, first.clone()));
        }
    }

    /// The values of inputs; none if one of them is no answer.
    fn values(&self, id: &str, inputs: &[Input]) -> Option<Vec<Value>> {
        let question = self.rulebook.question(id)?;
        inputs.iter().map(|input| accept(question, input, self.on).ok()).collect()
    }

    fn check(&self, id: &str, input: &Input) -> Result<(), AnswerError> {
        let question = self.rulebook.question(id).ok_or(AnswerError::UnknownQuestion)?;
        accept(question, input, self.on).map(|_| ())
    }

    /// Takes an answer back.
    pub fn clear(&mut self, question: &str) {
        self.remember([question]);
        self.answers.remove(question);
        self.changed(question);
    }

    /// Takes the last change back; false if there is none. A section cleared comes back whole.
    pub fn undo(&mut self) -> bool {
        let Some(change) = self.past.pop() else { return false };
        for (question, before) in change {
            match before {
                Some(input) => self.answers.insert(&question, input),
                None => self.answers.remove(&question),
            }
            self.changed(&question);
        }
        true
    }

    fn remember<'q>(&mut self, questions: impl IntoIterator<Item = &'q str>) {
        let before = |question: &str| (question.into(), self.answers.get(question).cloned());
        let change = questions.into_iter().map(before).collect();
        self.keep(change);
    }

    fn keep(&mut self, change: Vec<(String, Option<Input>)>) {
        if self.past.len() == MEMORY {
            self.past.remove(0);
        }
        self.past.push(change);
    }

    /// Takes all answers of a section back.
    pub fn clear_section(&mut self, section: &str) {
        let rulebook = Rc::clone(&self.rulebook);
        let questions = || rulebook.section(section).into_iter().flat_map(|section| &section.questions);
        self.remember(questions().map(|question| &*question.id));
        for question in questions() {
            self.answers.remove(&question.id);
            self.changed(&question.id);
        }
    }

    /// Takes all answers back; one change, to be undone at once.
    pub fn clear_all(&mut self) {
        let answers = std::mem::take(&mut self.answers);
        let change = answers.iter().map(|(question, input)| (question.into(), Some(input.clone()))).collect();
        self.keep(change);
        self.facts = Facts::new(&self.rulebook, &self.answers, self.on);
    }

    /// Takes saved answers over, as far as they still fit; gives what was dropped and why.
    pub fn restore(&mut self, saved: &Answers) -> Vec<(String, AnswerError)> {
        let mut dropped = Vec::new();
        for (id, input) in saved.iter() {
            match self.check(id, input) {
                Ok(()) => self.answers.insert(id, input.clone()),
                Err(error) => dropped.push((id.into(), error)),
            }
        }
        self.facts = Facts::new(&self.rulebook, &self.answers, self.on);
        self.past.clear();
        dropped
    }

    fn changed(&mut self, question: &str) {
        let input = self.answers.get(question);
        if let Some(number) = self.facts.take(&self.rulebook, question, input) {
            self.facts.update(&self.rulebook, number);
        }
    }

    /// What was answered, also while the question does not apply.
    pub fn input(&self, question: &str) -> Option<&Input> {
        self.answers.get(question)
    }

    /// Where a question stands; unknown ids do not apply.
    pub fn state(&self, question: &str) -> QuestionState {
        let number = self.rulebook.number_of(question);
        number.map_or(QuestionState::NotApplicable, |number| self.facts.state(number))
    }

    /// The next question worth asking for a section: one that can still change something there.
    /// It may belong to the profile if the section waits for it. None when the section is settled.
    /// Domains ask first what settles most; the profile and routes keep the author's order, which
    /// begins with danger and with the date on the paper.
    pub fn next(&self, section: &str) -> Option<&Question> {
        self.next_after(section, None)
    }

    /// As [`Session::next`], staying with the topic of the question answered last.
    pub fn next_after(&self, section: &str, last: Option<&str>) -> Option<&Question> {
        let sections = &self.rulebook.definition().sections;
        let at = sections.iter().position(|it| it.id == section)?;
        let number = match sections.get(at)?.kind {
            SectionKind::Profile | SectionKind::Route => self.relevance(section)?.open().next(),
            SectionKind::Domain => {
                let last = last.and_then(|question| self.rulebook.number_of(question));
                next::next(&self.rulebook, &self.facts, at, last)
            }
        };
        self.rulebook.question_at(number?)
    }

    /// Why a question is asked of this business: a smallest set of answers that makes it apply;
    /// empty if it is asked of everyone.
    pub fn asked_because(&self, question: &str) -> Vec<Because> {
        let number = self.rulebook.number_of(question);
        let programs = self.rulebook.programs();
        let own = number.and_then(|number| programs.questions.get(number)?.as_ref());
        let needed = own.map(|condition| sufficient(condition, &self.facts)).unwrap_or_default();
        needed.into_iter().filter_map(|number| assess::because(&self.rulebook, &self.facts, number)).collect()
    }

    /// How many questions may still be asked for a section. An estimate: an answer may remove
    /// several, and it may open some.
    pub fn remaining(&self, section: &str) -> u32 {
        self.relevance(section).map_or(0, |relevance| relevance.unanswered().count() as u32)
    }

    fn relevance(&self, id: &str) -> Option<Relevance<'_>> {
        let sections = &self.rulebook.definition().sections;
        let number = sections.iter().position(|section| section.id == id)?;
        let relevance = Relevance::new(&self.rulebook, &self.facts);
        Some(match sections.get(number)?.kind {
            SectionKind::Profile => relevance.applicability(),
            SectionKind::Domain | SectionKind::Route => relevance.section(number),
        })
    }

    /// Why a finding stands, may stand, or does not; none if no finding has this id.
    #[cfg(feature = "check")]
    pub fn explain(&self, finding: &str) -> Option<Explanation> {
        explain::explained(&self.rulebook, &self.facts, finding)
    }

    /// What would clear a finding; none if no finding has this id.
    pub fn what_if(&self, finding: &str) -> Option<WhatIf> {
        self.what_if_within(finding, what_if::BOUND)
    }

    /// As [`Session::what_if`], changing answers at most `bound` times; the search says whether that
    /// was enough.
    pub fn what_if_within(&self, finding: &str, bound: u32) -> Option<WhatIf> {
        what_if::cleared(&self.rulebook, &self.facts, self.on, finding, bound)
    }

    /// All that decides whether a finding stands, part by part, with what is the case; empty if no
    /// finding has this id.
    pub fn conditions(&self, finding: &str) -> Vec<Condition> {
        let number = self.rulebook.finding_number(finding);
        number.map(|number| condition::conditions(&self.rulebook, &self.facts, number)).unwrap_or_default()
    }

    /// Whether a finding stands, listed or not; none if no finding has this id.
    pub fn stands(&self, finding: &str) -> Option<Truth> {
        self.rulebook.finding_number(finding).map(|number| self.facts.finding(number))
    }

    /// The findings of a section that the answers exclude, in file order; without those that cannot
    /// concern this business, because none of their questions does.
    pub fn excluded<'s>(&'s self, section: &'s Section) -> impl Iterator<Item = &'s Finding> {
        section.findings.iter().filter(|finding| {
            let number = self.rulebook.finding_number(&finding.id);
            number.is_some_and(|number| {
                self.facts.finding(number) == Truth::No && !assess::idle(&self.rulebook, &self.facts, number)
            })
        })
    }

    /// The report on the answers given so far.
    pub fn report(&self) -> Report {
        assess::report(&self.rulebook, &self.facts, self.on)
    }
}
