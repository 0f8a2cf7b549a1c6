//! What is known: the answers turned into FEEL values, question by question.
//!
//! Three things are kept apart. A question that is **not applicable** (its condition, or its
//! section's, is not true) is `null`: nothing waits for it. A question without an answer, or
//! answered 不清楚, is *unknown*. A question whose own condition is unknown is *undetermined*:
//! unknown as well, even if an answer is stored, because it may yet turn out not to apply. That
//! keeps the law of the engine: what is definite under partial answers stays so under every
//! completion of them.

use feel::{Date, Program, Value};

use crate::answer::accept;
use crate::answers::Answers;
use crate::definition::SectionKind;
use crate::input::Input;
use crate::programs::FindingPrograms;
use crate::report::Status;
use crate::rulebook::Rulebook;
use crate::sorted;

/// Where a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum QuestionState {
    /// It is asked and has no answer.
    Open,
    /// It is asked and answered; 不清楚 counts.
    Answered,
    /// It does not concern this business.
    NotApplicable,
    /// Whether it is asked depends on an answer that is missing or 不清楚.
    Undetermined,
}

/// A condition of three outcomes. Ordered so that the minimum of two is their conjunction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Truth {
    /// False or null: it does not hold.
    No = 0,
    /// Unknown.
    Open = 1,
    /// True.
    Yes = 2,
}

impl Truth {
    /// The status of a finding that stands so; none if it does not.
    pub(crate) fn status(self) -> Option<Status> {
        match self {
            Self::Yes => Some(Status::Confirmed),
            Self::Open => Some(Status::Possible),
            Self::No => None,
        }
    }
}

/// Evaluates a condition; absent = always.
pub(crate) fn truth(condition: Option<&Program>, env: &[Value]) -> Truth {
    match condition.map_or(Some(true), |program| program.holds(env)) {
        Some(true) => Truth::Yes,
        Some(false) => Truth::No,
        None => Truth::Open,
    }
}

/// Whether a finding's condition holds; outside its period a finding does not exist.
fn stands(finding: &FindingPrograms, env: &[Value], on: Date) -> Truth {
    if finding.exists(on) { truth(Some(&finding.when), env) } else { Truth::No }
}

/// Everything known on a day.
#[derive(Debug, Clone)]
pub(crate) struct Facts {
    on: Date,
    /// What was answered, by question number, also while the question does not apply.
    given: Vec<Option<Value>>,
    /// FEEL variables: the days, then one per question.
    pub env: Vec<Value>,
    /// By question number.
    states: Vec<QuestionState>,
    /// Whether each section applies.
    sections: Vec<Truth>,
    /// Whether each finding stands, by finding number.
    findings: Vec<Truth>,
    /// Numbers of the findings that the last update looked at again.
    touched: Vec<usize>,
}

impl Facts {
    /// Everything known from answers. Those that are not acceptable count as missing; whoever takes
    /// answers in refuses them first.
    pub fn new(rulebook: &Rulebook, answers: &Answers, on: Date) -> Self {
        let mut facts = Self {
            on,
            given: vec![None; rulebook.len()],
            env: rulebook.days(on).into_iter().map(Value::Date).collect(),
            states: vec![QuestionState::Open; rulebook.len()],
            sections: vec![Truth::No; rulebook.programs().sections.len()],
            findings: vec![Truth::No; rulebook.programs().findings()],
            touched: Vec::new(),
        };
        facts.env.resize(Rulebook::place_of(rulebook.len()), Value::Unknown);
        for (id, input) in answers.iter() {
            facts.take(rulebook, id, Some(input));
        }
        facts.evaluate(rulebook);
        facts
    }

    /// Remembers the answer to a question, and gives the question's number if there is one.
    pub fn take(&mut self, rulebook: &Rulebook, id: &str, input: Option<&Input>) -> Option<usize> {
        let number = rulebook.number_of(id)?;
        let question = rulebook.question_at(number)?;
        let value = input.and_then(|input| accept(question, input, self.on).ok());
        self.give(number, value);
        Some(number)
    }

    /// Remembers the value of an answer. It counts from the next evaluation or update on.
    pub fn give(&mut self, number: usize, value: Option<Value>) {
        if let Some(given) = self.given.get_mut(number) {
            *given = value;
        }
    }

    /// The states of all questions, sections and findings, a byte each.
    pub fn settled(&self) -> Vec<u8> {
        let states = self.states.iter().map(|state| *state as u8);
        let truths = self.sections.iter().chain(&self.findings).map(|truth| *truth as u8);
        states.chain(truths).collect()
    }

    /// The day of assessment.
    pub fn on(&self) -> Date {
        self.on
    }

    /// What was answered to a question, also while it does not apply.
    pub fn given(&self, number: usize) -> Option<&Value> {
        self.given.get(number)?.as_ref()
    }

    /// Remembers the values of all answers, by question number.
    pub fn give_all(&mut self, values: Vec<Option<Value>>) {
        self.given = values;
    }

    /// Evaluates all conditions in dependency order.
    pub fn evaluate(&mut self, rulebook: &Rulebook) {
        let programs = rulebook.programs();
        self.settle_all(rulebook, &programs.order);
        for (number, section) in programs.sections.iter().enumerate() {
            let applies = truth(section.when.as_ref(), &self.env);
            let findings = self.findings.iter_mut().skip(section.first);
            for (known, finding) in findings.zip(&section.findings) {
                *known = applies.min(stands(finding, &self.env, self.on));
            }
            if let Some(known) = self.sections.get_mut(number) {
                *known = applies;
            }
        }
    }

    /// Settles these questions; each must come after all that it reads, and so after all that the
    /// condition of its section reads: for neighbours of one section that is evaluated once.
    pub fn settle_all(&mut self, rulebook: &Rulebook, order: &[usize]) {
        let mut last = None;
        for &number in order {
            let section = rulebook.section_number(number);
            let applies = match last {
                Some((known, applies)) if known == section => applies,
                _ => {
                    let programs = section.and_then(|section| rulebook.programs().sections.get(section));
                    truth(programs.and_then(|it| it.when.as_ref()), &self.env)
                }
            };
            last = Some((section, applies));
            self.settle(rulebook, number, applies);
        }
    }

    /// Whether a finding stands by the values of the questions it depends on.
    pub fn judged(&self, rulebook: &Rulebook, finding: usize) -> Truth {
        let Some((section, programs)) = rulebook.programs().finding(finding) else { return Truth::No };
        let section = rulebook.programs().sections.get(section);
        let applies = truth(section.and_then(|it| it.when.as_ref()), &self.env);
        applies.min(stands(programs, &self.env, self.on))
    }

    /// Takes in that the answer to one question has changed: looks again at what depends on it and
    /// at nothing else.
    pub fn update(&mut self, rulebook: &Rulebook, number: usize) {
        let readers = rulebook.readers();
        // Ranks of the questions to settle, lowest first: each after all that it reads.
        let mut queue = vec![readers.rank(number)];
        let mut touched = std::mem::take(&mut self.touched);
        touched.clear();
        while !queue.is_empty() {
            let rank = queue.remove(0);
            let Some(&number) = rulebook.programs().order.get(rank) else { continue };
            let section = rulebook.section_number(number).unwrap_or(usize::MAX);
            if !self.settle(rulebook, number, self.section(section)) {
                continue;
            }
            let Some(reading) = Rulebook::slot_of(number).and_then(|slot| readers.of(slot)) else { continue };
            touched.extend(&reading.findings);
            reading.questions.iter().for_each(|number| sorted::insert(&mut queue, readers.rank(*number)));
            for &section in &reading.sections {
                if self.apply(rulebook, section) {
                    rulebook
                        .numbers(section)
                        .for_each(|number| sorted::insert(&mut queue, readers.rank(number)));
                    touched.extend(rulebook.programs().finding_numbers(section));
                }
            }
        }
        touched.iter().for_each(|finding| self.judge(rulebook, *finding));
        self.touched = touched;
    }

    /// Looks again whether a section applies; whether that has changed.
    fn apply(&mut self, rulebook: &Rulebook, section: usize) -> bool {
        let programs = rulebook.programs().sections.get(section);
        let applies = truth(programs.and_then(|it| it.when.as_ref()), &self.env);
        let known = self.sections.get_mut(section);
        known.is_some_and(|known| std::mem::replace(known, applies) != applies)
    }

    /// Looks again whether a finding stands.
    fn judge(&mut self, rulebook: &Rulebook, finding: usize) {
        let Some((section, programs)) = rulebook.programs().finding(finding) else { return };
        let stands = self.section(section).min(stands(programs, &self.env, self.on));
        if let Some(known) = self.findings.get_mut(finding) {
            *known = stands;
        }
    }

    /// Works out a question's state and value; whether the value has changed.
    fn settle(&mut self, rulebook: &Rulebook, number: usize, section: Truth) -> bool {
        let own = rulebook.programs().questions.get(number).and_then(Option::as_ref);
        let (state, value) = match section.min(truth(own, &self.env)) {
            Truth::No => (QuestionState::NotApplicable, &Value::Null),
            Truth::Open => (QuestionState::Undetermined, &Value::Unknown),
            Truth::Yes => match self.given.get(number) {
                Some(Some(value)) => (QuestionState::Answered, value),
                _ => (QuestionState::Open, &Value::Unknown),
            },
        };
        if let Some(known) = self.states.get_mut(number) {
            *known = state;
        }
        match self.env.get_mut(Rulebook::place_of(number)) {
            Some(known) if known != value => {
                known.clone_from(value);
                true
            }
            _ => false,
        }
    }

    /// The state of a question.
    pub fn state(&self, number: usize) -> QuestionState {
        self.states.get(number).copied().unwrap_or(QuestionState::NotApplicable)
    }

    /// The value of a question.
    pub fn value(&self, number: usize) -> &Value {
        self.env.get(Rulebook::place_of(number)).unwrap_or(&Value::Null)
    }

    /// Whether a section applies.
    pub fn section(&self, number: usize) -> Truth {
        self.sections.get(number).copied().unwrap_or(Truth::No)
    }

    /// Whether a finding stands, by its number.
    pub fn finding(&self, number: usize) -> Truth {
        self.findings.get(number).copied().unwrap_or(Truth::No)
    }

    /// Whether anything of a section has been answered.
    pub fn entered(&self, rulebook: &Rulebook, section: usize) -> bool {
        rulebook.numbers(section).any(|number| self.state(number) == QuestionState::Answered)
    }

    /// The status with which a report lists a finding, by its number; none if it does not: of a
    /// section of which nothing was answered it lists what is confirmed, of such a route nothing.
    pub fn listed(&self, rulebook: &Rulebook, finding: usize) -> Option<Status> {
        let (section, _) = rulebook.programs().finding(finding)?;
        let route = rulebook.definition().sections.get(section)?.kind == SectionKind::Route;
        let entered = || self.entered(rulebook, section);
        match self.finding(finding) {
            Truth::Yes => (!route || entered()).then_some(Status::Confirmed),
            Truth::Open => entered().then_some(Status::Possible),
            Truth::No => None,
        }
    }

    /// Whether each finding stands, by finding number.
    pub fn findings(&self) -> &[Truth] {
        &self.findings
    }

    /// Numbers of the findings that the last update looked at again.
    pub fn touched(&self) -> &[usize] {
        &self.touched
    }
}
