//! A day of the proleptic Gregorian calendar.
use super::{NotTemporal, YearsDuration, scan::Scan};
use std::fmt;
use std::str::FromStr;

/// A date without a time (10.3.2.3.5): proleptic Gregorian, years -999 999 999 to 999 999 999,
/// year 0 being 1 BC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

/// The furthest year on either side.
const LAST_YEAR: i64 = 999_999_999;

impl Date {
    /// 1970-01-01, from which [`Date::to_days`] counts.
    pub const EPOCH: Date = Date { year: 1970, month: 1, day: 1 };

    /// The date, or `None` if there is no such day.
    #[must_use]
    pub fn new(year: i64, month: i64, day: i64) -> Option<Date> {
        if year.abs() > LAST_YEAR || !(1..=12).contains(&month) || day < 1 || day > days_in_month(year, month)
        {
            return None;
        }
        Some(Date {
            year: i32::try_from(year).ok()?,
            month: u8::try_from(month).ok()?,
            day: u8::try_from(day).ok()?,
        })
    }

    /// The year; negative before 1 BC.
    #[must_use]
    pub fn year(self) -> i64 {
        i64::from(self.year)
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> i64 {
        i64::from(self.month)
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> i64 {
        i64::from(self.day)
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub fn to_days(self) -> i64 {
        // Years are counted from March, so that a leap day is the last day of its year.
        let year = self.year() - i64::from(self.month <= 2);
        let month = (self.month() + 9) % 12;
        let era = year.div_euclid(400);
        let year = year.rem_euclid(400);
        let day_of_year = (153 * month + 2) / 5 + self.day() - 1;
        era * 146_097 + year * 365 + year / 4 - year / 100 + day_of_year - 719_468
    }

    /// The date so many days after 1970-01-01; `None` outside the calendar.
    #[must_use]
    pub fn from_days(days: i64) -> Option<Date> {
        let days = days.checked_add(719_468)?;
        let era = days.div_euclid(146_097);
        let day = days.rem_euclid(146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day_of_year = day - (365 * year + year / 4 - year / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = era.checked_mul(400)? + year + i64::from(month <= 2);
        Date::new(year, month, day_of_year - (153 * shifted + 2) / 5 + 1)
    }

    /// The same day so many months later, or the last day of that month if it is shorter:
    /// 2026-01-31 and one month is 2026-02-28. `None` outside the calendar.
    #[must_use]
    pub fn add_months(self, months: i64) -> Option<Date> {
        let total = (self.year() * 12 + self.month() - 1).checked_add(months)?;
        let (year, month) = (total.div_euclid(12), total.rem_euclid(12) + 1);
        Date::new(year, month, self.day().min(days_in_month(year, month)))
    }

    /// The date so many days later; `None` outside the calendar.
    #[must_use]
    pub fn add_days(self, days: i64) -> Option<Date> {
        Date::from_days(self.to_days().checked_add(days)?)
    }

    /// Day of the week, Monday 1 to Sunday 7 (ISO 8601).
    #[must_use]
    pub fn weekday(self) -> i64 {
        (self.to_days() + 3).rem_euclid(7) + 1
    }

    /// Day of the year, 1 to 366.
    #[must_use]
    pub fn day_of_year(self) -> i64 {
        let first = Date { month: 1, day: 1, ..self };
        self.to_days() - first.to_days() + 1
    }

    /// Week of the year by ISO 8601, 1 to 53.
    #[must_use]
    pub fn week_of_year(self) -> i64 {
        let week = (self.day_of_year() - self.weekday() + 10) / 7;
        if week < 1 {
            weeks_in_year(self.year() - 1)
        } else if week > weeks_in_year(self.year()) {
            1
        } else {
            week
        }
    }

    /// Whole months from `self` to `later`, negative if that is earlier (10.3.4.7).
    #[must_use]
    pub fn months_until(self, later: Date) -> YearsDuration {
        let months = (later.year() - self.year()) * 12 + later.month() - self.month();
        let (from, to) = (self.day(), later.day());
        YearsDuration::from_months(
            months - i64::from(months > 0 && to < from) + i64::from(months < 0 && to > from),
        )
    }
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 => 28 + i64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A year has 53 ISO weeks if it starts or ends on a Thursday.
fn weeks_in_year(year: i64) -> i64 {
    let thursday = |month, day| Date::new(year, month, day).is_some_and(|date| date.weekday() == 4);
    52 + i64::from(thursday(1, 1) || thursday(12, 31))
}

impl FromStr for Date {
    type Err = NotTemporal;

    /// Reads `2026-01-31`; a year has four digits, or more without a leading zero (10.3.2.3.5).
    fn from_str(text: &str) -> Result<Date, NotTemporal> {
        let mut scan = Scan(text);
        let sign = if scan.take('-') { -1 } else { 1 };
        let year = scan.digits();
        if !(4..=9).contains(&year.len()) || (year.len() > 4 && year.starts_with('0')) {
            return Err(NotTemporal);
        }
        let year = sign * year.parse::<i64>().map_err(|_| NotTemporal)?;
        let month = scan.take('-').then(|| scan.pair()).flatten().ok_or(NotTemporal)?;
        let day = scan.take('-').then(|| scan.pair()).flatten().ok_or(NotTemporal)?;
        if !scan.0.is_empty() {
            return Err(NotTemporal);
        }
        Date::new(year, i64::from(month), i64::from(day)).ok_or(NotTemporal)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}-{:02}-{:02}", self.year.unsigned_abs(), self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn days_and_back() {
        assert_eq!(date("1970-01-01").to_days(), 0);
        assert_eq!(date("2000-03-01").to_days(), 11_017);
        let mut days = -800_000;
        while days < 800_000 {
            assert_eq!(Date::from_days(days).unwrap().to_days(), days);
            days += 97;
        }
        for far in ["-999999999-01-01", "999999999-12-31", "0000-02-29"] {
            assert_eq!(Date::from_days(date(far).to_days()), Some(date(far)));
        }
        assert_eq!(date("999999999-12-31").add_days(1), None);
    }

    #[test]
    fn months_clamp_to_the_end() {
        for (from, months, to) in [
            ("2026-01-31", 1, "2026-02-28"),
            ("2024-01-31", 1, "2024-02-29"),
            ("2026-03-31", -1, "2026-02-28"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2026-12-15", 1, "2027-01-15"),
            ("2026-01-15", -13, "2024-12-15"),
        ] {
            assert_eq!(date(from).add_months(months), Some(date(to)), "{from} {months}");
        }
    }

    #[test]
    fn weeks_and_weekdays() {
        for (text, weekday, week) in
            [("2026-01-01", 4, 1), ("2010-01-01", 5, 53), ("2003-12-29", 1, 1), ("2019-09-17", 2, 38)]
        {
            assert_eq!((date(text).weekday(), date(text).week_of_year()), (weekday, week), "{text}");
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in
            ["2026-02-29", "2026-13-01", "26-01-01", "02026-01-01", "2026-1-1", "2026-01-01T", "+2026-01-01"]
        {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
        assert_eq!(date("-0001-01-01").to_string(), "-0001-01-01");
    }
}
