//! Which questions can still change something.
//!
//! An undecided condition names its blockers: the unknown variables that could still decide it.
//! A blocker that is open is worth asking; one that is undetermined passes the question on to
//! whatever its own condition waits for; one answered 不清楚 stays as it is. Nothing else is
//! ever asked.

use feel::{Program, Slot, Value};

use crate::facts::{Facts, QuestionState, Truth, truth};
use crate::programs::FindingPrograms;
use crate::rulebook::Rulebook;

/// The questions that matter to a set of conditions.
pub(crate) struct Relevance<'a> {
    rulebook: &'a Rulebook,
    facts: &'a Facts,
    /// By question number.
    matters: Vec<bool>,
}

impl<'a> Relevance<'a> {
    pub fn new(rulebook: &'a Rulebook, facts: &'a Facts) -> Self {
        Self { rulebook, facts, matters: vec![false; rulebook.len()] }
    }

    /// Adds all that can still change a section: whether it applies, its findings, their dates.
    pub fn section(mut self, number: usize) -> Self {
        let Some(section) = self.rulebook.programs().sections.get(number) else { return self };
        if self.facts.section(number) == Truth::No {
            return self;
        }
        self.condition(section.when.as_ref());
        for (number, finding) in (section.first..).zip(&section.findings) {
            self.finding(finding, self.facts.finding(number));
        }
        self
    }

    /// Adds all that can still change which sections apply.
    pub fn applicability(mut self) -> Self {
        for section in &self.rulebook.programs().sections {
            self.condition(section.when.as_ref());
        }
        self
    }

    /// Adds all that can still change whether a finding stands.
    pub fn status(mut self, finding: usize) -> Self {
        for condition in self.rulebook.stands_when(finding) {
            self.condition(Some(condition));
        }
        self
    }

    fn finding(&mut self, finding: &FindingPrograms, status: Truth) {
        if status == Truth::Open {
            self.condition(Some(&finding.when));
        }
        if status != Truth::No {
            for due in finding.due.iter().flatten() {
                self.add(due.blockers(&self.facts.env));
            }
        }
    }

    /// Adds what an undecided condition waits for.
    pub fn condition(&mut self, condition: Option<&Program>) {
        self.add(condition.map(|program| program.undecided(&self.facts.env)).unwrap_or_default());
    }

    /// Adds what an undecided expression waits for.
    pub fn add(&mut self, blockers: Vec<Slot>) {
        for number in blockers.into_iter().filter_map(Rulebook::question_of) {
            let Some(matters) = self.matters.get_mut(number) else { continue };
            let known = std::mem::replace(matters, true);
            if !known && self.facts.state(number) == QuestionState::Undetermined {
                let programs = self.rulebook.programs();
                let section = self.rulebook.section_number(number);
                let section = section.and_then(|section| programs.sections.get(section));
                self.condition(section.and_then(|section| section.when.as_ref()));
                self.condition(programs.questions.get(number).and_then(Option::as_ref));
            }
        }
    }

    fn all(&self) -> impl Iterator<Item = usize> + '_ {
        self.matters.iter().enumerate().filter(|(_, matters)| **matters).map(|(number, _)| number)
    }

    /// Questions to ask now, in file order.
    pub fn open(&self) -> impl Iterator<Item = usize> + '_ {
        self.all().filter(|it| self.facts.state(*it) == QuestionState::Open)
    }

    /// Questions whose answer could decide: those to ask now, and those answered 不清楚.
    pub fn decisive(&self) -> impl Iterator<Item = usize> + '_ {
        self.all().filter(|it| self.facts.state(*it) != QuestionState::Undetermined)
    }

    /// Questions to ask now or perhaps later, in file order.
    pub fn unanswered(&self) -> impl Iterator<Item = usize> + '_ {
        self.all().filter(|it| self.facts.state(*it) != QuestionState::Answered)
    }
}

/// A smallest set of answers that by themselves make a condition true: each answer is taken away
/// in turn, last question first, and stays away if the condition stays true without it. By the
/// law of unknowns what remains suffices whatever the others are.
pub(crate) fn sufficient(condition: &Program, facts: &Facts) -> Vec<usize> {
    let mut env = facts.env.clone();
    let mut needed = Vec::new();
    for &slot in condition.slots().iter().rev() {
        let Some(number) = Rulebook::question_of(slot) else { continue };
        let Some(entry) = env.get_mut(slot.index()) else { continue };
        if facts.state(number) != QuestionState::Answered {
            continue;
        }
        let kept = std::mem::replace(entry, Value::Unknown);
        if truth(Some(condition), &env) != Truth::Yes {
            if let Some(entry) = env.get_mut(slot.index()) {
                *entry = kept;
            }
            needed.push(number);
        }
    }
    needed.reverse();
    needed
}
