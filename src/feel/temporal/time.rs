//! A time of day and its zone.
use super::{DAY, NotTemporal, SECOND, scan::Scan, scan::show_seconds};
use std::fmt;
#[cfg(feature = "full")]
use std::rc::Rc;
use std::str::FromStr;

/// Where a time of day is local to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Not said.
    Local,
    /// Seconds east of UTC; `Z` is zero.
    Offset(i32),
    /// A zone of the time zone database.
    #[cfg(feature = "full")]
    Named(Rc<super::Region>),
}

impl Zone {
    /// Seconds east of UTC, where they do not depend on the day.
    #[must_use]
    pub fn offset(&self) -> Option<i32> {
        match self {
            Zone::Offset(seconds) => Some(*seconds),
            Zone::Local => None,
            #[cfg(feature = "full")]
            Zone::Named(region) => region.fixed_offset(),
        }
    }

    /// Reads what follows the time: nothing, `Z`, `+08:00`, `@Asia/Shanghai`.
    fn parse(text: &str) -> Option<Zone> {
        if text.is_empty() {
            return Some(Zone::Local);
        }
        if let Some(name) = text.strip_prefix('@') {
            return Zone::named(name);
        }
        if text == "Z" || text == "z" {
            return Some(Zone::Offset(0));
        }
        let mut scan = Scan(text);
        let sign = match (scan.take('-'), scan.take('+')) {
            (true, false) => -1,
            (false, true) => 1,
            _ => return None,
        };
        let hours = scan.pair()?;
        let minutes = if scan.take(':') { scan.pair()? } else { return None };
        let seconds = if scan.take(':') { scan.pair()? } else { 0 };
        let total = i32::try_from(hours * 3600 + minutes * 60 + seconds).ok()?;
        (scan.0.is_empty() && minutes < 60 && seconds < 60 && total <= 14 * 3600)
            .then_some(Zone::Offset(sign * total))
    }
}

#[cfg(feature = "full")]
impl Zone {
    fn named(name: &str) -> Option<Zone> {
        super::Region::find(name).map(|region| Zone::Named(Rc::new(region)))
    }
}

#[cfg(not(feature = "full"))]
impl Zone {
    fn named(_: &str) -> Option<Zone> {
        None
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Zone::Local => Ok(()),
            Zone::Offset(0) => f.write_str("Z"),
            Zone::Offset(seconds) => {
                let sign = if *seconds < 0 { '-' } else { '+' };
                let size = seconds.unsigned_abs();
                write!(f, "{sign}{:02}:{:02}", size / 3600, size / 60 % 60)?;
                if size.is_multiple_of(60) { Ok(()) } else { write!(f, ":{:02}", size % 60) }
            }
            #[cfg(feature = "full")]
            Zone::Named(region) => write!(f, "@{}", region.name()),
        }
    }
}

/// A time of day (10.3.2.3.4), to the nanosecond, with its zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    nanoseconds: u64,
    zone: Zone,
}

impl Time {
    /// Midnight, zone not said.
    pub const MIDNIGHT: Time = Time { nanoseconds: 0, zone: Zone::Local };

    /// The time, or `None` if there is none such; `nanoseconds` of the second.
    #[must_use]
    pub fn new(hour: i64, minute: i64, second: i64, nanoseconds: i64, zone: Zone) -> Option<Time> {
        let fits = (0..24).contains(&hour)
            && (0..60).contains(&minute)
            && (0..60).contains(&second)
            && (0..1_000_000_000).contains(&nanoseconds);
        let seconds = hour * 3600 + minute * 60 + second;
        fits.then(|| Time { nanoseconds: (seconds * 1_000_000_000 + nanoseconds).unsigned_abs(), zone })
    }

    /// The time so many nanoseconds after midnight, days left aside.
    #[must_use]
    pub fn from_nanoseconds(nanoseconds: i128, zone: Zone) -> Time {
        Time { nanoseconds: nanoseconds.rem_euclid(DAY) as u64, zone }
    }

    /// Nanoseconds since midnight.
    #[must_use]
    pub fn nanoseconds(&self) -> i128 {
        i128::from(self.nanoseconds)
    }

    /// Nanoseconds since midnight UTC, for zones whose offset is known.
    #[must_use]
    pub fn utc_nanoseconds(&self) -> Option<i128> {
        self.zone.offset().map(|offset| self.nanoseconds() - i128::from(offset) * SECOND)
    }

    /// Whole seconds since midnight.
    fn seconds(&self) -> i64 {
        (self.nanoseconds / 1_000_000_000) as i64
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub fn hour(&self) -> i64 {
        self.seconds() / 3600
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub fn minute(&self) -> i64 {
        self.seconds() / 60 % 60
    }

    /// The whole second, 0 to 59.
    #[must_use]
    pub fn second(&self) -> i64 {
        self.seconds() % 60
    }

    /// Whether its zone is not said.
    #[must_use]
    pub fn is_local(&self) -> bool {
        self.zone == Zone::Local
    }

    /// The zone.
    #[must_use]
    pub fn zone(&self) -> &Zone {
        &self.zone
    }
}

impl FromStr for Time {
    type Err = NotTemporal;

    /// Reads `10:20:30`, `10:20:30.5+08:00`, `10:20:30@Asia/Shanghai`.
    fn from_str(text: &str) -> Result<Time, NotTemporal> {
        parse(text).ok_or(NotTemporal)
    }
}

fn parse(text: &str) -> Option<Time> {
    let mut scan = Scan(text);
    let hour = i64::from(scan.pair()?);
    let minute = i64::from(scan.take(':').then(|| scan.pair()).flatten()?);
    let second = i64::from(scan.take(':').then(|| scan.pair()).flatten()?);
    let fraction = i64::try_from(scan.fraction()?).ok()?;
    Time::new(hour, minute, second, fraction, Zone::parse(scan.0)?)
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = show_seconds(i128::from(self.second()), self.nanoseconds() % SECOND, 2);
        write!(f, "{:02}:{:02}:{seconds}{}", self.hour(), self.minute(), self.zone)
    }
}

#[cfg(test)]
mod tests {
    use super::Time;

    fn text_of(text: &str) -> Option<String> {
        text.parse::<Time>().ok().map(|time| time.to_string())
    }

    #[test]
    fn text_and_back() {
        for (text, shown) in [
            ("00:00:00", "00:00:00"),
            ("23:59:59.120", "23:59:59.12"),
            ("10:20:30+00:00", "10:20:30Z"),
            ("10:20:30-02:30", "10:20:30-02:30"),
        ] {
            assert_eq!(text.parse::<Time>().unwrap().to_string(), shown);
        }
        let named = "10:20:30@Asia/Shanghai";
        let read = text_of(named);
        assert_eq!(read.as_deref(), cfg!(feature = "full").then_some(named));
        for text in [
            "24:00:00",
            "10:60:00",
            "10:20",
            "10:20:30+1:00",
            "10:20:30+15:00",
            "10:20:30 ",
            "10:20:30@",
            "10:20:30@Asia/Nowhere",
            "10:20:30@asia/shanghai",
        ] {
            assert!(text.parse::<Time>().is_err(), "{text}");
        }
    }
}
