//! Functions over lists of numbers, and smallest and largest (10.3.4.4).
use super::table::{Run, table};
use crate::number::Number;
use crate::ops;
use crate::value::Value;
use std::cmp::Ordering;
use std::rc::Rc;

table! {
    "min"("list": List Rest) -> Item, Nothing, Run::Plain(|a| extreme(a, Ordering::Less)),
        "the smallest", "min(3, 1, 2) = 1";
    "max"("list": List Rest) -> Item, Nothing, Run::Plain(|a| extreme(a, Ordering::Greater)),
        "the largest", "max([3, 1, 2]) = 3";
    "sum"("list": Numbers Rest) -> Number, Nothing, Run::Plain(|a| with(a, |n| fold(n, Number::ZERO, Number::checked_add))),
        "the sum", "sum([1, 2, 3]) = 6";
    "product"("list": Numbers Rest) -> Number, Nothing, Run::Plain(|a| with(a, |n| fold(n, Number::ONE, Number::checked_mul))),
        "the product", "product([2, 3, 4]) = 24";
    "mean"("list": Numbers Rest) -> Number, Nothing, Run::Plain(|a| with(a, mean)),
        "the arithmetic mean", "mean([1, 2, 3]) = 2";
    "median"("list": Numbers Rest) -> Number, Nothing, Run::Plain(|a| with(a, median)),
        "the middle one, or the mean of the two in the middle", "median([8, 2, 5, 3, 4]) = 4";
    "stddev"("list": Numbers Rest) -> Number, Nothing, Run::Plain(|a| with(a, deviation)),
        "the sample standard deviation", "stddev([2, 4, 7, 5]) = 2.081665999466132735282297706979931";
    "mode"("list": Numbers Rest) -> Numbers, Nothing, Run::Plain(mode),
        "the most frequent, ascending", "mode([6, 3, 9, 6, 6]) = [6]";
}

fn numbers(arguments: &[Value]) -> Vec<Number> {
    let [Value::List(items)] = arguments else { return Vec::new() };
    items
        .iter()
        .filter_map(|item| if let Value::Number(number) = item { Some(*number) } else { None })
        .collect()
}

/// What a function makes of the numbers; null for none.
fn with(arguments: &[Value], function: impl Fn(&[Number]) -> Option<Number>) -> Value {
    let numbers = numbers(arguments);
    if numbers.is_empty() { Value::Null } else { function(&numbers).into() }
}

fn fold(numbers: &[Number], start: Number, step: fn(Number, Number) -> Option<Number>) -> Option<Number> {
    numbers.iter().try_fold(start, |total, number| step(total, *number))
}

fn count(numbers: &[Number]) -> Number {
    Number::from(i64::try_from(numbers.len()).unwrap_or(i64::MAX))
}

fn mean(numbers: &[Number]) -> Option<Number> {
    fold(numbers, Number::ZERO, Number::checked_add)?.checked_div(count(numbers))
}

fn median(numbers: &[Number]) -> Option<Number> {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    let upper = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *sorted.get(sorted.len() / 2 - 1)?;
    lower.checked_add(upper)?.checked_div(Number::from(2))
}

fn deviation(numbers: &[Number]) -> Option<Number> {
    let mean = mean(numbers)?;
    let squares = numbers.iter().try_fold(Number::ZERO, |total, number| {
        let distance = number.checked_sub(mean)?;
        total.checked_add(distance.checked_mul(distance)?)
    })?;
    squares.checked_div(count(numbers).checked_sub(Number::ONE)?)?.sqrt()
}

fn mode(arguments: &[Value]) -> Value {
    let mut sorted = numbers(arguments);
    sorted.sort_unstable();
    let runs: Vec<&[Number]> = sorted.chunk_by(|a, b| a == b).collect();
    let longest = runs.iter().map(|run| run.len()).max().unwrap_or(0);
    let most: Rc<[Value]> = runs
        .iter()
        .filter(|run| run.len() == longest)
        .filter_map(|run| run.first())
        .map(|n| (*n).into())
        .collect();
    Value::List(most)
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
