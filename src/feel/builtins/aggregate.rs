//! Sums, means, smallest and largest (10.3.4.4).
use super::table::{Run, table};
use crate::number::Number;
use crate::ops;
use crate::value::Value;
use std::cmp::Ordering;

table! {
    "min"("list": List Rest) -> Item, Nothing, Run::Plain(|a| extreme(a, Ordering::Less)),
        "the smallest", "min(3, 1, 2) = 1";
    "max"("list": List Rest) -> Item, Nothing, Run::Plain(|a| extreme(a, Ordering::Greater)),
        "the largest", "max([3, 1, 2]) = 3";
    "sum"("list": Numbers Rest) -> Number, Nothing, Run::Plain(|a| with(a, |n| fold(n, Number::ZERO, Number::checked_add))),
        "the sum", "sum([1, 2, 3]) = 6";
    "mean"("list": Numbers Rest) -> Number, Nothing, Run::Plain(|a| with(a, mean)),
        "the arithmetic mean", "mean([1, 2, 3]) = 2";
}

pub(super) fn numbers(arguments: &[Value]) -> Vec<Number> {
    let [Value::List(items)] = arguments else { return Vec::new() };
    items
        .iter()
        .filter_map(|item| if let Value::Number(number) = item { Some(*number) } else { None })
        .collect()
}

/// What a function makes of the numbers; null for none.
pub(super) fn with(arguments: &[Value], function: impl Fn(&[Number]) -> Option<Number>) -> Value {
    let numbers = numbers(arguments);
    if numbers.is_empty() { Value::Null } else { function(&numbers).into() }
}

pub(super) fn fold(
    numbers: &[Number],
    start: Number,
    step: fn(Number, Number) -> Option<Number>,
) -> Option<Number> {
    numbers.iter().try_fold(start, |total, number| step(total, *number))
}

pub(super) fn count(numbers: &[Number]) -> Number {
    Number::from(i64::try_from(numbers.len()).unwrap_or(i64::MAX))
}

pub(super) fn mean(numbers: &[Number]) -> Option<Number> {
    fold(numbers, Number::ZERO, Number::checked_add)?.checked_div(count(numbers))
}

/// The item that compares so with all others; null for none or where there is no order.
fn extreme(arguments: &[Value], wanted: Ordering) -> Value {
    let [Value::List(items)] = arguments else { return Value::Null };
    let Some((first, rest)) = items.split_first() else { return Value::Null };
    let mut best = first;
    for item in rest {
        match ops::order(item, best) {
            None => return Value::Null,
            Some(order) if order == wanted => best = item,
            Some(_) => {}
        }
    }
    if ops::order(best, best).is_some() { best.clone() } else { Value::Null }
}
