//! Dates from their parts, and the months between dates (10.3.4.1).
use super::table::{Run, table};
use crate::temporal::Date;
use crate::value::Value;

table! {
    "date"("year": Number Required, "month": Number Required, "day": Number Required) -> Date, Nothing,
        Run::Plain(date_of), "a date from its parts", "date(2026, 1, 31) = @\"2026-01-31\"";
    "years and months duration"("from": Day Required, "to": Day Required) -> Years, Nothing, Run::Plain(months_between),
        "whole years and months from one date to another",
        "years and months duration(@\"2011-12-22\", @\"2013-08-24\") = @\"P1Y8M\"";
}

/// A whole number.
pub(super) fn whole(value: &Value) -> Option<i64> {
    if let Value::Number(number) = value { number.to_i64() } else { None }
}

fn date_of(arguments: &[Value]) -> Value {
    let [year, month, day] = arguments else { return Value::Null };
    let date = || Date::new(whole(year)?, whole(month)?, whole(day)?);
    date().into()
}

fn months_between(arguments: &[Value]) -> Value {
    let day = |value: &Value| match value {
        Value::Date(date) => Some(*date),
        #[cfg(feature = "full")]
        Value::DateTime(moment) => Some(moment.date),
        _ => None,
    };
    let [from, to] = arguments else { return Value::Null };
    day(from).zip(day(to)).map(|(from, to)| from.months_until(to)).into()
}
