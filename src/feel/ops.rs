//! Operators on values: no places, no names. Where FEEL is not defined the result is null, and
//! where it depends on something unknown it is unknown.
mod arithmetic;
mod compare;
#[cfg(feature = "full")]
mod conform;
mod equal;

pub(crate) use arithmetic::{arithmetic, negate};
pub(crate) use compare::{compare, fits, order};
#[cfg(feature = "full")]
pub(crate) use conform::{coerce, conforms};
pub(crate) use equal::equal;

use crate::value::Value;

/// A conjunction (or, with `decisive` true, a disjunction) as it is built up, operand by operand
/// (10.3.2.2.1, Kleene's logic, twice: for null and for unknown).
pub(crate) struct Verdict {
    decisive: bool,
    unknown: bool,
    null: bool,
}

impl Verdict {
    /// `decisive`: the operand that settles the whole (`false` for and, `true` for or).
    pub fn new(decisive: bool) -> Verdict {
        Verdict { decisive, unknown: false, null: false }
    }

    /// Takes one operand; the result if that settles it.
    pub fn add(&mut self, operand: &Value) -> Option<Value> {
        match operand {
            Value::Boolean(value) if *value == self.decisive => return Some(Value::Boolean(self.decisive)),
            Value::Boolean(_) => {}
            Value::Unknown => self.unknown = true,
            _ => self.null = true,
        }
        None
    }

    /// The result when no operand settled it. Unknown outweighs null: an unknown operand may
    /// still turn out to be the decisive one.
    pub fn end(self) -> Value {
        match (self.unknown, self.null) {
            (true, _) => Value::Unknown,
            (_, true) => Value::Null,
            _ => Value::Boolean(!self.decisive),
        }
    }

    /// The verdict on all of these.
    pub fn on(decisive: bool, operands: impl IntoIterator<Item = Value>) -> Value {
        let mut verdict = Verdict::new(decisive);
        for operand in operands {
            if let Some(settled) = verdict.add(&operand) {
                return settled;
            }
        }
        verdict.end()
    }
}

/// Logical negation: null for what is no boolean.
pub(crate) fn not(value: &Value) -> Value {
    match value {
        Value::Boolean(value) => Value::Boolean(!value),
        Value::Unknown => Value::Unknown,
        _ => Value::Null,
    }
}
