//! Proofs over a rulebook: before anything is published, what its conditions allow and exclude is
//! found out for *all* answers, not for examples.
//!
//! ```text
//! question ─ cut where a condition changes ─► classes ─ numbered ─► bits (`block`, `space`)
//! condition ─ taken apart, evaluated on classes ─► decision diagram over the bits (`model`)
//! claim ─► diagram that must (not) be empty ─► proved, or a witness: an answer set (`claims`)
//! examples ─► the parts of conditions they put to the test, and what is missing (`coverage`)
//! two versions ─► the answers for which the outcome is another (`diff`)
//! ```
//!
//! Answer sets are complete here: every question that is asked has an answer other than 不清楚.
//! The evaluator itself says what a condition gives for a class; nothing of the language is done
//! a second time but `and`, `or` and `not`.

mod atoms;
mod block;
mod claims;
mod coverage;
mod diff;
mod model;
mod paths;
mod proof;
mod sample;
mod space;

pub use claims::prove;
pub use coverage::{Coverage, Missing, coverage};
pub use diff::{Difference, Listed, Outcome, diff};
pub use paths::{Length, lengths};
pub use proof::{Grade, Proof, Refutation, Subject};
pub use sample::Sampler;
