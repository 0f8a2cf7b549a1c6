//! Levels: how grave the findings of a domain are together, and of all domains.

use crate::definition::{Scoring, Severity};
use crate::report::{Level, Score};

impl Level {
    /// Nothing found and nothing open; counted where the rulebook counts.
    pub(crate) fn nothing(scoring: Option<Scoring>) -> Self {
        let score = scoring.map(|_| Score { certain: 0, possible: 0, of: 0 });
        Self { certain: None, possible: None, settled: true, score }
    }

    /// The level of two parts together.
    pub(crate) fn join(self, other: Self) -> Self {
        Self {
            certain: self.certain.max(other.certain),
            possible: self.possible.max(other.possible),
            settled: self.settled && other.settled,
            score: match (self.score, other.score) {
                (Some(a), Some(b)) => Some(Score {
                    certain: a.certain + b.certain,
                    possible: a.possible + b.possible,
                    of: a.of + b.of,
                }),
                (one, other) => one.or(other),
            },
        }
    }

    /// The severity to show where there is room for one: the worst that is certain, else the worst
    /// that is possible.
    pub fn worst(self) -> Option<Severity> {
        self.certain.or(self.possible)
    }
}
