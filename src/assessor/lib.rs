//! The rule engine: from a rulebook and answers to a report.
//!
//! ```text
//! Document (as written) ─ check ─► Definition ─ compile ─► Rulebook ─┐
//!                                      └─► Bundle ─ load ────────────┤
//!                             Answers + day ─► Facts ─► Report ◄─────┘
//! ```
//!
//! The engine knows no YAML, no browser, no terminal and no clock: the day of assessment is an
//! argument, and the same input gives the same report, byte for byte, natively and in wasm.

mod answer;
mod answers;
mod assess;
mod bundle;
mod calendar;
mod candidates;
#[cfg(feature = "check")]
mod check;
#[cfg(feature = "check")]
mod compile;
mod condition;
mod date_text;
mod deadline;
#[cfg(feature = "check")]
mod diagnostic;
#[cfg(feature = "check")]
mod explain;
mod facts;
mod input;
#[cfg(feature = "check")]
mod inside;
mod level;
mod next;
#[cfg(feature = "check")]
mod opening;
mod period;
mod programs;
mod ranges;
mod read;
mod readers;
mod relevance;
mod rulebook;
mod scale;
mod sentence;
mod session;
mod sheet;
mod sorted;
#[cfg(feature = "check")]
mod substitute;
mod tree;
mod trial;
mod what_if;

pub mod definition;
#[cfg(feature = "check")]
pub mod document;
pub mod report;
pub mod words;

pub use answer::{AnswerError, accept};
pub use answers::Answers;
pub use assess::assess;
pub use bundle::{Bundle, BundleError, FORMAT};
#[cfg(feature = "check")]
pub use check::{Checked, CitedAt, Example, Expected, Person, Prospect, Suite, Vocabulary, check, formulas};
pub use condition::{Condition, Outcome};
#[cfg(feature = "check")]
pub use diagnostic::{Diagnostic, Related, Severity};
#[cfg(feature = "check")]
pub use explain::{Explanation, explain};
pub use facts::{QuestionState, Truth};
pub use input::Input;
#[cfg(feature = "check")]
pub use programs::Place;
pub use rulebook::{Rulebook, questions};
#[cfg(feature = "check")]
pub use scale::{Scale, cut};
pub use session::Session;
pub use sheet::Sheet;
#[cfg(feature = "check")]
pub use substitute::Decided;
pub use what_if::{Change, Raised, Search, Way, WhatIf, what_if};
