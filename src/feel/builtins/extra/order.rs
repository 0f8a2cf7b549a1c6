//! List functions that call a function for each item (10.3.4.4, 10.3.4.9).
use super::lists::index;
use crate::builtins::table::{Run, table};
use crate::ops;
use crate::run::Machine;
use crate::value::Value;
use std::cmp::Ordering;

table! {
    "list replace"("list": List Required, "position": Number Required, "newItem": Any Required) -> List, Items,
        Run::Machine(replace), "a list with the item at a position replaced", "list replace([1, 2], 2, 5) = [1, 5]";
    "list replace"("list": List Required, "match": Function Required, "newItem": Any Required) -> List, Nothing,
        Run::Machine(replace), "a list with all items replaced for which a function is true",
        "list replace([1, 2], function(item, newItem) item = 2, 5) = [1, 5]";
    "sort"("list": List Required, "precedes": Function Optional) -> First, Nothing, Run::Machine(sort),
        "a list in order, or in the order a function gives", "sort([3, 1, 2], function(x, y) x < y) = [1, 2, 3]";
}
fn replace(machine: &mut Machine<'_>, arguments: &[Value]) -> Value {
    let [Value::List(items), place, new] = arguments else { return Value::Null };
    let mut items = items.to_vec();
    if let Value::Function(_) = place {
        for item in &mut items {
            match machine.call(place, None, vec![item.clone(), new.clone()]) {
                Value::Boolean(true) => *item = new.clone(),
                Value::Boolean(false) => {}
                other => return if other.is_unknown() { other } else { Value::Null },
            }
        }
        return Value::list(items);
    }
    match index(&items, place).and_then(|index| items.get_mut(index)) {
        Some(item) => *item = new.clone(),
        None => return Value::Null,
    }
    Value::list(items)
}

/// A merge sort that keeps equal items in order; the function may be anything, so no order is assumed.
fn sort(machine: &mut Machine<'_>, arguments: &[Value]) -> Value {
    let [Value::List(items), precedes] = arguments else { return Value::Null };
    let mut unknown = false;
    let mut before = |a: &Value, b: &Value| match precedes {
        Value::Null => Some(ops::order(a, b)? == Ordering::Less),
        precedes => match machine.call(precedes, None, vec![a.clone(), b.clone()]) {
            Value::Boolean(before) => Some(before),
            other => {
                unknown |= other.is_unknown();
                None
            }
        },
    };
    match merge_sort(items, &mut before) {
        Some(sorted) => Value::list(sorted),
        None if unknown => Value::Unknown,
        None => Value::Null,
    }
}

fn merge_sort(items: &[Value], before: &mut dyn FnMut(&Value, &Value) -> Option<bool>) -> Option<Vec<Value>> {
    if items.len() < 2 {
        return Some(items.to_vec());
    }
    let (left, right) = items.split_at(items.len() / 2);
    let (left, right) = (merge_sort(left, before)?, merge_sort(right, before)?);
    let mut merged = Vec::with_capacity(items.len());
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
        let next = if before(b, a)? { right.next() } else { left.next() };
        merged.extend(next);
    }
    merged.extend(left);
    merged.extend(right);
    Some(merged)
}
