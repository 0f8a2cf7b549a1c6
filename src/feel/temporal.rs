//! Dates, times and durations (DMN 1.5, 10.3.2.3.4 – 10.3.2.3.8).
//!
//! Written here rather than taken from a crate: FEEL's years reach ±999 999 999, beyond what
//! calendar crates carry. Named time zones need a database that the page must not ship: they exist
//! only with the feature `full`, in `region`, and only in a scope that asks for it.
mod date;
#[cfg(feature = "full")]
mod date_time;
mod duration;
#[cfg(feature = "full")]
mod region;
mod scan;
#[cfg(feature = "full")]
mod time;

pub use date::Date;
#[cfg(feature = "full")]
pub use date_time::DateTime;
pub use duration::{DaysDuration, YearsDuration};
#[cfg(feature = "full")]
pub use region::Region;
#[cfg(feature = "full")]
pub use time::{Time, Zone};

/// Nanoseconds in a second.
const SECOND: i128 = 1_000_000_000;
/// Nanoseconds in a day.
pub(crate) const DAY: i128 = 86_400 * SECOND;

/// The text is not of the temporal type asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotTemporal;

impl std::fmt::Display for NotTemporal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("not a date, time or duration")
    }
}

impl std::error::Error for NotTemporal {}
