//! A date with a time of day.
use super::{DAY, Date, NotTemporal, SECOND, Time, Zone};
use std::fmt;
use std::str::FromStr;

/// A date and a time of day in a zone (10.3.2.3.6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateTime {
    /// The day in its zone.
    pub date: Date,
    /// The time of that day, and the zone.
    pub time: Time,
}

impl DateTime {
    /// Nanoseconds since 1970-01-01T00:00:00 on this clock, the zone left aside.
    #[must_use]
    pub fn clock(&self) -> i128 {
        i128::from(self.date.to_days()) * DAY + self.time.nanoseconds()
    }

    /// Nanoseconds since 1970-01-01T00:00:00Z, for zones whose offset is known.
    #[must_use]
    pub fn instant(&self) -> Option<i128> {
        self.offset().map(|offset| self.clock() - i128::from(offset) * SECOND)
    }

    /// Seconds east of UTC at that moment, for zones where they are known.
    #[must_use]
    pub fn offset(&self) -> Option<i32> {
        match self.time.zone() {
            #[cfg(feature = "full")]
            Zone::Named(region) => region.offset_of_clock(self.clock()),
            zone => zone.offset(),
        }
    }

    /// The moment so many nanoseconds later. On the clock of a named zone an hour may be left out
    /// or come twice in between; on every other clock that makes no difference.
    #[must_use]
    pub fn add_nanoseconds(&self, nanoseconds: i128) -> Option<DateTime> {
        let zone = self.time.zone();
        let clock = match zone {
            #[cfg(feature = "full")]
            Zone::Named(region) => {
                let instant = self.instant()?.checked_add(nanoseconds)?;
                instant + i128::from(region.offset_at(instant)?) * SECOND
            }
            _ => self.clock().checked_add(nanoseconds)?,
        };
        DateTime::from_clock(clock, zone.clone())
    }

    /// The moment so many nanoseconds after the epoch on a clock of `zone`; `None` outside the calendar.
    #[must_use]
    pub fn from_clock(clock: i128, zone: Zone) -> Option<DateTime> {
        let date = Date::from_days(i64::try_from(clock.div_euclid(DAY)).ok()?)?;
        Some(DateTime { date, time: Time::from_nanoseconds(clock, zone) })
    }

    /// The same time of day so many months later (see [`Date::add_months`]).
    #[must_use]
    pub fn add_months(&self, months: i64) -> Option<DateTime> {
        Some(DateTime { date: self.date.add_months(months)?, time: self.time.clone() })
    }
}

impl From<Date> for DateTime {
    fn from(date: Date) -> DateTime {
        DateTime { date, time: Time::MIDNIGHT }
    }
}

impl FromStr for DateTime {
    type Err = NotTemporal;

    /// Reads `2026-01-31T10:20:30+08:00`; a bare date is midnight (10.3.4.1).
    fn from_str(text: &str) -> Result<DateTime, NotTemporal> {
        match text.split_once('T') {
            // The end of a day is the start of the next (ISO 8601).
            Some((date, time)) if time.starts_with("24:00:00") => {
                let date = date.parse::<Date>()?.add_days(1).ok_or(NotTemporal)?;
                Ok(DateTime { date, time: time.replacen("24", "00", 1).parse()? })
            }
            Some((date, time)) => Ok(DateTime { date: date.parse()?, time: time.parse()? }),
            None => text.parse::<Date>().map(DateTime::from),
        }
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{}", self.date, self.time)
    }
}
