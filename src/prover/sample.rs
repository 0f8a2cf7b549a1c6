//! Random answers, in which every class of answers is likely to turn up.

use assessor::{Answers, Rulebook};
use biodivine_lib_bdd::BddValuation;

use crate::space::Space;

/// A source of answer sets. The same rulebook gives the same sets in the same order.
pub struct Sampler<'b> {
    space: Space<'b>,
    questions: Vec<usize>,
    random: Random,
}

impl<'b> Sampler<'b> {
    /// Starts anew.
    #[must_use]
    pub fn new(rulebook: &'b Rulebook) -> Self {
        let space = Space::new(vec![rulebook], rulebook.definition().as_of);
        Self { space, questions: (0..rulebook.numbered().count()).collect(), random: Random(20_261_123) }
    }

    /// An answer to every question, those that are not asked included.
    pub fn answers(&mut self) -> Answers {
        let bits = (0..self.space.variables.num_vars()).map(|_| self.random.bit()).collect();
        self.space.answers(0, &self.questions, &BddValuation::new(bits))
    }
}

/// Bits without pattern from a fixed start (xorshift): a proof must not differ between runs.
struct Random(u64);

impl Random {
    fn bit(&mut self) -> bool {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 40 & 1 == 1
    }
}
