//! Ranges (10.3.2.7): `[1..5)`, and comparisons used as values: `(< 10)`.
use super::Value;

/// How a range is written. Ranges written in different ways are not equal, even where they hold
/// the same values (as the conformance kit has it: `(=10) = [10..10]` is false).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// With two bounds: `[1..5)`.
    Bounds,
    /// With an operator: `(< 5)`, `(= 5)`; the value of `=` is both bounds.
    Test,
    /// `(!= 5)`: everything but the value, which is both bounds.
    Except,
}

/// A range. A missing bound is open to that side.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// Lower bound.
    pub start: Option<Value>,
    /// Upper bound.
    pub end: Option<Value>,
    /// Whether the lower bound itself belongs to the range.
    pub start_included: bool,
    /// Whether the upper bound itself belongs to the range.
    pub end_included: bool,
    /// How it is written.
    pub form: Form,
}

impl Range {
    /// The bounds that are there.
    pub fn bounds(&self) -> impl Iterator<Item = &Value> {
        self.start.iter().chain(&self.end)
    }
}
