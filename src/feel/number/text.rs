//! Numbers from and to text.
use super::{Number, power, sticky};
use std::fmt;
use std::str::FromStr;

/// The text is not a number, or is one that decimal128 cannot hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANumber;

impl fmt::Display for NotANumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a number")
    }
}

impl std::error::Error for NotANumber {}

impl FromStr for Number {
    type Err = NotANumber;

    /// Reads `-12.5`, `.5`, `1e3`; digits beyond the 34th are rounded.
    fn from_str(text: &str) -> Result<Number, NotANumber> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().map_err(|_| NotANumber)?),
            None => (text, 0),
        };
        let (negative, mantissa) = match mantissa.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, mantissa),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
        if fraction.is_empty() || (whole.is_empty() && !mantissa.starts_with('.')) {
            return Err(NotANumber);
        }
        let (mut coefficient, mut scale, mut inexact) = (0u128, 0i32, false);
        let places = whole.bytes().map(|b| (b, 0)).chain(fraction.bytes().map(|b| (b, 1)));
        for (byte, place) in places {
            if !byte.is_ascii_digit() {
                return Err(NotANumber);
            }
            let digit = byte - b'0';
            if coefficient < power(36) {
                coefficient = coefficient * 10 + u128::from(digit);
                scale -= place;
            } else {
                inexact |= digit != 0;
                scale += 1 - place;
            }
        }
        let exponent = exponent.checked_add(scale).ok_or(NotANumber)?;
        Number::build(negative, sticky(coefficient, inexact), exponent).ok_or(NotANumber)
    }
}

impl fmt::Display for Number {
    /// Plain notation without trailing zeros; beyond about 60 places `d.ddE+n`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.negative { "-" } else { "" };
        let coefficient = self.coefficient;
        let digits = coefficient.to_string();
        let exponent = i32::from(self.exponent);
        let point = exponent + digits.len() as i32;
        if exponent > 40 || point < -40 {
            let (first, rest) = digits.split_at_checked(1).unwrap_or((&digits, ""));
            let dot = if rest.is_empty() { "" } else { "." };
            return write!(f, "{sign}{first}{dot}{rest}E{:+}", point - 1);
        }
        if exponent >= 0 {
            return write!(f, "{sign}{digits}{}", "0".repeat(exponent.unsigned_abs() as usize));
        }
        match usize::try_from(point).ok().filter(|point| *point > 0) {
            Some(point) => {
                let (whole, fraction) = digits.split_at_checked(point).unwrap_or((&digits, ""));
                write!(f, "{sign}{whole}.{fraction}")
            }
            None => write!(f, "{sign}0.{}{digits}", "0".repeat(point.unsigned_abs() as usize)),
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn text_and_back() {
        for (text, shown) in [
            ("0", "0"),
            ("-0.0", "0"),
            ("1.50", "1.5"),
            ("00012", "12"),
            (".872", "0.872"),
            ("1e3", "1000"),
            ("1.2E-3", "0.0012"),
            ("-125.4321987654", "-125.4321987654"),
            ("1e50", "1E+50"),
            ("1.5e-60", "1.5E-60"),
            ("12345678901234567890123456789012345", "12345678901234567890123456789012340"),
            ("12345678901234567890123456789012355", "12345678901234567890123456789012360"),
        ] {
            assert_eq!(text.parse::<Number>().unwrap().to_string(), shown);
        }
        for text in ["", "-", ".", "1.", "1e", "e1", "1,5", "１", "1e99999999999", "1e6145", "--1"] {
            assert!(text.parse::<Number>().is_err(), "{text}");
        }
    }
}
