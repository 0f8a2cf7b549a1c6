//! What one evaluation may cost. An expression of one line can ask for more than there is, by
//! iteration, by recursion or by doubling a text forty times; so every step has a price, and
//! every part of a value that is made has a higher one, because it takes memory. When nothing is
//! left, everything comes to null at once, and the evaluation ends as a [`Limit`].
//!
//! Values share their parts, so a list of two lists of two lists … is small in memory and huge to
//! walk through. Prices count parts as often as they are reached: what was paid for can be walked.
use super::Machine;
#[cfg(feature = "full")]
use crate::value::Function;
use crate::value::Value;
use std::fmt;

/// What there is to spend: a step of evaluation costs one, and takes some tens of nanoseconds.
pub(super) const BUDGET: usize = 10_000_000;
/// The price of a part of a value that is made.
const MADE: usize = 8;
/// Bytes of text that count as one part.
const BYTES: usize = 16;

/// An evaluation would have taken more steps or memory than one may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit;

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the evaluation takes too many steps or too much memory")
    }
}

impl std::error::Error for Limit {}

impl Machine<'_> {
    /// Spends so much; false when it is not there.
    pub(crate) fn spend(&mut self, price: usize) -> bool {
        self.left = self.left.saturating_sub(price);
        self.left > 0
    }

    /// Whether nothing is left.
    pub(crate) fn is_spent(&self) -> bool {
        self.left == 0
    }

    /// Pays for walking through a value.
    pub(super) fn read(&mut self, value: &Value) {
        self.weigh(value, 1);
    }

    /// Pays for a value that was made; null if it is too big.
    pub(super) fn made(&mut self, value: Value) -> Value {
        self.weigh(&value, MADE);
        if self.is_spent() { Value::Null } else { value }
    }

    fn weigh(&mut self, value: &Value, price: usize) {
        if !is_scalar(value) {
            let mut parts = self.left / price;
            count(value, &mut parts);
            self.left = self.left.min(parts * price);
        }
    }
}

/// Whether looking at a value costs nothing to speak of.
pub(super) fn is_scalar(value: &Value) -> bool {
    match value {
        Value::String(text) => text.len() < BYTES * 4,
        Value::Null | Value::Unknown | Value::Boolean(_) | Value::Number(_) | Value::Date(_) => true,
        Value::DaysDuration(_) | Value::YearsDuration(_) => true,
        _ => false,
    }
}

/// Takes the number of parts of a value from `left`, and stops when it is zero.
fn count(value: &Value, left: &mut usize) {
    let mut all = |values: &mut dyn Iterator<Item = &Value>| {
        for value in values {
            *left = left.saturating_sub(1);
            if *left == 0 {
                return;
            }
            count(value, left);
        }
    };
    match value {
        Value::String(text) => *left = left.saturating_sub(text.len() / BYTES),
        Value::List(items) => all(&mut items.iter()),
        #[cfg(feature = "full")]
        Value::Context(context) => all(&mut context.iter().map(|(_, value)| value)),
        Value::Range(range) => all(&mut range.bounds()),
        #[cfg(feature = "full")]
        Value::Function(Function::User(closure)) => {
            all(&mut closure.slots.iter().chain(closure.locals.iter()));
        }
        _ => {}
    }
}
