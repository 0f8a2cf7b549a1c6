//! Order, ranges and tests.
use super::{Verdict, equal, not};
use crate::operator::Compare;
#[cfg(feature = "full")]
use crate::temporal::Time;
use crate::value::{Form, Range, Value};
use std::cmp::Ordering;

/// The order of two values of one kind; `None` where there is none.
pub(crate) fn order(a: &Value, b: &Value) -> Option<Ordering> {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => Some(a.cmp(b)),
        (Value::String(a), Value::String(b)) => Some(a.cmp(b)),
        (Value::Date(a), Value::Date(b)) => Some(a.cmp(b)),
        (Value::DaysDuration(a), Value::DaysDuration(b)) => Some(a.cmp(b)),
        (Value::YearsDuration(a), Value::YearsDuration(b)) => Some(a.cmp(b)),
        #[cfg(feature = "full")]
        (Value::Time(a), Value::Time(b)) => match (a.utc_nanoseconds(), b.utc_nanoseconds()) {
            (Some(a), Some(b)) => Some(milliseconds(a).cmp(&milliseconds(b))),
            _ => clocks(a, a.nanoseconds(), b, b.nanoseconds()),
        },
        #[cfg(feature = "full")]
        (Value::DateTime(a), Value::DateTime(b)) => match (a.instant(), b.instant()) {
            (Some(a), Some(b)) => Some(milliseconds(a).cmp(&milliseconds(b))),
            _ => clocks(&a.time, a.clock(), &b.time, b.clock()),
        },
        _ => None,
    }
}

#[cfg(feature = "full")]
/// Times are compared to the millisecond, as the conformance kit has it (0068, `time_005`).
fn milliseconds(nanoseconds: i128) -> i128 {
    nanoseconds.div_euclid(1_000_000)
}

/// The order of two clocks of one zone; one without a zone takes that of the other (table 54).
#[cfg(feature = "full")]
fn clocks(a: &Time, at: i128, b: &Time, bt: i128) -> Option<Ordering> {
    let comparable = a.zone() == b.zone() || a.is_local() != b.is_local();
    comparable.then(|| milliseconds(at).cmp(&milliseconds(bt)))
}

/// `a < b` and the other comparisons (10.3.2.2.3). Ordering with null is null whatever the other
/// side turns out to be, so it is null even if that is unknown.
pub(crate) fn compare(operator: Compare, a: &Value, b: &Value) -> Value {
    let wanted: fn(Ordering) -> bool = match operator {
        Compare::Equal => return equal(a, b),
        Compare::NotEqual => return not(&equal(a, b)),
        Compare::Less => Ordering::is_lt,
        Compare::LessOrEqual => Ordering::is_le,
        Compare::Greater => Ordering::is_gt,
        Compare::GreaterOrEqual => Ordering::is_ge,
    };
    match (a, b) {
        (Value::Null, _) | (_, Value::Null) => Value::Null,
        (Value::Unknown, _) | (_, Value::Unknown) => Value::Unknown,
        _ => order(a, b).map(wanted).into(),
    }
}

/// Whether a value lies within a range.
fn contains(range: &Range, value: &Value) -> Value {
    match (range.form, &range.start, &range.end) {
        (Form::Except, Some(other), _) => return compare(Compare::NotEqual, value, other),
        (Form::Test, Some(other), Some(_)) => return compare(Compare::Equal, value, other),
        _ => {}
    }
    let low = if range.start_included { Compare::GreaterOrEqual } else { Compare::Greater };
    let high = if range.end_included { Compare::LessOrEqual } else { Compare::Less };
    let start = range.start.iter().map(|start| compare(low, value, start));
    let end = range.end.iter().map(|end| compare(high, value, end));
    Verdict::on(false, start.chain(end))
}

/// Whether a value passes a test that is a value itself (10.3.2.13, table 55): a range contains
/// it, a list holds it or is it, anything else equals it.
pub(crate) fn fits(value: &Value, test: &Value) -> Value {
    match test {
        Value::Range(range) if !matches!(value, Value::Range(_)) => match contains(range, value) {
            // With an unknown bound it may turn out to be no range but null.
            Value::Null if test.has_unknown() => Value::Unknown,
            inside => inside,
        },
        Value::List(items) => {
            let whole = matches!(value, Value::List(_) | Value::Unknown).then(|| equal(value, test));
            let found = Verdict::on(true, items.iter().map(|item| fits(value, item)).chain(whole));
            // An item of another kind is just not the value.
            if found == Value::Null { Value::Boolean(false) } else { found }
        }
        _ => equal(value, test),
    }
}
