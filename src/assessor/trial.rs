//! One finding judged again and again, under other answers: what suffices for it, and what it would
//! take to be rid of it. Only the questions it depends on are looked at.

use feel::Value;

use crate::facts::{Facts, Truth};
use crate::relevance::Relevance;
use crate::rulebook::{Rulebook, questions};
use crate::sorted;

/// A finding and answers that may be changed.
pub(crate) struct Trial<'a> {
    rulebook: &'a Rulebook,
    /// Right for the questions the finding depends on, and for nothing else once an answer was changed.
    pub facts: Facts,
    finding: usize,
    /// The questions the finding depends on, each after all that it reads.
    order: Vec<usize>,
    /// How often an answer was changed.
    pub changes: u32,
}

impl<'a> Trial<'a> {
    /// The finding of this number under the answers that were given.
    pub fn new(rulebook: &'a Rulebook, facts: &Facts, finding: usize) -> Self {
        let mut read = Vec::new();
        for condition in rulebook.stands_when(finding) {
            read.extend(questions(condition));
        }
        let mut ranks = Vec::new();
        for number in rulebook.cone(read) {
            sorted::insert(&mut ranks, rulebook.readers().rank(number));
        }
        let all = &rulebook.programs().order;
        let order = ranks.into_iter().filter_map(|rank| all.get(rank).copied()).collect();
        Self { rulebook, facts: facts.clone(), finding, order, changes: 0 }
    }

    /// All conditions on which it depends whether the finding stands.
    pub fn conditions(&self) -> Vec<&'a feel::Program> {
        let mut conditions = self.rulebook.stands_when(self.finding);
        for number in &self.order {
            conditions.extend(self.rulebook.asked_when(*number));
        }
        conditions
    }

    /// Changes an answer or takes it away; gives what was there.
    pub fn give(&mut self, number: usize, value: Option<Value>) -> Option<Value> {
        let before = self.facts.given(number).cloned();
        self.facts.give(number, value);
        self.facts.settle_all(self.rulebook, &self.order);
        self.changes += 1;
        before
    }

    /// Whether the finding stands.
    pub fn stands(&self) -> Truth {
        self.facts.judged(self.rulebook, self.finding)
    }

    /// The questions that can still decide while it is open: those to ask now, and those answered
    /// 不清楚.
    pub fn decisive(&self) -> Vec<usize> {
        if self.stands() != Truth::Open {
            return Vec::new();
        }
        Relevance::new(self.rulebook, &self.facts).status(self.finding).decisive().collect()
    }

    /// A smallest set of answers that suffices for where the finding stands, those first that its own
    /// condition reads, then those by which it applies, each in asking order: by themselves, the others missing, they confirm it, or exclude it, or leave it hanging on the
    /// same questions. Each answer is taken away in turn, the last asked first, and stays away if
    /// that changes nothing. With fewer answers never less is open, so that no part of what remains
    /// would do.
    pub fn sufficient(&mut self) -> Vec<usize> {
        let goal = (self.stands(), self.decisive());
        let own = self.rulebook.programs().finding(self.finding).map(|(_, programs)| &programs.when);
        let mut needed = Vec::new();
        let mut away = Vec::new();
        for number in self.order.clone().into_iter().rev() {
            if self.facts.given(number).is_none() {
                continue;
            }
            let before = self.give(number, None);
            if (self.stands(), self.decisive()) == goal {
                away.push((number, before));
            } else {
                self.give(number, before);
                let read = own.is_some_and(|own| questions(own).any(|it| it == number));
                sorted::insert(&mut needed, (!read, number));
            }
        }
        for (number, before) in away {
            self.facts.give(number, before);
        }
        self.facts.settle_all(self.rulebook, &self.order);
        needed.into_iter().map(|(_, number)| number).collect()
    }
}
