//! Chance that is the same everywhere.

use assessor::Input;
use assessor::definition::{Choice, Kind, Question};

/// Numbers from a seed, the same everywhere.
pub struct Dice(u64);

impl Dice {
    /// Numbers that only the seed decides.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below a limit.
    ///
    /// # Panics
    /// If the limit is zero.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).map_or(0, |number| number % limit)
    }

    /// One of some items.
    ///
    /// # Panics
    /// If there are none.
    #[expect(clippy::indexing_slicing, reason = "the place is below the length")]
    pub fn one_of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// An answer of a question's kind; its limits may refuse it.
    pub fn answer(&mut self, question: &Question) -> Input {
        const NUMBERS: [&str; 6] = ["0", "1", "3", "12", "60", "200"];
        const DATES: [&str; 6] =
            ["2019-05-31", "2025-11-22", "2026-01-31", "2026-10-20", "2026-11-20", "2027-02-01"];
        let id = |option: &Choice| option.id.clone();
        match &question.kind {
            Kind::Boolean => Input::Boolean(self.below(2) == 0),
            Kind::Choice { options } => Input::Text(id(self.one_of(options))),
            Kind::MultiChoice { options } => {
                Input::List(options.iter().filter(|_| self.below(3) == 0).map(id).collect())
            }
            Kind::Integer { .. } | Kind::Money { .. } => Input::Text((*self.one_of(&NUMBERS)).into()),
            Kind::Date { .. } => Input::Text((*self.one_of(&DATES)).into()),
        }
    }
}
