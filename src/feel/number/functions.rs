//! Square root, exponential, logarithm and powers with any exponent, to about 30 digits.
use super::{Number, Rounding, digits};

/// Terms after which every series used here has converged to the digits kept.
const TERMS: i64 = 60;
/// Digits of a result that are sure.
const SURE: i32 = 30;
const HALF: Number = Number { coefficient: 5, exponent: -1, negative: false };

impl Number {
    /// Square root; `None` below zero.
    #[must_use]
    pub fn sqrt(self) -> Option<Number> {
        if self.negative {
            return None;
        }
        if self.is_zero() {
            return Some(self);
        }
        let start = (i32::from(self.exponent) + digits(self.coefficient) as i32) / 2;
        let mut root = Number::build(false, 1, start)?;
        for _ in 0..TERMS {
            let next = root.checked_add(self.checked_div(root)?)?.checked_mul(HALF)?;
            if next == root {
                break;
            }
            root = next;
        }
        // Newton may settle one unit beside an exact root.
        let exact = root.round(16 - start, Rounding::HalfEven)?;
        Some(if exact.checked_mul(exact) == Some(self) { exact } else { root })
    }

    /// e to the power of the number; `None` on overflow.
    #[must_use]
    pub fn exp(self) -> Option<Number> {
        self.raw_exp()?.settled()
    }

    fn raw_exp(self) -> Option<Number> {
        let two = Number::from(2);
        let mut halvings = 0;
        let mut part = self;
        while part.abs() > HALF {
            part = part.checked_div(two)?;
            halvings += 1;
            if halvings > 16 {
                return self.negative.then_some(Number::ZERO);
            }
        }
        let (mut sum, mut term) = (Number::ONE, Number::ONE);
        for n in 1..TERMS {
            term = term.checked_mul(part)?.checked_div(Number::from(n))?;
            sum = sum.checked_add(term)?;
        }
        for _ in 0..halvings {
            sum = sum.checked_mul(sum)?;
        }
        Some(sum)
    }

    /// Natural logarithm; `None` at and below zero.
    #[must_use]
    pub fn ln(self) -> Option<Number> {
        self.raw_ln()?.settled()
    }

    fn raw_ln(self) -> Option<Number> {
        if self.negative || self.is_zero() {
            return None;
        }
        let scale = i32::from(self.exponent) + digits(self.coefficient) as i32 - 1;
        let head = Number::build(false, self.coefficient, i32::from(self.exponent) - scale)?;
        let tens = Number::from(i64::from(scale)).checked_mul(ln_near(Number::from(10))?)?;
        ln_near(head)?.checked_add(tens)
    }

    /// `self` to the power of `exponent`; `None` where there is no real result.
    #[must_use]
    pub fn pow(self, exponent: Number) -> Option<Number> {
        match exponent.to_i64() {
            Some(whole) => self.power_whole(whole),
            None if self.is_zero() => (!exponent.negative).then_some(self),
            None => self.raw_ln()?.checked_mul(exponent)?.raw_exp()?.settled(),
        }
    }

    /// The number without the digits that a series leaves in doubt, so that `4 ** 0.5` is 2.
    fn settled(self) -> Option<Number> {
        let leading = i32::from(self.exponent) + digits(self.coefficient) as i32;
        self.round(SURE - leading, Rounding::HalfEven)
    }
}

/// Logarithm of a number from 1 to 10: four roots bring it near 1, then the series of artanh.
fn ln_near(number: Number) -> Option<Number> {
    let mut near = number;
    for _ in 0..4 {
        near = near.sqrt()?;
    }
    let z = near.checked_sub(Number::ONE)?.checked_div(near.checked_add(Number::ONE)?)?;
    let square = z.checked_mul(z)?;
    let (mut sum, mut power) = (Number::ZERO, z);
    for n in 0..TERMS / 2 {
        sum = sum.checked_add(power.checked_div(Number::from(2 * n + 1))?)?;
        power = power.checked_mul(square)?;
    }
    sum.checked_mul(Number::from(32))
}

#[cfg(test)]
mod tests {
    use super::{Number, Rounding};

    #[test]
    fn known_values() {
        let n = |text: &str| text.parse::<Number>().unwrap();
        let near = |value: Option<Number>| value.unwrap().round(20, Rounding::HalfEven).unwrap();
        assert_eq!(n("16").sqrt(), Some(n("4")));
        assert_eq!(n("0.0625").sqrt(), Some(n("0.25")));
        assert_eq!(near(n("2").sqrt()), n("1.41421356237309504880"));
        assert_eq!(near(n("1").exp()), n("2.71828182845904523536"));
        assert_eq!(near(n("4").ln()), n("1.38629436111989061883"));
        assert_eq!(near(n("0.001").ln()), n("-6.90775527898213705205"));
        assert_eq!(near(n("2").pow(n("0.5"))), n("1.41421356237309504880"));
        assert_eq!(n("2").pow(n("-2")), Some(n("0.25")));
        assert_eq!(n("4").pow(n("0.5")), Some(n("2")));
        assert_eq!(n("0.0001").pow(n("-0.5")), Some(n("100")));
        assert_eq!(n("0").exp(), Some(n("1")));
        assert_eq!(n("-1").ln(), None);
        assert_eq!(n("-8").pow(n("0.5")), None);
    }
}
