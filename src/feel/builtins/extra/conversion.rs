//! Conversions (10.3.4.1).
use crate::builtins::boolean::first;
use crate::builtins::calendar::whole;
use crate::builtins::table::{Run, table};
use crate::number::Number;
use crate::run::Machine;
use crate::temporal::{Date, DateTime, DaysDuration, Time, YearsDuration, Zone};
use crate::value::Value;

table! {
    "date"("from": ToDate Required) -> Date, Nothing, Run::Plain(date),
        "a date from a text or a date and time", "date(\"2026-01-31\") = @\"2026-01-31\"";
    "time"("from": ToTime Required) -> Time, Nothing, Run::Machine(time),
        "a time from a text or a date and time", "time(\"10:20:30\") = @\"10:20:30\"";
    "time"("hour": Number Required, "minute": Number Required, "second": Number Required, "offset": Days Optional)
        -> Time, Nothing, Run::Plain(time_of), "a time from its parts", "time(10, 20, 30) = @\"10:20:30\"";
    "date and time"("from": ToDate Required) -> DateTime, Nothing, Run::Machine(date_time),
        "a date and time from a text or a date", "date and time(\"2026-01-31T10:20:30\").hour = 10";
    "date and time"("date": Day Required, "time": Time Required) -> DateTime, Nothing, Run::Plain(date_time_of),
        "a date and a time put together", "date and time(@\"2026-01-31\", @\"10:20:30\").minute = 20";
    "number"("from": Any Required, "grouping separator": String Optional, "decimal separator": String Optional)
        -> Number, Nothing, Run::Plain(number), "a number from a text", "number(\"1 000,5\", \" \", \",\") = 1000.5";
    "string"("from": Any Required) -> String, Nothing, Run::Plain(string), "a value as text", "string(1.50) = \"1.5\"";
    "duration"("from": ToDuration Required) -> Duration, Nothing, Run::Plain(duration),
        "a duration from a text", "duration(\"P1Y\") = @\"P12M\"";
}

fn date(arguments: &[Value]) -> Value {
    match first(arguments) {
        Value::String(text) => text.parse::<Date>().ok().into(),
        Value::DateTime(moment) => moment.date.into(),
        Value::Date(date) => (*date).into(),
        _ => Value::Null,
    }
}

/// The time of a text, a moment, a time or a date.
/// The price of a zone by name: its history is looked up, and kept with the value.
const ZONE: usize = 2000;

/// Whether a text that may name a zone can be paid for.
fn affordable(machine: &mut Machine<'_>, text: &str) -> bool {
    !text.contains('@') || machine.spend(ZONE)
}

fn time(machine: &mut Machine<'_>, arguments: &[Value]) -> Value {
    match first(arguments) {
        Value::String(text) if !affordable(machine, text) => Value::Null,
        Value::String(text) => text.parse::<Time>().ok().into(),
        Value::DateTime(moment) => moment.time.clone().into(),
        Value::Time(time) => time.clone().into(),
        // A date is midnight UTC (10.3.2.3.5).
        Value::Date(_) => Time::from_nanoseconds(0, Zone::Offset(0)).into(),
        _ => Value::Null,
    }
}

fn time_of(arguments: &[Value]) -> Value {
    let [hour, minute, Value::Number(second), offset] = arguments else { return Value::Null };
    let time = || {
        let zone = match offset {
            Value::DaysDuration(offset) => {
                let seconds = i32::try_from(offset.nanoseconds() / 1_000_000_000).ok()?;
                (seconds.abs() <= 14 * 3600).then_some(Zone::Offset(seconds))?
            }
            _ => Zone::Local,
        };
        let nanoseconds = DaysDuration::from_seconds(*second)?.nanoseconds();
        let fraction = i64::try_from(nanoseconds.rem_euclid(1_000_000_000)).ok()?;
        let second = i64::try_from(nanoseconds.div_euclid(1_000_000_000)).ok()?;
        Time::new(whole(hour)?, whole(minute)?, second, fraction, zone)
    };
    time().into()
}

/// The moment of a text, a date or a moment.
fn date_time(machine: &mut Machine<'_>, arguments: &[Value]) -> Value {
    match first(arguments) {
        Value::String(text) if !affordable(machine, text) => Value::Null,
        Value::String(text) => text.parse::<DateTime>().ok().into(),
        Value::Date(date) => DateTime::from(*date).into(),
        Value::DateTime(moment) => Value::DateTime(moment.clone()),
        _ => Value::Null,
    }
}

fn date_time_of(arguments: &[Value]) -> Value {
    let [day, Value::Time(time)] = arguments else { return Value::Null };
    let date = match day {
        Value::Date(date) => *date,
        Value::DateTime(moment) => moment.date,
        _ => return Value::Null,
    };
    DateTime { date, time: time.clone() }.into()
}

fn number(arguments: &[Value]) -> Value {
    let [Value::String(text), grouping, decimal] = arguments else {
        return match arguments {
            [Value::Number(number), Value::Null, Value::Null] => (*number).into(),
            _ => Value::Null,
        };
    };
    let grouping = match grouping {
        Value::String(mark) if matches!(&**mark, " " | "," | ".") => &**mark,
        Value::Null => "",
        _ => return Value::Null,
    };
    let decimal = match decimal {
        Value::String(mark) if matches!(&**mark, "," | ".") && **mark != *grouping => &**mark,
        Value::Null if grouping != "." => ".",
        _ => return Value::Null,
    };
    let plain = if grouping.is_empty() { text.to_string() } else { text.replace(grouping, "") };
    if decimal != "." && plain.contains('.') {
        return Value::Null;
    }
    plain.replace(decimal, ".").parse::<Number>().ok().into()
}

fn string(arguments: &[Value]) -> Value {
    match first(arguments) {
        Value::Null => Value::Null,
        value => Value::String(value.to_string().into()),
    }
}

fn duration(arguments: &[Value]) -> Value {
    match first(arguments) {
        Value::String(text) => match text.parse::<DaysDuration>() {
            Ok(duration) => duration.into(),
            Err(_) => text.parse::<YearsDuration>().ok().into(),
        },
        duration @ (Value::DaysDuration(_) | Value::YearsDuration(_)) => duration.clone(),
        _ => Value::Null,
    }
}
