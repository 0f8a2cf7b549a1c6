//! Who reads what: from a FEEL variable to everything that has to be looked at again when its
//! value changes.

use feel::{Program, Slot};

use crate::programs::Programs;

/// The readers of every variable, by slot.
#[derive(Debug, Default)]
pub(crate) struct Readers {
    slots: Vec<Reading>,
    /// Where each question stands in [`Programs::order`], by question number.
    ranks: Vec<usize>,
}

/// What reads one variable.
#[derive(Debug, Default, Clone)]
pub(crate) struct Reading {
    /// Numbers of questions whose own condition reads it.
    pub questions: Vec<usize>,
    /// Sections whose condition reads it.
    pub sections: Vec<usize>,
    /// Numbers of findings whose condition reads it.
    pub findings: Vec<usize>,
}

impl Readers {
    pub fn new(programs: &Programs) -> Self {
        let mut readers = Self { slots: Vec::new(), ranks: vec![0; programs.order.len()] };
        for (rank, number) in programs.order.iter().enumerate() {
            if let Some(place) = readers.ranks.get_mut(*number) {
                *place = rank;
            }
        }
        for (number, when) in programs.questions.iter().enumerate() {
            readers.add(when.as_ref(), |reading| reading.questions.push(number));
        }
        for (s, section) in programs.sections.iter().enumerate() {
            readers.add(section.when.as_ref(), |reading| reading.sections.push(s));
            for (number, finding) in (section.first..).zip(&section.findings) {
                readers.add(Some(&finding.when), |reading| reading.findings.push(number));
            }
        }
        readers
    }

    fn add(&mut self, program: Option<&Program>, note: impl Fn(&mut Reading)) {
        for slot in program.into_iter().flat_map(Program::slots) {
            if self.slots.len() <= slot.index() {
                self.slots.resize_with(slot.index() + 1, Reading::default);
            }
            if let Some(reading) = self.slots.get_mut(slot.index()) {
                note(reading);
            }
        }
    }

    /// What reads a variable; nothing if nobody does.
    pub fn of(&self, slot: Slot) -> Option<&Reading> {
        self.slots.get(slot.index())
    }

    /// Where a question stands in the order of evaluation.
    pub fn rank(&self, number: usize) -> usize {
        self.ranks.get(number).copied().unwrap_or(0)
    }
}
