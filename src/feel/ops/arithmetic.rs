//! `+ - * / **` and the minus sign (10.3.2.2.4, tables 45 to 51).
use crate::number::{Number, Rounding};
use crate::operator::Arithmetic;
use crate::temporal::{Date, DateTime, DaysDuration, Time, YearsDuration};
use crate::value::Value;
use std::rc::Rc;

/// Applies an operator. Null with anything is null, whatever an unknown turns out to be.
pub(crate) fn arithmetic(operator: Arithmetic, a: &Value, b: &Value) -> Value {
    match (a, b) {
        (Value::Null, _) | (_, Value::Null) => return Value::Null,
        (Value::Unknown, _) | (_, Value::Unknown) => return Value::Unknown,
        _ => {}
    }
    match operator {
        Arithmetic::Add => add(a, b),
        Arithmetic::Subtract => subtract(a, b),
        Arithmetic::Multiply => multiply(a, b),
        Arithmetic::Divide => divide(a, b),
        Arithmetic::Power => match (a, b) {
            (Value::Number(a), Value::Number(b)) => a.pow(*b).into(),
            _ => Value::Null,
        },
    }
}

/// `-a`
pub(crate) fn negate(value: &Value) -> Value {
    match value {
        Value::Unknown => Value::Unknown,
        Value::Number(number) => Value::Number(-*number),
        Value::DaysDuration(duration) => DaysDuration::from_nanoseconds(-duration.nanoseconds()).into(),
        Value::YearsDuration(duration) => {
            duration.months().checked_neg().map(YearsDuration::from_months).into()
        }
        _ => Value::Null,
    }
}

fn add(a: &Value, b: &Value) -> Value {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.checked_add(*b).into(),
        (Value::String(a), Value::String(b)) => Value::String(Rc::from([&**a, &**b].concat())),
        (Value::DaysDuration(a), Value::DaysDuration(b)) => {
            days(a.nanoseconds().checked_add(b.nanoseconds()))
        }
        (Value::YearsDuration(a), Value::YearsDuration(b)) => months(a.months().checked_add(b.months())),
        (Value::DaysDuration(duration), point) | (point, Value::DaysDuration(duration)) => {
            later(point, duration.nanoseconds())
        }
        (Value::YearsDuration(duration), point) | (point, Value::YearsDuration(duration)) => {
            later_months(point, duration.months())
        }
        _ => Value::Null,
    }
}

fn subtract(a: &Value, b: &Value) -> Value {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.checked_sub(*b).into(),
        (Value::DaysDuration(a), Value::DaysDuration(b)) => {
            days(a.nanoseconds().checked_sub(b.nanoseconds()))
        }
        (Value::YearsDuration(a), Value::YearsDuration(b)) => months(a.months().checked_sub(b.months())),
        (point, Value::DaysDuration(duration)) => later(point, -duration.nanoseconds()),
        (point, Value::YearsDuration(duration)) => later_months(point, -duration.months()),
        (Value::Time(a), Value::Time(b)) => between_times(a, b),
        _ => between_points(a, b),
    }
}

fn days(nanoseconds: Option<i128>) -> Value {
    nanoseconds.map(DaysDuration::from_nanoseconds).into()
}

fn months(months: Option<i64>) -> Value {
    months.map(YearsDuration::from_months).into()
}

/// A point in time moved by a days and time duration. A date is the midnight that starts it.
fn later(point: &Value, nanoseconds: i128) -> Value {
    match point {
        Value::Date(date) => {
            DateTime::from(*date).add_nanoseconds(nanoseconds).map(|moment| moment.date).into()
        }
        Value::DateTime(moment) => moment.add_nanoseconds(nanoseconds).into(),
        Value::Time(time) => time
            .nanoseconds()
            .checked_add(nanoseconds)
            .map(|at| Time::from_nanoseconds(at, time.zone().clone()))
            .into(),
        _ => Value::Null,
    }
}

/// A point in time moved by whole months.
fn later_months(point: &Value, months: i64) -> Value {
    match point {
        Value::Date(date) => date.add_months(months).into(),
        Value::DateTime(moment) => moment.add_months(months).into(),
        _ => Value::Null,
    }
}

fn between_times(a: &Time, b: &Time) -> Value {
    match (a.utc_nanoseconds(), b.utc_nanoseconds()) {
        (Some(a), Some(b)) => days(Some(a - b)),
        _ => days((a.zone() == b.zone()).then(|| a.nanoseconds() - b.nanoseconds())),
    }
}

/// The time between two dates or moments. Beside a moment with a zone a date is midnight UTC
/// (10.3.2.3.6); beside one without there is no telling.
fn between_points(a: &Value, b: &Value) -> Value {
    let clock = |date: &Date| DateTime::from(*date).clock();
    days(match (a, b) {
        (Value::Date(a), Value::Date(b)) => Some(clock(a) - clock(b)),
        (Value::Date(a), Value::DateTime(b)) => b.instant().map(|b| clock(a) - b),
        (Value::DateTime(a), Value::Date(b)) => a.instant().map(|a| a - clock(b)),
        (Value::DateTime(a), Value::DateTime(b)) => match (a.instant(), b.instant()) {
            (Some(a), Some(b)) => Some(a - b),
            _ => (a.time.zone() == b.time.zone()).then(|| a.clock() - b.clock()),
        },
        _ => None,
    })
}

fn multiply(a: &Value, b: &Value) -> Value {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.checked_mul(*b).into(),
        (duration, Value::Number(factor)) | (Value::Number(factor), duration) => {
            scale(duration, |amount| amount.checked_mul(*factor))
        }
        _ => Value::Null,
    }
}

fn divide(a: &Value, b: &Value) -> Value {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.checked_div(*b).into(),
        (Value::DaysDuration(a), Value::DaysDuration(b)) => {
            a.to_seconds().zip(b.to_seconds()).and_then(|(a, b)| a.checked_div(b)).into()
        }
        (Value::YearsDuration(a), Value::YearsDuration(b)) => {
            Number::from(a.months()).checked_div(Number::from(b.months())).into()
        }
        (duration, Value::Number(divisor)) => scale(duration, |amount| amount.checked_div(*divisor)),
        _ => Value::Null,
    }
}

/// A duration with its amount changed: seconds cut to the nanosecond, months to the month.
fn scale(duration: &Value, change: impl Fn(Number) -> Option<Number>) -> Value {
    match duration {
        Value::DaysDuration(duration) => {
            duration.to_seconds().and_then(change).and_then(DaysDuration::from_seconds).into()
        }
        Value::YearsDuration(duration) => {
            let amount =
                change(Number::from(duration.months())).and_then(|months| months.round(0, Rounding::Down));
            months(amount.and_then(Number::to_i64))
        }
        _ => Value::Null,
    }
}
