//! The programs of a rulebook and the values they read, for tools that reason about rules:
//! proofs, coverage, comparison. The page does without.
//!
//! Questions are numbered over the whole rulebook in file order; an environment holds the days of
//! [`Rulebook::days`], then the questions ([`Rulebook::place_of`]).

use feel::{Date, Decision, Program, Value};

use crate::answers::Answers;
use crate::definition::Question;
use crate::facts::Facts;
use crate::programs::Place;
use crate::rulebook::Rulebook;

impl Rulebook {
    /// The program of a FEEL text; none where nothing is written (which means always).
    pub fn program(&self, place: Place) -> Option<&Program> {
        let programs = self.programs();
        match place {
            Place::Section(s) => programs.sections.get(s)?.when.as_ref(),
            Place::Question(s, q) => {
                let number = self.number_at(s, q)?;
                programs.questions.get(number)?.as_ref()
            }
            Place::Finding(s, f) => Some(&programs.sections.get(s)?.findings.get(f)?.when),
            Place::Deadline(s, f, d) => {
                programs.sections.get(s)?.findings.get(f)?.due.get(d).and_then(Option::as_ref)
            }
            Place::Decision(s, d) => Some(self.decision(s, d)?.program()),
        }
    }

    /// A decision: section, position there.
    pub fn decision(&self, section: usize, position: usize) -> Option<&Decision> {
        self.decisions()
            .iter()
            .find(|(s, d, _)| (*s, *d) == (section, position))
            .map(|(_, _, decision)| decision)
    }

    /// Question numbers such that each comes after all that its conditions read.
    pub fn question_order(&self) -> &[usize] {
        &self.programs().order
    }

    /// Every question with its section's position and its own, in the order of the numbers.
    pub fn numbered(&self) -> impl Iterator<Item = (usize, usize, &Question)> {
        let sections = self.definition().sections.iter().enumerate();
        sections.flat_map(|(s, section)| {
            section.questions.iter().enumerate().map(move |(q, question)| (s, q, question))
        })
    }

    /// The environment that these answers make on a day: values of questions that are asked,
    /// null for those that do not apply, unknown for the rest.
    pub fn environment(&self, answers: &Answers, on: Date) -> Vec<Value> {
        Facts::new(self, answers, on).env
    }
}
