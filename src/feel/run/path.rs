//! Entries of contexts and properties of values (10.3.2.5, 10.3.2.15).
use super::Machine;
use crate::temporal::{DateTime, DaysDuration, Time, YearsDuration};
use crate::value::{Range, Value};

/// Nanoseconds in a second.
const SECOND: i128 = 1_000_000_000;
/// Nanoseconds in a minute.
const MINUTE: i128 = 60 * SECOND;

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
        Value::Context(context) => context.get(name).cloned().into(),
        Value::List(items) => Value::List(items.iter().map(|item| entry(item, name)).collect()),
        Value::Date(date) => of_moment(&DateTime::from(*date), name, false),
        Value::DateTime(moment) => of_moment(moment, name, true),
        Value::Time(time) => of_time(time, name),
        Value::DaysDuration(duration) => of_days(*duration, name),
        Value::YearsDuration(duration) => of_years(*duration, name),
        // With an unknown bound it may turn out to be no range at all.
        Value::Range(range) if range.bounds().any(Value::has_unknown) => Value::Unknown,
        Value::Range(range) => of_range(range, name),
        _ => Value::Null,
    }
}

fn of_moment(moment: &DateTime, name: &str, timed: bool) -> Value {
    match name {
        "year" => moment.date.year().into(),
        "month" => moment.date.month().into(),
        "day" => moment.date.day().into(),
        "weekday" => moment.date.weekday().into(),
        // A date counts as midnight UTC (10.3.2.3.5).
        "time offset" if !timed => DaysDuration::default().into(),
        "hour" | "minute" | "second" if !timed => 0.into(),
        "time offset" => duration(moment.offset()),
        _ if timed => of_time(&moment.time, name),
        _ => Value::Null,
    }
}

fn of_time(time: &Time, name: &str) -> Value {
    match (name, time.zone()) {
        ("hour", _) => time.hour().into(),
        ("minute", _) => time.minute().into(),
        ("second", _) => part(time.nanoseconds() % MINUTE),
        ("time offset", zone) => duration(zone.offset()),
        #[cfg(feature = "full")]
        ("timezone", crate::temporal::Zone::Named(region)) => Value::string(region.name()),
        _ => Value::Null,
    }
}

/// A duration of so many seconds.
fn duration(seconds: Option<i32>) -> Value {
    seconds.map(|seconds| DaysDuration::from_nanoseconds(i128::from(seconds) * SECOND)).into()
}

/// So many nanoseconds as a number of seconds.
fn part(nanoseconds: i128) -> Value {
    DaysDuration::from_nanoseconds(nanoseconds).to_seconds().into()
}

fn of_days(duration: DaysDuration, name: &str) -> Value {
    let seconds = duration.nanoseconds() / SECOND;
    let part = match name {
        "days" => seconds / 86_400,
        "hours" => seconds / 3_600 % 24,
        "minutes" => seconds / 60 % 60,
        "seconds" => return part(duration.nanoseconds() % MINUTE),
        _ => return Value::Null,
    };
    i64::try_from(part).ok().into()
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
