//! Relations between points and ranges (10.3.4.9, table 78). A point is the range of itself.
use crate::builtins::table::{Run, table};
use crate::ops;
use crate::value::{Form, Range, Value};
use std::cmp::Ordering::{self, Equal, Greater, Less};
use std::rc::Rc;

table! {
    "before"("range1": Range Required, "range2": Range Required) -> Boolean, Nothing, Run::Plain(|a| both(a, before)), "whether the first ends before the second starts", "before(1, [2..5]) = true";
    "before"("point": Any Required, "range": Range Required) -> Boolean, Nothing, Run::Plain(|a| both(a, before)), "whether the first ends before the second starts", "before(1, [2..5]) = true";
    "before"("range": Range Required, "point": Any Required) -> Boolean, Nothing, Run::Plain(|a| both(a, before)), "whether the first ends before the second starts", "before(1, [2..5]) = true";
    "before"("point1": Any Required, "point2": Any Required) -> Boolean, Nothing, Run::Plain(|a| both(a, before)), "whether the first ends before the second starts", "before(1, [2..5]) = true";
    "after"("range1": Range Required, "range2": Range Required) -> Boolean, Nothing, Run::Plain(|a| swapped(a, before)), "whether the first starts after the second ends", "after(6, [2..5]) = true";
    "after"("point": Any Required, "range": Range Required) -> Boolean, Nothing, Run::Plain(|a| swapped(a, before)), "whether the first starts after the second ends", "after(6, [2..5]) = true";
    "after"("range": Range Required, "point": Any Required) -> Boolean, Nothing, Run::Plain(|a| swapped(a, before)), "whether the first starts after the second ends", "after(6, [2..5]) = true";
    "after"("point1": Any Required, "point2": Any Required) -> Boolean, Nothing, Run::Plain(|a| swapped(a, before)), "whether the first starts after the second ends", "after(6, [2..5]) = true";
    "meets"("range1": Range Required, "range2": Range Required) -> Boolean, Nothing, Run::Plain(|a| both(a, meets)), "whether the second starts where the first ends", "meets([1..5], [5..9]) = true";
    "met by"("range1": Range Required, "range2": Range Required) -> Boolean, Nothing, Run::Plain(|a| swapped(a, meets)), "whether the first starts where the second ends", "met by([5..9], [1..5]) = true";
    "overlaps"("range1": Range Required, "range2": Range Required) -> Boolean, Nothing, Run::Plain(|a| both(a, overlaps)), "whether two ranges have something in common", "overlaps([1..5], [3..8]) = true";
    "overlaps before"("range1": Range Required, "range2": Range Required) -> Boolean, Nothing, Run::Plain(|a| both(a, overlaps_before)), "whether the first starts before the second and ends within it", "overlaps before([1..5], [3..8]) = true";
    "overlaps after"("range1": Range Required, "range2": Range Required) -> Boolean, Nothing, Run::Plain(|a| swapped(a, overlaps_before)), "whether the first starts within the second and ends after it", "overlaps after([3..8], [1..5]) = true";
    "finishes"("range1": Range Required, "range2": Range Required) -> Boolean, Nothing, Run::Plain(|a| both(a, finishes)), "whether the first ends with the second", "finishes([5..10], [1..10]) = true";
    "finishes"("point": Any Required, "range": Range Required) -> Boolean, Nothing, Run::Plain(|a| both(a, finishes)), "whether the first ends with the second", "finishes([5..10], [1..10]) = true";
    "finished by"("range1": Range Required, "range2": Range Required) -> Boolean, Nothing, Run::Plain(|a| swapped(a, finishes)), "whether the second ends with the first", "finished by([1..10], 10) = true";
    "finished by"("range": Range Required, "point": Any Required) -> Boolean, Nothing, Run::Plain(|a| swapped(a, finishes)), "whether the second ends with the first", "finished by([1..10], 10) = true";
    "includes"("range1": Range Required, "range2": Range Required) -> Boolean, Nothing, Run::Plain(|a| both(a, includes)), "whether the second lies within the first", "includes([1..10], 5) = true";
    "includes"("range": Range Required, "point": Any Required) -> Boolean, Nothing, Run::Plain(|a| both(a, includes)), "whether the second lies within the first", "includes([1..10], 5) = true";
    "during"("range1": Range Required, "range2": Range Required) -> Boolean, Nothing, Run::Plain(|a| swapped(a, includes)), "whether the first lies within the second", "during(5, [1..10]) = true";
    "during"("point": Any Required, "range": Range Required) -> Boolean, Nothing, Run::Plain(|a| swapped(a, includes)), "whether the first lies within the second", "during(5, [1..10]) = true";
    "starts"("range1": Range Required, "range2": Range Required) -> Boolean, Nothing, Run::Plain(|a| both(a, starts)), "whether the first starts with the second", "starts(1, [1..10]) = true";
    "starts"("point": Any Required, "range": Range Required) -> Boolean, Nothing, Run::Plain(|a| both(a, starts)), "whether the first starts with the second", "starts(1, [1..10]) = true";
    "started by"("range1": Range Required, "range2": Range Required) -> Boolean, Nothing, Run::Plain(|a| swapped(a, starts)), "whether the second starts with the first", "started by([1..10], 1) = true";
    "started by"("range": Range Required, "point": Any Required) -> Boolean, Nothing, Run::Plain(|a| swapped(a, starts)), "whether the second starts with the first", "started by([1..10], 1) = true";
    "coincides"("range1": Range Required, "range2": Range Required) -> Boolean, Nothing, Run::Plain(|a| both(a, coincides)), "whether both are the same", "coincides(5, 5) = true";
    "coincides"("point1": Any Required, "point2": Any Required) -> Boolean, Nothing, Run::Plain(|a| both(a, coincides)), "whether both are the same", "coincides(5, 5) = true";
}

/// A range with both bounds, each with whether it belongs to the range.
struct Interval {
    start: (Value, bool),
    end: (Value, bool),
}

impl Interval {
    fn of(value: &Value) -> Option<Interval> {
        let point = || {
            Rc::new(Range {
                start: Some(value.clone()),
                end: Some(value.clone()),
                start_included: true,
                end_included: true,
                form: Form::Bounds,
            })
        };
        let range = if let Value::Range(range) = value { range.clone() } else { point() };
        if range.form == Form::Except {
            return None;
        }
        let start = (range.start.clone()?, range.start_included);
        Some(Interval { start, end: (range.end.clone()?, range.end_included) })
    }
}

/// A relation of two intervals; `None` where their bounds have no order.
type Relation = fn(&Interval, &Interval) -> Option<bool>;

fn both(arguments: &[Value], relation: Relation) -> Value {
    let [a, b] = arguments else { return Value::Null };
    Interval::of(a).zip(Interval::of(b)).and_then(|(a, b)| relation(&a, &b)).into()
}

fn swapped(arguments: &[Value], relation: Relation) -> Value {
    let [a, b] = arguments else { return Value::Null };
    both(&[b.clone(), a.clone()], relation)
}

/// The order of two bounds, whether they belong to their ranges left aside.
fn order(a: &(Value, bool), b: &(Value, bool)) -> Option<Ordering> {
    ops::order(&a.0, &b.0)
}

fn before(a: &Interval, b: &Interval) -> Option<bool> {
    let order = order(&a.end, &b.start)?;
    Some(order == Less || (order == Equal && !(a.end.1 && b.start.1)))
}

fn meets(a: &Interval, b: &Interval) -> Option<bool> {
    Some(order(&a.end, &b.start)? == Equal && a.end.1 && b.start.1)
}

fn overlaps(a: &Interval, b: &Interval) -> Option<bool> {
    Some(!before(a, b)? && !before(b, a)?)
}

fn overlaps_before(a: &Interval, b: &Interval) -> Option<bool> {
    let (starts, ends) = (order(&a.start, &b.start)?, order(&a.end, &b.end)?);
    let earlier = starts == Less || (starts == Equal && a.start.1 && !b.start.1);
    let within = ends == Less || (ends == Equal && (!a.end.1 || b.end.1));
    Some(earlier && within && !before(a, b)?)
}

fn finishes(a: &Interval, b: &Interval) -> Option<bool> {
    let starts = order(&a.start, &b.start)?;
    let together = order(&a.end, &b.end)? == Equal && a.end.1 == b.end.1;
    Some(together && (starts == Greater || (starts == Equal && (!a.start.1 || b.start.1))))
}

fn starts(a: &Interval, b: &Interval) -> Option<bool> {
    let ends = order(&a.end, &b.end)?;
    let together = order(&a.start, &b.start)? == Equal && a.start.1 == b.start.1;
    Some(together && (ends == Less || (ends == Equal && (!a.end.1 || b.end.1))))
}

fn includes(a: &Interval, b: &Interval) -> Option<bool> {
    let (starts, ends) = (order(&a.start, &b.start)?, order(&a.end, &b.end)?);
    let from = starts == Less || (starts == Equal && (a.start.1 || !b.start.1));
    let to = ends == Greater || (ends == Equal && (a.end.1 || !b.end.1));
    Some(from && to)
}

fn coincides(a: &Interval, b: &Interval) -> Option<bool> {
    let same = order(&a.start, &b.start)? == Equal && order(&a.end, &b.end)? == Equal;
    Some(same && a.start.1 == b.start.1 && a.end.1 == b.end.1)
}
