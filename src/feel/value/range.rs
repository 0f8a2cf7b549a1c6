//! Ranges (10.3.2.7): `[1..5)`, and comparisons used as values: `(< 10)`.
use super::Value;

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
}

impl Range {
    /// The bounds that are there.
    pub fn bounds(&self) -> impl Iterator<Item = &Value> {
        self.start.iter().chain(&self.end)
    }
}
