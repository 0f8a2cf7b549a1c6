//! Rounding: to the 34 digits kept, and to a number of decimal places in FEEL's modes.
use super::{Number, PRECISION, digits, power};

/// How a number is rounded to a number of decimal places (DMN 1.5, 10.3.4.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearest, a tie to the even neighbour (`decimal`).
    HalfEven,
    /// To the nearest, a tie away from zero (`round half up`).
    HalfUp,
    /// To the nearest, a tie towards zero (`round half down`).
    HalfDown,
    /// Away from zero (`round up`).
    Up,
    /// Towards zero (`round down`).
    Down,
    /// Towards negative infinity (`floor`).
    Floor,
    /// Towards positive infinity (`ceiling`).
    Ceiling,
}

impl Number {
    /// Rounds to `places` decimal places (negative: to tens, hundreds, …); `None` on overflow.
    #[must_use]
    pub fn round(self, places: i32, mode: Rounding) -> Option<Number> {
        let drop = -i32::from(self.exponent) - places;
        if drop <= 0 {
            return Some(self);
        }
        let unit = u32::try_from(drop).ok().and_then(|drop| 10u128.checked_pow(drop));
        // Without a unit all digits go, and they are less than half of it.
        let (kept, rest, half) = match unit {
            Some(unit) => (self.coefficient / unit, self.coefficient % unit, unit / 2),
            None => (0, self.coefficient.min(1), 2),
        };
        let up = rest != 0
            && match mode {
                Rounding::HalfEven => rest > half || (rest == half && kept % 2 == 1),
                Rounding::HalfUp => rest >= half,
                Rounding::HalfDown => rest > half,
                Rounding::Up => true,
                Rounding::Down => false,
                Rounding::Floor => self.negative,
                Rounding::Ceiling => !self.negative,
            };
        Number::build(self.negative, kept + u128::from(up), -places)
    }
}

/// Rounds a coefficient of up to 39 digits half to even to the digits kept.
pub(super) fn to_precision(coefficient: u128, exponent: i32) -> (u128, i32) {
    let excess = digits(coefficient).saturating_sub(PRECISION);
    if excess == 0 {
        return (coefficient, exponent);
    }
    let unit = power(excess);
    let (kept, rest) = (coefficient / unit, coefficient % unit);
    let up = rest > unit / 2 || (rest == unit / 2 && kept % 2 == 1);
    (kept + u128::from(up), exponent + excess as i32)
}

#[cfg(test)]
mod tests {
    use super::{Number, Rounding};

    #[test]
    fn ties_by_mode() {
        let n = |text: &str| text.parse::<Number>().unwrap();
        let table = [
            (Rounding::HalfEven, "2", "-2"),
            (Rounding::HalfUp, "3", "-3"),
            (Rounding::HalfDown, "2", "-2"),
            (Rounding::Up, "3", "-3"),
            (Rounding::Down, "2", "-2"),
            (Rounding::Floor, "2", "-3"),
            (Rounding::Ceiling, "3", "-2"),
        ];
        for (mode, plus, minus) in table {
            assert_eq!(n("2.5").round(0, mode), Some(n(plus)), "{mode:?}");
            assert_eq!(n("-2.5").round(0, mode), Some(n(minus)), "{mode:?}");
        }
        assert_eq!(n("1250").round(-2, Rounding::HalfEven), Some(n("1200")));
        assert_eq!(n("5.5").round(-6111, Rounding::Down), Some(Number::ZERO));
    }
}
