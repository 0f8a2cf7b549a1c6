//! Questions: they can matter, and what decides whether they are asked decides something.

use std::collections::BTreeSet;

use assessor::Place;
use biodivine_lib_bdd::{Bdd, BddVariable};

use super::{Claims, Must, refuted};
use crate::atoms;
use crate::proof::Subject;

impl Claims<'_, '_> {
    pub(super) fn questions(&mut self) {
        for s in 0..self.rulebook.definition().sections.len() {
            self.constant(s, Place::Section(s), "适用", &self.model.space.constant(true));
        }
        let matters = self.matters();
        let places: Vec<(usize, usize)> = self.rulebook.numbered().map(|(s, q, _)| (s, q)).collect();
        for (number, ((s, q), matters)) in places.into_iter().zip(matters).enumerate() {
            let applies =
                self.model.sections.get(s).cloned().unwrap_or_else(|| self.model.space.constant(true));
            self.constant(s, Place::Question(s, q), "何时问", &applies);
            let asked = self.model.asked.get(number).is_some_and(|it| !it.is_false());
            if matters {
                self.proof.proved += 1;
            } else if asked {
                self.useless(s, q, number);
            }
        }
    }

    /// A condition is neither always nor never true where it is looked at.
    fn constant(&mut self, section: usize, place: Place, key: &str, given: &Bdd) {
        if self.model.program(place).is_none() {
            return;
        }
        let when = self.model.when(place);
        let cone = self.model.cone_of(section, place);
        let never = refuted(
            "P009",
            Subject::Text(place),
            format!("“{key}”永远不成立"),
            "看它用到的问题在什么时候才问、有哪些答案",
        );
        self.claim(&Must::Exist, &given.and(&when), &cone, never);
        let always =
            refuted("P009", Subject::Text(place), format!("“{key}”总是成立"), "删去这一行，意思不变");
        let excluded = given.and_not(&when);
        if excluded.is_false() && place_is_question(place) && self.model.is_exact(&cone) {
            // Whatever is answered it is asked: any answers show it.
            let witness = self.model.witness(&given.and(&when), &cone);
            self.proof.refutations.push(crate::proof::Refutation { witness, ..always });
        } else {
            self.claim(&Must::Exist, &excluded, &cone, always);
        }
    }

    fn useless(&mut self, s: usize, q: usize, number: usize) {
        let readers = atoms::all(self.rulebook).iter().filter(|atom| atom.reads.contains(&number)).count();
        let message = match readers {
            0 => "没有一个条件或期限用到这个问题",
            _ => "这个问题怎么答都不改变任何结果、期限或别的问题",
        };
        let help = "删去这个问题，或者写出用到它的“触发”“何时问”“截止”";
        self.proof.refutations.push(refuted("P003", Subject::Question(s, q), message.into(), help));
    }

    /// Whether each question's answer changes an outcome: what depends on its bits depends on it,
    /// because diagrams are canonical.
    fn matters(&self) -> Vec<bool> {
        let sets = self.confirmed.iter().flatten().chain(&self.model.sections).chain(&self.model.asked);
        let mut bits: BTreeSet<BddVariable> = BTreeSet::new();
        for set in sets {
            bits.extend(set.support_set());
        }
        let count = self.model.asked.len();
        let own = |number: usize| {
            self.model.space.bits(self.model.book, number).iter().any(|bit| bits.contains(bit))
        };
        let mut matters: Vec<bool> = (0..count).map(own).collect();
        for number in self.dated() {
            if let Some(matters) = matters.get_mut(number) {
                *matters = true;
            }
        }
        matters
    }

    /// Questions whose answer moves a deadline of a finding that can be confirmed.
    fn dated(&self) -> Vec<usize> {
        let mut found = Vec::new();
        for (s, section) in self.rulebook.definition().sections.iter().enumerate() {
            for (f, finding) in section.findings.iter().enumerate() {
                let Some(confirmed) = self.confirmed_at((s, f)) else { continue };
                let due =
                    (0..finding.deadlines.len()).filter_map(|d| self.model.program(Place::Deadline(s, f, d)));
                let asked = |number: &usize| {
                    self.model.asked.get(*number).is_some_and(|asked| !asked.and(confirmed).is_false())
                };
                found.extend(due.flat_map(atoms::questions).filter(asked));
            }
        }
        found
    }
}

fn place_is_question(place: Place) -> bool {
    matches!(place, Place::Question(..))
}
