//! Arithmetic that only the whole language has: powers, texts, times and moments, durations
//! multiplied and divided.
use super::{days, months};
use crate::number::{Number, Rounding};
use crate::operator::Arithmetic;
use crate::temporal::{Date, DateTime, DaysDuration, Time};
use crate::value::Value;
use std::rc::Rc;

/// What an operator gives for values that the page does not join.
pub(super) fn rest(operator: Arithmetic, a: &Value, b: &Value) -> Value {
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

fn add(a: &Value, b: &Value) -> Value {
    match (a, b) {
        (Value::String(a), Value::String(b)) => Value::String(Rc::from([&**a, &**b].concat())),
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
        (point, Value::DaysDuration(duration)) => later(point, -duration.nanoseconds()),
        (point, Value::YearsDuration(duration)) => later_months(point, -duration.months()),
        (Value::Time(a), Value::Time(b)) => between_times(a, b),
        _ => between_points(a, b),
    }
}

/// A moment or a time moved by a days and time duration.
fn later(point: &Value, nanoseconds: i128) -> Value {
    match point {
        Value::DateTime(moment) => moment.add_nanoseconds(nanoseconds).into(),
        Value::Time(time) => time
            .nanoseconds()
            .checked_add(nanoseconds)
            .map(|at| Time::from_nanoseconds(at, time.zone().clone()))
            .into(),
        _ => Value::Null,
    }
}

/// A moment moved by whole months.
fn later_months(point: &Value, months: i64) -> Value {
    match point {
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
        (duration, Value::Number(factor)) | (Value::Number(factor), duration) => {
            scale(duration, |amount| amount.checked_mul(*factor))
        }
        _ => Value::Null,
    }
}

fn divide(a: &Value, b: &Value) -> Value {
    match (a, b) {
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
