//! The two kinds of duration, which FEEL never mixes.
use super::{DAY, NotTemporal, SECOND, scan::Scan, scan::show_seconds};
use crate::number::{Number, Rounding};
use std::fmt;
use std::str::FromStr;

/// A duration in days, hours, minutes and seconds (10.3.2.3.7), to the nanosecond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
// As a number is.
#[repr(Rust, packed(8))]
pub struct DaysDuration {
    nanoseconds: i128,
}

/// A duration in years and months (10.3.2.3.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct YearsDuration {
    months: i64,
}

impl DaysDuration {
    /// So many nanoseconds.
    #[must_use]
    pub fn from_nanoseconds(nanoseconds: i128) -> DaysDuration {
        DaysDuration { nanoseconds }
    }

    /// The whole duration in nanoseconds.
    #[must_use]
    pub fn nanoseconds(self) -> i128 {
        self.nanoseconds
    }

    /// The whole duration in seconds.
    #[must_use]
    pub fn to_seconds(self) -> Option<Number> {
        let whole = Number::from(i64::try_from(self.nanoseconds / SECOND).ok()?);
        let fraction = Number::from(i64::try_from(self.nanoseconds % SECOND).ok()?);
        whole.checked_add(fraction.checked_div(Number::from(i64::try_from(SECOND).ok()?))?)
    }

    /// A duration of so many seconds, cut to the nanosecond.
    #[must_use]
    pub fn from_seconds(seconds: Number) -> Option<DaysDuration> {
        let whole = seconds.round(0, Rounding::Floor)?;
        let fraction =
            seconds.checked_sub(whole)?.checked_mul(Number::from(1_000_000_000))?.round(0, Rounding::Down)?;
        let nanoseconds = i128::from(whole.to_i64()?) * SECOND + i128::from(fraction.to_i64()?);
        Some(DaysDuration { nanoseconds })
    }
}

impl YearsDuration {
    /// So many months.
    #[must_use]
    pub fn from_months(months: i64) -> YearsDuration {
        YearsDuration { months }
    }

    /// The whole duration in months.
    #[must_use]
    pub fn months(self) -> i64 {
        self.months
    }
}

/// Reads `12H` style parts in the order of `units`; the last may carry a fraction.
fn parts(scan: &mut Scan<'_>, units: &[(char, i128)]) -> Option<(i128, bool)> {
    let (mut total, mut any) = (0i128, false);
    for (unit, size) in units {
        let before = scan.0;
        let digits = scan.digits();
        let fraction = if *unit == 'S' { scan.fraction()? } else { 0 };
        if digits.is_empty() || !scan.take(*unit) {
            scan.0 = before;
            continue;
        }
        any = true;
        total = total.checked_add(digits.parse::<i128>().ok()?.checked_mul(*size)?)? + fraction;
    }
    Some((total, any))
}

impl FromStr for DaysDuration {
    type Err = NotTemporal;

    /// Reads `P1DT2H3M4.5S`, `-PT10M`.
    fn from_str(text: &str) -> Result<DaysDuration, NotTemporal> {
        let read = || {
            let mut scan = Scan(text);
            let negative = scan.take('-');
            if !scan.take('P') {
                return None;
            }
            let (days, some_days) = parts(&mut scan, &[('D', DAY)])?;
            let (time, some_time) = match scan.take('T') {
                true => parts(&mut scan, &[('H', 3600 * SECOND), ('M', 60 * SECOND), ('S', SECOND)])
                    .filter(|(_, any)| *any)?,
                false => (0, false),
            };
            let nanoseconds = days.checked_add(time)?;
            ((some_days || some_time) && scan.0.is_empty() && nanoseconds <= i128::from(i64::MAX) * SECOND)
                .then_some(DaysDuration { nanoseconds: if negative { -nanoseconds } else { nanoseconds } })
        };
        read().ok_or(NotTemporal)
    }
}

impl FromStr for YearsDuration {
    type Err = NotTemporal;

    /// Reads `P1Y2M`, `-P6M`.
    fn from_str(text: &str) -> Result<YearsDuration, NotTemporal> {
        let read = || {
            let mut scan = Scan(text);
            let negative = scan.take('-');
            if !scan.take('P') {
                return None;
            }
            let (months, any) = parts(&mut scan, &[('Y', 12), ('M', 1)])?;
            let months = i64::try_from(months).ok()?;
            (any && scan.0.is_empty())
                .then_some(YearsDuration { months: if negative { -months } else { months } })
        };
        read().ok_or(NotTemporal)
    }
}

impl fmt::Display for DaysDuration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.nanoseconds.abs();
        if size == 0 {
            return f.write_str("PT0S");
        }
        f.write_str(if self.nanoseconds < 0 { "-P" } else { "P" })?;
        let mut part =
            |amount: i128, unit: &str| if amount == 0 { Ok(()) } else { write!(f, "{amount}{unit}") };
        part(size / DAY, "D")?;
        let time = size % DAY;
        if time == 0 {
            return Ok(());
        }
        let seconds = time / SECOND;
        f.write_str("T")?;
        let mut part =
            |amount: i128, unit: &str| if amount == 0 { Ok(()) } else { write!(f, "{amount}{unit}") };
        part(seconds / 3600, "H")?;
        part(seconds / 60 % 60, "M")?;
        if time % (60 * SECOND) == 0 {
            return Ok(());
        }
        write!(f, "{}S", show_seconds(seconds % 60, time % SECOND, 1))
    }
}

impl fmt::Display for YearsDuration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.months.unsigned_abs();
        let sign = if self.months < 0 { "-" } else { "" };
        match (size / 12, size % 12) {
            (0, months) => write!(f, "{sign}P{months}M"),
            (years, 0) => write!(f, "{sign}P{years}Y"),
            (years, months) => write!(f, "{sign}P{years}Y{months}M"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DaysDuration, YearsDuration};

    #[test]
    fn text_and_back() {
        for (text, shown) in [
            ("P1D", "P1D"),
            ("PT24H", "P1D"),
            ("P1DT2H3M4.500S", "P1DT2H3M4.5S"),
            ("-PT90S", "-PT1M30S"),
            ("PT0S", "PT0S"),
            ("PT0.25S", "PT0.25S"),
        ] {
            assert_eq!(text.parse::<DaysDuration>().unwrap().to_string(), shown);
        }
        for (text, shown) in [("P12M", "P1Y"), ("P1Y2M", "P1Y2M"), ("-P14M", "-P1Y2M"), ("P0Y", "P0M")] {
            assert_eq!(text.parse::<YearsDuration>().unwrap().to_string(), shown);
        }
        for text in ["P", "PT", "P1DT", "P1Y", "P1M", "P1D2H", "PT1D", "1D", "P-1D", "P1.5D"] {
            assert!(text.parse::<DaysDuration>().is_err(), "{text}");
        }
        for text in ["P", "P1D", "P2M1Y", "P1Y1D", "PT1M"] {
            assert!(text.parse::<YearsDuration>().is_err(), "{text}");
        }
    }
}
