//! Exact decimal numbers: what FEEL calls `number` (DMN 1.5, 10.3.2.3.1: IEEE 754 decimal128).
//!
//! A number is ±coefficient × 10^exponent with at most 34 significant digits, rounded half to
//! even. It is written here, in four small files, because that was measured. What a crate adds to
//! an empty module (wasm at `opt-level = "z"`, brotli; parse, show, + − × ÷, compare, round):
//! these files 7.8 kB; right in every digit: `fastnum` 21.9, `bigdecimal` 36.5, `dashu-float` 40.6,
//! `decmathlib-rs` 48.9; small, but with 28 or 40 digits, or exponents of 31, 126 or 127 at most, or
//! another rounding: `num-bigfloat` 11.2, `decimax` 12.4, `decimal-rs` 13.3, `rust_decimal` 13.8.
//! Only these files know the representation.
mod arithmetic;
mod functions;
mod rounding;
mod text;

use std::cmp::Ordering;

pub use rounding::Rounding;
pub use text::NotANumber;

/// Significant digits kept (decimal128).
const PRECISION: u32 = 34;
/// Largest and smallest exponent of the leading digit (decimal128).
const MAX_SCALE: i32 = 6144;
/// Smallest exponent of the last digit (decimal128).
const MIN_SCALE: i32 = -6176;

/// A decimal number: exact to 34 significant digits, no NaN, no infinities, one zero.
///
/// Always normalised (the coefficient has no trailing zeros), so equality of fields is equality
/// of numbers: `1.0 = 1.00`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
// A 128-bit integer is aligned to 16 bytes, and every value would be half as large again.
#[repr(Rust, packed(8))]
pub struct Number {
    coefficient: u128,
    exponent: i16,
    negative: bool,
}

impl Number {
    /// Zero.
    pub const ZERO: Number = Number { coefficient: 0, exponent: 0, negative: false };
    /// One.
    pub const ONE: Number = Number { coefficient: 1, exponent: 0, negative: false };

    /// Rounds to 34 digits and normalises; `None` when the number is too large for decimal128.
    ///
    /// `coefficient` may carry up to 38 digits, the last of which may be sticky (see [`sticky`]).
    fn build(negative: bool, coefficient: u128, exponent: i32) -> Option<Number> {
        let (mut coefficient, mut exponent) = rounding::to_precision(coefficient, exponent);
        if coefficient == 0 {
            return Some(Number::ZERO);
        }
        while let Some(tenth) = tenth(coefficient) {
            coefficient = tenth;
            exponent += 1;
        }
        if exponent > 0 && exponent + digits(coefficient) as i32 > MAX_SCALE + 1 {
            return None;
        }
        if exponent < MIN_SCALE {
            return Some(Number::ZERO);
        }
        i16::try_from(exponent).ok().map(|exponent| Number { coefficient, exponent, negative })
    }

    /// The number as a machine integer; `None` when it is fractional or out of range.
    #[must_use]
    pub fn to_i64(self) -> Option<i64> {
        let exponent = u32::try_from(self.exponent).ok()?;
        let size = self.coefficient.checked_mul(10u128.checked_pow(exponent)?)?;
        let size = i128::try_from(size).ok()?;
        i64::try_from(if self.negative { -size } else { size }).ok()
    }

    /// Whether the number is zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.coefficient == 0
    }

    /// Compares sizes, signs left aside.
    fn compare_size(self, other: Number) -> Ordering {
        let lowest = self.exponent.min(other.exponent);
        // One of both stays as it is, below 10^34; where the other does not fit it is larger.
        let lift =
            |n: Number| n.coefficient.saturating_mul(power(u32::from((n.exponent - lowest).unsigned_abs())));
        lift(self).cmp(&lift(other))
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Number {
        Number::build(value < 0, u128::from(value.unsigned_abs()), 0).unwrap_or(Number::ZERO)
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Number) -> Ordering {
        match (self.negative, other.negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => self.compare_size(*other),
            (true, true) => other.compare_size(*self),
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Number) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A tenth, if that is whole. Nearly all numbers fit 64 bits, and without this dividing them as
/// 128 is most of the time that arithmetic takes.
fn tenth(coefficient: u128) -> Option<u128> {
    match u64::try_from(coefficient) {
        Ok(small) => small.is_multiple_of(10).then_some((small / 10).into()),
        Err(_) => coefficient.is_multiple_of(10).then_some(coefficient / 10),
    }
}

/// How many decimal digits `coefficient` has; one for zero.
fn digits(coefficient: u128) -> u32 {
    coefficient.checked_ilog10().unwrap_or(0) + 1
}

/// 10^`exponent`, exponent at most 38.
fn power(exponent: u32) -> u128 {
    10u128.saturating_pow(exponent)
}

/// Marks a truncated coefficient so that a later rounding of at least one more digit comes out
/// as if nothing had been cut off: a last digit 0 or 5 must not look exact.
fn sticky(coefficient: u128, inexact: bool) -> u128 {
    if inexact && coefficient.is_multiple_of(5) { coefficient + 1 } else { coefficient }
}
