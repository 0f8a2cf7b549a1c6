//! Named zones of the IANA time zone database: what their clocks show, and when.
use super::{DAY, SECOND};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use std::fmt;

/// Days after which the calendar, and with it the rules of every zone, repeat.
const ERA: i128 = 146_097;
/// Days since 1970 within which the database answers: years -9000 to 9000.
const KNOWN: std::ops::RangeInclusive<i128> = -4_000_000..=2_500_000;

/// A zone of the database. Two are the same if their names are.
#[derive(Clone)]
pub struct Region {
    name: Box<str>,
    rules: TimeZone,
}

impl Region {
    /// The zone of that name, in the database's spelling: `Europe/Paris`.
    #[must_use]
    pub fn find(name: &str) -> Option<Region> {
        let rules = TimeZoneDatabase::bundled().get(name).ok()?;
        (rules.iana_name() == Some(name)).then(|| Region { name: name.into(), rules })
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Seconds east of UTC when the clocks there show `clock`, in nanoseconds since
    /// 1970-01-01T00:00:00. Of a time that comes twice the first is meant, and one that is left
    /// out lies as far behind the gap as it says.
    #[must_use]
    pub fn offset_of_clock(&self, clock: i128) -> Option<i32> {
        let clock = near(clock);
        let shown = Timestamp::from_nanosecond(clock).ok()?;
        let shown: DateTime = TimeZone::UTC.to_datetime(shown);
        let at = self.rules.to_timestamp(shown).ok()?.as_nanosecond();
        i32::try_from((clock - at) / SECOND).ok()
    }

    /// Seconds east of UTC at an instant, in nanoseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn offset_at(&self, instant: i128) -> Option<i32> {
        let at = Timestamp::from_nanosecond(near(instant)).ok()?;
        Some(self.rules.to_offset(at).seconds())
    }

    /// Seconds east of UTC, if they are always the same.
    #[must_use]
    pub fn fixed_offset(&self) -> Option<i32> {
        let constant = self.rules.following(Timestamp::MIN).next().is_none();
        constant.then(|| self.rules.to_offset(Timestamp::UNIX_EPOCH).seconds())
    }
}

/// A point in time moved by whole eras to where the database answers.
fn near(nanoseconds: i128) -> i128 {
    let days = nanoseconds.div_euclid(DAY);
    let beyond = if days > *KNOWN.end() {
        days - KNOWN.end()
    } else if days < *KNOWN.start() {
        days - KNOWN.start()
    } else {
        0
    };
    // Rounded away from zero, so that what lies beyond comes to lie within.
    let eras = beyond.signum() * ((beyond.abs() + ERA - 1) / ERA);
    nanoseconds - eras * ERA * DAY
}

impl PartialEq for Region {
    fn eq(&self, other: &Region) -> bool {
        self.name == other.name
    }
}

impl Eq for Region {}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::{DAY, Region, SECOND};

    #[test]
    fn clocks_and_instants_agree_in_all_years() {
        for name in ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai", "Etc/GMT-8"]
        {
            let region = Region::find(name).unwrap();
            let mut instant = -400_000_000 * DAY;
            while instant < 400_000_000 * DAY {
                let clock = instant + i128::from(region.offset_at(instant).unwrap()) * SECOND;
                let read = clock - i128::from(region.offset_of_clock(clock).unwrap()) * SECOND;
                // Of an hour that comes twice, the first is read.
                let twice = region.offset_at(read) != region.offset_at(instant);
                assert!(read == instant || (twice && read < instant), "{name} {instant}");
                instant += 4_999_999 * DAY / 101;
            }
        }
    }

    #[test]
    fn what_is_beyond_is_what_comes_again() {
        let paris = Region::find("Europe/Paris").unwrap();
        let (winter, summer) = (2_000_000 * DAY, 2_000_180 * DAY);
        for eras in [0, 1, 400, 2_000_000] {
            let offsets = [winter, summer].map(|at| paris.offset_at(at + eras * super::ERA * DAY));
            assert_eq!(offsets, [winter, summer].map(|at| paris.offset_at(at)), "{eras}");
        }
    }
}
