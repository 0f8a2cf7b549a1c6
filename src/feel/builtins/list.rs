//! List functions that a questionnaire has a use for (10.3.4.4).
use super::table::{Run, table};
use crate::ops::{self, Verdict};
use crate::value::Value;

table! {
    "list contains"("list": List Required, "element": Any Required) -> Boolean, All, Run::Plain(contains),
        "whether an element is in a list", "list contains([1, 2], 2) = true";
    "count"("list": List Required) -> Number, Items, Run::Plain(|a| with(a, |l| length(l).into())),
        "how many items a list has", "count([1, 2]) = 2";
    "all"("list": List Rest) -> Boolean, All, Run::Plain(|a| junction(a, false)),
        "whether all are true", "all([true, false]) = false";
    "any"("list": List Rest) -> Boolean, All, Run::Plain(|a| junction(a, true)),
        "whether one is true", "any([true, false]) = true";
}

pub(super) fn with(arguments: &[Value], run: impl FnOnce(&[Value]) -> Value) -> Value {
    match arguments {
        [Value::List(items)] => run(items),
        _ => Value::Null,
    }
}

pub(super) fn length(items: &[Value]) -> i64 {
    i64::try_from(items.len()).unwrap_or(i64::MAX)
}

fn contains(arguments: &[Value]) -> Value {
    match arguments {
        [Value::List(items), element] => {
            let found = Verdict::on(true, items.iter().map(|item| ops::equal(item, element)));
            // An item of another type is just not the element.
            if found == Value::Null { Value::Boolean(false) } else { found }
        }
        [Value::Unknown, _] => Value::Unknown,
        _ => Value::Null,
    }
}

fn junction(arguments: &[Value], decisive: bool) -> Value {
    match arguments {
        [Value::List(items)] => Verdict::on(decisive, items.iter().cloned()),
        [Value::Unknown] => Value::Unknown,
        _ => Value::Null,
    }
}
