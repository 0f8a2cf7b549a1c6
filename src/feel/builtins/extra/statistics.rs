//! Statistics over lists of numbers (10.3.4.4).
use crate::builtins::aggregate::{count, fold, mean, numbers, with};
use crate::builtins::table::{Run, table};
use crate::number::Number;
use crate::value::Value;
use std::rc::Rc;

table! {
    "product"("list": Numbers Rest) -> Number, Nothing, Run::Plain(|a| with(a, |n| fold(n, Number::ONE, Number::checked_mul))),
        "the product", "product([2, 3, 4]) = 24";
    "median"("list": Numbers Rest) -> Number, Nothing, Run::Plain(|a| with(a, median)),
        "the middle one, or the mean of the two in the middle", "median([8, 2, 5, 3, 4]) = 4";
    "stddev"("list": Numbers Rest) -> Number, Nothing, Run::Plain(|a| with(a, deviation)),
        "the sample standard deviation", "decimal(stddev([2, 4, 7, 5]), 4) = 2.0817";
    "mode"("list": Numbers Rest) -> Numbers, Nothing, Run::Plain(mode),
        "the most frequent, ascending", "mode([6, 3, 9, 6, 6]) = [6]";
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
