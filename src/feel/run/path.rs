//! Entries of contexts and properties of values (10.3.2.5, 10.3.2.15).
use super::Machine;
use crate::temporal::{DAY, Date, DaysDuration, YearsDuration};
#[cfg(feature = "full")]
use crate::temporal::{DateTime, Time};
use crate::value::{Range, Value};

/// Nanoseconds in a second.
#[cfg(feature = "full")]
const SECOND: i128 = 1_000_000_000;
/// Nanoseconds in a minute.
#[cfg(feature = "full")]
const MINUTE: i128 = 60 * SECOND;
/// Nanoseconds in an hour.
#[cfg(feature = "full")]
const HOUR: i128 = 60 * MINUTE;

impl Machine<'_> {
    /// `value.name`; of a list, the list of what its items give.
    pub(super) fn entry(&mut self, value: &Value, name: &str) -> Value {
        let found = entry(value, name);
        if matches!(value, Value::List(_)) { self.made(found) } else { found }
    }
}

fn entry(value: &Value, name: &str) -> Value {
    match value {
        Value::Unknown => Value::Unknown,
        Value::List(items) => Value::List(items.iter().map(|item| entry(item, name)).collect()),
        Value::Date(date) => of_date(*date, name),
        Value::DaysDuration(duration) => of_days(*duration, name),
        Value::YearsDuration(duration) => of_years(*duration, name),
        Value::Range(range) => of_range(range, name),
        #[cfg(feature = "full")]
        Value::Context(context) => context.get(name).cloned().into(),
        #[cfg(feature = "full")]
        Value::DateTime(moment) => of_moment(moment, name),
        #[cfg(feature = "full")]
        Value::Time(time) => of_time(time, name),
        _ => Value::Null,
    }
}

fn of_date(date: Date, name: &str) -> Value {
    match name {
        "year" => date.year().into(),
        "month" => date.month().into(),
        "day" => date.day().into(),
        "weekday" => date.weekday().into(),
        _ => Value::Null,
    }
}

#[cfg(feature = "full")]
fn of_moment(moment: &DateTime, name: &str) -> Value {
    match name {
        "year" | "month" | "day" | "weekday" => of_date(moment.date, name),
        "time offset" => offset(moment.offset()),
        _ => of_time(&moment.time, name),
    }
}

#[cfg(feature = "full")]
fn of_time(time: &Time, name: &str) -> Value {
    match (name, time.zone()) {
        ("hour", _) => time.hour().into(),
        ("minute", _) => time.minute().into(),
        ("second", _) => part(time.nanoseconds() % MINUTE),
        ("time offset", zone) => offset(zone.offset()),
        ("timezone", crate::temporal::Zone::Named(region)) => Value::string(region.name()),
        _ => Value::Null,
    }
}

/// So many seconds from UTC as a duration.
#[cfg(feature = "full")]
fn offset(seconds: Option<i32>) -> Value {
    seconds.map(|seconds| DaysDuration::from_nanoseconds(i128::from(seconds) * SECOND)).into()
}

/// So many nanoseconds as a number of seconds.
#[cfg(feature = "full")]
fn part(nanoseconds: i128) -> Value {
    DaysDuration::from_nanoseconds(nanoseconds).to_seconds().into()
}

fn of_days(duration: DaysDuration, name: &str) -> Value {
    match name {
        "days" => i64::try_from(duration.nanoseconds() / DAY).ok().into(),
        #[cfg(feature = "full")]
        "hours" => i64::try_from(duration.nanoseconds() / HOUR % 24).ok().into(),
        #[cfg(feature = "full")]
        "minutes" => i64::try_from(duration.nanoseconds() / MINUTE % 60).ok().into(),
        #[cfg(feature = "full")]
        "seconds" => part(duration.nanoseconds() % MINUTE),
        _ => Value::Null,
    }
}

fn of_years(duration: YearsDuration, name: &str) -> Value {
    match name {
        "years" => (duration.months() / 12).into(),
        "months" => (duration.months() % 12).into(),
        _ => Value::Null,
    }
}

fn of_range(range: &Range, name: &str) -> Value {
    match name {
        "start" => range.start.clone().into(),
        "end" => range.end.clone().into(),
        "start included" => range.start_included.into(),
        "end included" => range.end_included.into(),
        _ => Value::Null,
    }
}
