//! Number functions (10.3.4.5).
use super::boolean::first;
use super::table::{Run, table};
use crate::number::{Number, Rounding};
use crate::temporal::{DaysDuration, YearsDuration};
use crate::value::Value;

/// Scales beyond these are no decimal places of a decimal128 (10.3.4.5).
const SCALES: std::ops::RangeInclusive<i64> = -6111..=6176;

table! {
    "decimal"("n": Number Required, "scale": Number Required) -> Number, Nothing,
        Run::Plain(|a| round(a, Rounding::HalfEven)),
        "rounds to so many decimal places, a tie to the even digit", "decimal(2.5, 0) = 2";
    "round up"("n": Number Required, "scale": Number Required) -> Number, Nothing,
        Run::Plain(|a| round(a, Rounding::Up)), "rounds away from zero", "round up(1.121, 2) = 1.13";
    "round down"("n": Number Required, "scale": Number Required) -> Number, Nothing,
        Run::Plain(|a| round(a, Rounding::Down)), "rounds towards zero", "round down(1.126, 2) = 1.12";
    "round half up"("n": Number Required, "scale": Number Required) -> Number, Nothing,
        Run::Plain(|a| round(a, Rounding::HalfUp)), "rounds, a tie away from zero", "round half up(2.5, 0) = 3";
    "round half down"("n": Number Required, "scale": Number Required) -> Number, Nothing,
        Run::Plain(|a| round(a, Rounding::HalfDown)), "rounds, a tie towards zero", "round half down(2.5, 0) = 2";
    "floor"("n": Number Required) -> Number, Nothing,
        Run::Plain(|a| round(a, Rounding::Floor)), "the next whole number below", "floor(-1.5) = -2";
    "floor"("n": Number Required, "scale": Number Required) -> Number, Nothing,
        Run::Plain(|a| round(a, Rounding::Floor)), "the next number below with so many decimal places", "floor(-1.56, 1) = -1.6";
    "ceiling"("n": Number Required) -> Number, Nothing,
        Run::Plain(|a| round(a, Rounding::Ceiling)), "the next whole number above", "ceiling(1.2) = 2";
    "ceiling"("n": Number Required, "scale": Number Required) -> Number, Nothing,
        Run::Plain(|a| round(a, Rounding::Ceiling)), "the next number above with so many decimal places", "ceiling(1.23, 1) = 1.3";
    "abs"("n": Quantity Required) -> First, Nothing, Run::Plain(abs),
        "a number or duration without its sign", "abs(-10) = 10";
}

fn round(arguments: &[Value], mode: Rounding) -> Value {
    let (number, places) = match arguments {
        [Value::Number(number), Value::Number(scale)] => {
            (number, scale.round(0, Rounding::Down).and_then(Number::to_i64))
        }
        [Value::Number(number)] => (number, Some(0)),
        _ => return Value::Null,
    };
    let places =
        places.filter(|places| SCALES.contains(places)).and_then(|places| i32::try_from(places).ok());
    places.and_then(|places| number.round(places, mode)).into()
}

fn abs(arguments: &[Value]) -> Value {
    match first(arguments) {
        Value::Number(number) => number.abs().into(),
        Value::DaysDuration(duration) => DaysDuration::from_nanoseconds(duration.nanoseconds().abs()).into(),
        Value::YearsDuration(duration) => YearsDuration::from_months(duration.months().abs()).into(),
        _ => Value::Null,
    }
}
