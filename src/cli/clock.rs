//! The one clock of the command line.

use feel::Date;

/// Today in China: UTC+8, where there has been no summer time since 1991.
pub fn today() -> Date {
    #[expect(
        clippy::disallowed_methods,
        reason = "the command line is where the day of assessment comes from"
    )]
    let now = std::time::SystemTime::now();
    let seconds = now.duration_since(std::time::UNIX_EPOCH).map_or(0, |elapsed| elapsed.as_secs() as i64);
    Date::from_days((seconds + 8 * 3600).div_euclid(86_400)).unwrap_or(Date::EPOCH)
}
