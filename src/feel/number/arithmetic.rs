//! The four operations, modulo and powers. Each returns `None` where FEEL returns null:
//! on overflow and on division by zero.
use super::{Number, digits, power, sticky};
use std::ops::Neg;

/// Digits a sum may have before rounding: room for the carry inside `i128`.
const WORKING: u32 = 37;

impl Neg for Number {
    type Output = Number;
    fn neg(self) -> Number {
        Number { negative: !self.negative && !self.is_zero(), ..self }
    }
}

impl Number {
    /// The number without its sign.
    #[must_use]
    pub fn abs(self) -> Number {
        Number { negative: false, ..self }
    }

    /// Sum; `None` on overflow.
    #[must_use]
    pub fn checked_add(self, other: Number) -> Option<Number> {
        let (high, low) = if self.exponent >= other.exponent { (self, other) } else { (other, self) };
        if high.is_zero() {
            return Some(low);
        }
        if low.is_zero() {
            return Some(high);
        }
        let gap = i32::from(high.exponent) - i32::from(low.exponent);
        let lift = gap.unsigned_abs().min(WORKING - digits(high.coefficient));
        let drop = gap.unsigned_abs() - lift;
        let a = signed(high.negative, high.coefficient * power(lift));
        let b = signed(low.negative, cut(low.coefficient, drop));
        let sum = a + b;
        Number::build(sum < 0, sum.unsigned_abs(), i32::from(high.exponent) - lift as i32)
    }

    /// Difference; `None` on overflow.
    #[must_use]
    pub fn checked_sub(self, other: Number) -> Option<Number> {
        self.checked_add(-other)
    }

    /// Product; `None` on overflow.
    #[must_use]
    pub fn checked_mul(self, other: Number) -> Option<Number> {
        let negative = self.negative != other.negative;
        let exponent = i32::from(self.exponent) + i32::from(other.exponent);
        if let Some(exact) = self.coefficient.checked_mul(other.coefficient)
            && digits(exact) <= WORKING
        {
            return Number::build(negative, exact, exponent);
        }
        let drop = digits(self.coefficient) + digits(other.coefficient) - WORKING;
        let product = wide_product(self.coefficient, other.coefficient, drop);
        Number::build(negative, product, exponent + drop as i32)
    }

    /// Quotient; `None` on division by zero and on overflow.
    #[must_use]
    pub fn checked_div(self, other: Number) -> Option<Number> {
        let divisor = other.coefficient;
        let mut quotient = self.coefficient.checked_div(divisor)?;
        let mut rest = self.coefficient.checked_rem(divisor)?;
        let mut exponent = i32::from(self.exponent) - i32::from(other.exponent);
        // Four digits a step: a rest below 10^34 times 10^4 still fits.
        while rest != 0 && digits(quotient) <= super::PRECISION {
            quotient = quotient * 10_000 + rest * 10_000 / divisor;
            rest = rest * 10_000 % divisor;
            exponent -= 4;
        }
        Number::build(self.negative != other.negative, sticky(quotient, rest != 0), exponent)
    }

    /// `self - other * floor(self / other)` without rounding in between (10.3.4.5 `modulo`);
    /// the result has the sign of `other`; `None` on division by zero.
    #[must_use]
    pub fn modulo(self, other: Number) -> Option<Number> {
        if other.is_zero() {
            return None;
        }
        let gap = i32::from(self.exponent) - i32::from(other.exponent);
        let rest = if gap >= 0 {
            let divisor = other.coefficient;
            let rest =
                product_rest(self.coefficient % divisor, power_rest(gap.unsigned_abs(), divisor), divisor);
            Number::build(false, rest, i32::from(other.exponent))?
        } else {
            match other.coefficient.checked_mul(10u128.checked_pow(gap.unsigned_abs()).unwrap_or(u128::MAX)) {
                Some(divisor) => Number::build(false, self.coefficient % divisor, i32::from(self.exponent))?,
                None => self.abs(),
            }
        };
        match (rest.is_zero(), self.negative == other.negative, other.negative) {
            (true, ..) => Some(rest),
            (_, true, false) => Some(rest),
            (_, true, true) => Some(-rest),
            (_, false, true) => other.checked_add(rest),
            (_, false, false) => other.checked_sub(rest),
        }
    }

    /// Power with a whole exponent, by squaring; `None` on overflow and for 0 to a negative power.
    pub(super) fn power_whole(self, exponent: i64) -> Option<Number> {
        let mut base = self;
        let mut left = exponent.unsigned_abs();
        let mut result = Number::ONE;
        while left > 0 {
            if left % 2 == 1 {
                result = result.checked_mul(base)?;
            }
            left /= 2;
            if left > 0 {
                base = base.checked_mul(base)?;
            }
        }
        if exponent < 0 { Number::ONE.checked_div(result) } else { Some(result) }
    }
}

/// A coefficient of at most 38 digits with its sign.
fn signed(negative: bool, coefficient: u128) -> i128 {
    let size = i128::try_from(coefficient).unwrap_or(i128::MAX);
    if negative { -size } else { size }
}

/// Cuts `drop` digits off, leaving a sticky last digit.
fn cut(coefficient: u128, drop: u32) -> u128 {
    match 10u128.checked_pow(drop) {
        Some(unit) => sticky(coefficient / unit, !coefficient.is_multiple_of(unit)),
        None => sticky(0, coefficient != 0),
    }
}

/// What is left of a power of ten: thousands of digits are not worked through one by one.
fn power_rest(exponent: u32, divisor: u128) -> u128 {
    let (mut rest, mut base, mut left) = (1 % divisor, 10 % divisor, exponent);
    while left > 0 {
        if left % 2 == 1 {
            rest = product_rest(rest, base, divisor);
        }
        base = product_rest(base, base, divisor);
        left /= 2;
    }
    rest
}

/// What is left of the product of two rests, by doubling; sums of coefficients fit.
fn product_rest(a: u128, b: u128, divisor: u128) -> u128 {
    let (mut rest, mut double, mut left) = (0, a, b);
    while left > 0 {
        if left % 2 == 1 {
            rest = (rest + double) % divisor;
        }
        double = double * 2 % divisor;
        left /= 2;
    }
    rest
}

/// The 256-bit product of two coefficients with its last `drop` digits cut off, sticky.
fn wide_product(a: u128, b: u128, drop: u32) -> u128 {
    const MASK: u128 = u64::MAX as u128;
    let (a1, a0, b1, b0) = (a >> 64, a & MASK, b >> 64, b & MASK);
    let low = a0 * b0;
    let middle = a1 * b0 + (low >> 64);
    let other = a0 * b1 + (middle & MASK);
    let high = a1 * b1 + (middle >> 64) + (other >> 64);
    let mut limbs = [high >> 64, high & MASK, other & MASK, low & MASK];
    let mut inexact = false;
    let mut left = drop;
    while left > 0 {
        let step = left.min(19);
        let unit = power(step);
        let mut rest = 0;
        for limb in &mut limbs {
            let value = rest << 64 | *limb;
            *limb = value / unit;
            rest = value % unit;
        }
        inexact |= rest != 0;
        left -= step;
    }
    let [_, _, upper, lower] = limbs;
    sticky(upper << 64 | lower, inexact)
}

#[cfg(test)]
mod tests {
    use super::Number;

    fn n(text: &str) -> Number {
        text.parse().unwrap()
    }

    #[test]
    fn tenths_are_exact() {
        assert_eq!(n("0.1").checked_add(n("0.2")), Some(n("0.3")));
        assert_eq!(n("1.10").checked_sub(n("1.1")), Some(Number::ZERO));
        assert_eq!(n("19.99").checked_mul(n("3")), Some(n("59.97")));
    }

    #[test]
    fn thirty_four_digits_half_even() {
        let third = Number::ONE.checked_div(n("3")).unwrap();
        assert_eq!(third.to_string(), format!("0.{}", "3".repeat(34)));
        assert_eq!(n("2").checked_div(n("3")).unwrap().to_string(), format!("0.{}7", "6".repeat(33)));
        let nines = n(&"9".repeat(34));
        assert_eq!(nines.checked_add(n("0.5")), n("1e34").into());
        assert_eq!(nines.checked_mul(nines), Some(n(&format!("{}8e34", "9".repeat(33)))));
        assert_eq!(n("1e34").checked_sub(n("0.4")), Some(n("1e34")));
        assert_eq!(n("1e34").checked_sub(n("1e-40")), Some(n("1e34")));
        assert_eq!(n("1e40").checked_add(n("-1e40")), Some(Number::ZERO));
    }

    #[test]
    fn modulo_takes_the_sign_of_the_divisor() {
        for (a, b, expected) in [
            ("-12", "5", "3"),
            ("12", "-5", "-3"),
            ("-12", "-5", "-2"),
            ("10.1", "4.5", "1.1"),
            ("1e30", "7", "1"),
        ] {
            assert_eq!(n(a).modulo(n(b)), Some(n(expected)), "{a} mod {b}");
        }
        assert_eq!(n("10").modulo(Number::ZERO), None);
    }

    #[test]
    fn overflow_is_none() {
        assert_eq!(n("1e6144").checked_mul(n("10")), None);
        assert_eq!(Number::ONE.checked_div(Number::ZERO), None);
        assert_eq!(n("1e-6176").checked_mul(n("0.1")), Some(Number::ZERO));
    }
}
