//! List functions that take lists apart and put them together (10.3.4.4).
use crate::builtins::list::{length, with};
use crate::builtins::table::{Run, table};
use crate::number::{Number, Rounding};
use crate::ops;
use crate::run::Machine;
use crate::value::Value;

table! {
    "sublist"("list": List Required, "start position": Number Required, "length": Number Optional) -> First, Items,
        Run::Plain(sublist), "part of a list, from a position counted from 1, or from the end if negative",
        "sublist([4, 5, 6], 1, 2) = [4, 5]";
    "append"("list": List Required, "item": List Many) -> List, Items, Run::Plain(append),
        "a list with items added at its end", "append([1], 2, 3) = [1, 2, 3]";
    "concatenate"("list": List Rest) -> List, Items, Run::Plain(|a| with(a, concatenate)),
        "lists put one after the other", "concatenate([1, 2], [3]) = [1, 2, 3]";
    "insert before"("list": List Required, "position": Number Required, "newItem": Any Required) -> List, Items,
        Run::Plain(insert), "a list with an item put before a position", "insert before([1, 3], 1, 2) = [2, 1, 3]";
    "remove"("list": List Required, "position": Number Required) -> First, Items, Run::Plain(remove),
        "a list without the item at a position", "remove([1, 2, 3], 2) = [1, 3]";
    "reverse"("list": List Required) -> First, Items,
        Run::Plain(|a| with(a, |l| Value::List(l.iter().rev().cloned().collect()))),
        "a list from its end to its start", "reverse([1, 2, 3]) = [3, 2, 1]";
    "index of"("list": List Required, "match": Any Required) -> Numbers, Nothing, Run::Plain(index_of),
        "the positions of an element", "index of([1, 2, 1], 1) = [1, 3]";
    "union"("list": List Rest) -> List, Nothing, Run::Machine(|machine, a| with(a, |l| match concatenate(l) {
            Value::List(all) => distinct(machine, &all),
            other => other,
        })),
        "the items of all lists, each once", "union([1, 2], [2, 3]) = [1, 2, 3]";
    "distinct values"("list": List Required) -> First, Nothing,
        Run::Machine(|machine, a| with(a, |l| distinct(machine, l))),
        "each item once", "distinct values([1, 2, 1]) = [1, 2]";
    "flatten"("list": List Required) -> List, Nothing,
        Run::Plain(|a| with(a, |l| Value::list(l.iter().flat_map(flat).collect()))),
        "a list with all lists inside it opened", "flatten([[1, [2]], 3]) = [1, 2, 3]";
}

/// Index of a position from 1, or from the end if negative.
pub(super) fn index(items: &[Value], position: &Value) -> Option<usize> {
    let Value::Number(position) = position else { return None };
    let position = position.round(0, Rounding::Down).and_then(Number::to_i64)?;
    let index = if position > 0 { position - 1 } else { length(items) + position };
    let index = usize::try_from(index).ok()?;
    (position != 0 && index < items.len()).then_some(index)
}

fn sublist(arguments: &[Value]) -> Value {
    let [Value::List(items), start, size] = arguments else { return Value::Null };
    let Some(start) = index(items, start) else { return Value::Null };
    let end = match size {
        Value::Number(size) => size
            .to_i64()
            .filter(|size| *size >= 1)
            .and_then(|size| usize::try_from(size).ok())
            .map(|size| start.saturating_add(size)),
        _ => Some(items.len()),
    };
    end.and_then(|end| items.get(start..end)).map(|part| Value::List(part.into())).into()
}

fn append(arguments: &[Value]) -> Value {
    let [Value::List(items), Value::List(more)] = arguments else { return Value::Null };
    Value::List(items.iter().chain(more.iter()).cloned().collect())
}

fn concatenate(lists: &[Value]) -> Value {
    if lists.iter().any(Value::is_unknown) {
        return Value::Unknown;
    }
    let mut all = Vec::new();
    for list in lists {
        match list {
            Value::List(items) => all.extend(items.iter().cloned()),
            Value::Null => return Value::Null,
            item => all.push(item.clone()),
        }
    }
    Value::list(all)
}

fn insert(arguments: &[Value]) -> Value {
    let [Value::List(items), position, item] = arguments else { return Value::Null };
    let Some(index) = index(items, position) else { return Value::Null };
    let mut items = items.to_vec();
    items.insert(index, item.clone());
    Value::list(items)
}

fn remove(arguments: &[Value]) -> Value {
    let [Value::List(items), position] = arguments else { return Value::Null };
    let Some(index) = index(items, position) else { return Value::Null };
    let mut items = items.to_vec();
    items.remove(index);
    Value::list(items)
}

fn index_of(arguments: &[Value]) -> Value {
    let [Value::List(items), element] = arguments else { return Value::Null };
    let places = (1i64..).zip(items.iter()).filter(|(_, item)| same(item, element));
    Value::List(places.map(|(place, _)| place.into()).collect())
}

fn same(a: &Value, b: &Value) -> bool {
    ops::equal(a, b) == Value::Boolean(true)
}

fn distinct(machine: &mut Machine<'_>, items: &[Value]) -> Value {
    let mut kept: Vec<Value> = Vec::new();
    for item in items {
        if !machine.spend(kept.len()) {
            return Value::Null;
        }
        if !kept.iter().any(|known| same(known, item)) {
            kept.push(item.clone());
        }
    }
    Value::list(kept)
}

fn flat(item: &Value) -> Vec<Value> {
    match item {
        Value::List(items) => items.iter().flat_map(flat).collect(),
        item => vec![item.clone()],
    }
}
