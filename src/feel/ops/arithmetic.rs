//! `+ - * / **` and the minus sign (10.3.2.2.4, tables 45 to 51): numbers, dates and durations. The
//! rest of the tables, which rules do without and the page has not, is in `whole`.
#[cfg(feature = "full")]
mod whole;

use crate::operator::Arithmetic;
use crate::temporal::{DAY, Date, DaysDuration, YearsDuration};
use crate::value::Value;

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
        Arithmetic::Multiply => match (a, b) {
            (Value::Number(a), Value::Number(b)) => a.checked_mul(*b).into(),
            _ => rest(operator, a, b),
        },
        Arithmetic::Divide => match (a, b) {
            (Value::Number(a), Value::Number(b)) => a.checked_div(*b).into(),
            _ => rest(operator, a, b),
        },
        Arithmetic::Power => rest(operator, a, b),
    }
}

#[cfg(feature = "full")]
use whole::rest;

/// What the page does not know is null; the checker has kept it out of rules.
#[cfg(not(feature = "full"))]
fn rest(_: Arithmetic, _: &Value, _: &Value) -> Value {
    Value::Null
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
        (Value::DaysDuration(a), Value::DaysDuration(b)) => {
            days(a.nanoseconds().checked_add(b.nanoseconds()))
        }
        (Value::YearsDuration(a), Value::YearsDuration(b)) => months(a.months().checked_add(b.months())),
        (Value::Date(date), Value::DaysDuration(duration))
        | (Value::DaysDuration(duration), Value::Date(date)) => later(*date, duration.nanoseconds()),
        (Value::Date(date), Value::YearsDuration(duration))
        | (Value::YearsDuration(duration), Value::Date(date)) => date.add_months(duration.months()).into(),
        _ => rest(Arithmetic::Add, a, b),
    }
}

fn subtract(a: &Value, b: &Value) -> Value {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.checked_sub(*b).into(),
        (Value::DaysDuration(a), Value::DaysDuration(b)) => {
            days(a.nanoseconds().checked_sub(b.nanoseconds()))
        }
        (Value::YearsDuration(a), Value::YearsDuration(b)) => months(a.months().checked_sub(b.months())),
        (Value::Date(date), Value::DaysDuration(duration)) => later(*date, -duration.nanoseconds()),
        (Value::Date(date), Value::YearsDuration(duration)) => date.add_months(-duration.months()).into(),
        (Value::Date(a), Value::Date(b)) => days(Some(i128::from(a.to_days() - b.to_days()) * DAY)),
        _ => rest(Arithmetic::Subtract, a, b),
    }
}

fn days(nanoseconds: Option<i128>) -> Value {
    nanoseconds.map(DaysDuration::from_nanoseconds).into()
}

fn months(months: Option<i64>) -> Value {
    months.map(YearsDuration::from_months).into()
}

/// A date moved by a days and time duration: the day on which the midnight that starts it falls then.
fn later(date: Date, nanoseconds: i128) -> Value {
    let days = i64::try_from(nanoseconds.div_euclid(DAY)).ok();
    days.and_then(|days| date.add_days(days)).into()
}
