//! What is known: the answers turned into FEEL values, question by question.
//!
//! Three things are kept apart. A question that is **not applicable** (its condition, or its
//! section's, is not true) is `null`: nothing waits for it. A question without an answer, or
//! answered 不清楚, is *unknown*. A question whose own condition is unknown is *undetermined*:
//! unknown as well, even if an answer is stored, because it may yet turn out not to apply. That
//! keeps the law of the engine: what is definite under partial answers stays so under every
//! completion of them.

use feel::{Date, Program, Value};

use crate::answer::{Input, accept};
use crate::answers::Answers;
use crate::programs::FindingPrograms;
use crate::rulebook::Rulebook;

/// Where a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
pub(crate) enum Truth {
    /// False or null: it does not hold.
    No,
    /// Unknown.
    Open,
    /// True.
    Yes,
}

/// Evaluates a condition; absent = always.
pub(crate) fn truth(condition: Option<&Program>, env: &[Value]) -> Truth {
    match condition.map_or(Some(true), |program| program.holds(env)) {
        Some(true) => Truth::Yes,
        Some(false) => Truth::No,
        None => Truth::Open,
    }
}

/// Everything known on a day.
#[derive(Debug, Clone)]
pub(crate) struct Facts {
    on: Date,
    /// FEEL variables: 评估日期, then one per question.
    pub env: Vec<Value>,
    /// By question number.
    states: Vec<QuestionState>,
    /// Whether each section applies.
    sections: Vec<Truth>,
    /// Whether each finding stands, by section.
    findings: Vec<Vec<Truth>>,
}

impl Facts {
    /// Evaluates all conditions in dependency order. Answers that are not acceptable count as
    /// missing; whoever takes answers in refuses them first.
    pub fn new(rulebook: &Rulebook, answers: &Answers, on: Date) -> Self {
        let programs = rulebook.programs();
        let mut facts = Self {
            on,
            env: vec![Value::Unknown; rulebook.len() + 1],
            states: vec![QuestionState::Open; rulebook.len()],
            sections: Vec::new(),
            findings: Vec::new(),
        };
        if let Some(day) = facts.env.first_mut() {
            *day = Value::Date(on);
        }
        for &number in &programs.order {
            let section = rulebook.section_number(number).and_then(|s| programs.sections.get(s));
            let applies = truth(section.and_then(|it| it.when.as_ref()), &facts.env);
            facts.settle(rulebook, answers, number, applies);
        }
        for section in &programs.sections {
            let applies = truth(section.when.as_ref(), &facts.env);
            let stands = |finding: &FindingPrograms| applies.min(truth(Some(&finding.when), &facts.env));
            let findings = section.findings.iter().map(stands).collect();
            facts.findings.push(findings);
            facts.sections.push(applies);
        }
        facts
    }

    /// Takes in that the answer to one question has changed: looks again at what depends on it and
    /// at nothing else.
    pub fn update(&mut self, rulebook: &Rulebook, answers: &Answers, number: usize) {
        let readers = rulebook.readers();
        // Ranks of the questions to settle, lowest first: each after all that it reads.
        let mut queue = vec![readers.rank(number)];
        let mut touched: Vec<(usize, usize)> = Vec::new();
        while !queue.is_empty() {
            let rank = queue.remove(0);
            let Some(&number) = rulebook.programs().order.get(rank) else { continue };
            let section = rulebook.section_number(number).unwrap_or(usize::MAX);
            if !self.settle(rulebook, answers, number, self.section(section)) {
                continue;
            }
            let Some(reading) = Rulebook::slot_of(number).and_then(|slot| readers.of(slot)) else { continue };
            touched.extend(&reading.findings);
            reading.questions.iter().for_each(|number| enqueue(&mut queue, readers.rank(*number)));
            for &section in &reading.sections {
                if self.apply(rulebook, section) {
                    rulebook.numbers(section).for_each(|number| enqueue(&mut queue, readers.rank(number)));
                    let findings = self.findings.get(section).map_or(0, Vec::len);
                    touched.extend((0..findings).map(|finding| (section, finding)));
                }
            }
        }
        touched.into_iter().for_each(|(section, finding)| self.judge(rulebook, section, finding));
    }

    /// Looks again whether a section applies; whether that has changed.
    fn apply(&mut self, rulebook: &Rulebook, section: usize) -> bool {
        let programs = rulebook.programs().sections.get(section);
        let applies = truth(programs.and_then(|it| it.when.as_ref()), &self.env);
        let known = self.sections.get_mut(section);
        known.is_some_and(|known| std::mem::replace(known, applies) != applies)
    }

    /// Looks again whether a finding stands.
    fn judge(&mut self, rulebook: &Rulebook, section: usize, finding: usize) {
        let programs = rulebook.programs().sections.get(section).and_then(|it| it.findings.get(finding));
        let stands = self.section(section).min(truth(programs.map(|it| &it.when), &self.env));
        if let Some(known) = self.findings.get_mut(section).and_then(|it| it.get_mut(finding)) {
            *known = stands;
        }
    }

    /// Works out a question's state and value; whether the value has changed.
    fn settle(&mut self, rulebook: &Rulebook, answers: &Answers, number: usize, section: Truth) -> bool {
        let own = rulebook.programs().questions.get(number).and_then(Option::as_ref);
        let answered = || {
            let question = rulebook.question_at(number)?;
            let input: &Input = answers.get(&question.id)?;
            accept(question, input, self.on).ok()
        };
        let (state, value) = match section.min(truth(own, &self.env)) {
            Truth::No => (QuestionState::NotApplicable, Value::Null),
            Truth::Open => (QuestionState::Undetermined, Value::Unknown),
            Truth::Yes => match answered() {
                Some(value) => (QuestionState::Answered, value),
                None => (QuestionState::Open, Value::Unknown),
            },
        };
        if let Some(known) = self.states.get_mut(number) {
            *known = state;
        }
        match self.env.get_mut(number + 1) {
            Some(known) if *known != value => {
                *known = value;
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
        self.env.get(number + 1).unwrap_or(&Value::Null)
    }

    /// Whether a section applies.
    pub fn section(&self, number: usize) -> Truth {
        self.sections.get(number).copied().unwrap_or(Truth::No)
    }

    /// Whether a finding stands: section, finding.
    pub fn finding(&self, section: usize, finding: usize) -> Truth {
        self.findings.get(section).and_then(|it| it.get(finding)).copied().unwrap_or(Truth::No)
    }
}

/// Puts a rank into its place, once.
fn enqueue(queue: &mut Vec<usize>, rank: usize) {
    if let Err(at) = queue.binary_search(&rank) {
        queue.insert(at, rank);
    }
}
