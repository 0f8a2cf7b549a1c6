//! The one clock of the command line.

use feel::{Date, DateTime, Zone};

/// Seconds east of UTC in China, where there has been no summer time since 1991.
const CHINA: i32 = 8 * 3600;

/// Today in China.
pub fn today() -> Date {
    now().date
}

/// This moment in China.
pub fn now() -> DateTime {
    #[expect(
        clippy::disallowed_methods,
        reason = "the command line is where the day of assessment comes from"
    )]
    let now = std::time::SystemTime::now();
    let elapsed = now.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let clock = i128::try_from(elapsed.as_nanos()).unwrap_or(0) + i128::from(CHINA) * 1_000_000_000;
    DateTime::from_clock(clock, Zone::Offset(CHINA)).unwrap_or(DateTime::from(Date::EPOCH))
}
