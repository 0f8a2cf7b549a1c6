//! Whether two rows of a decision table can never hit together, as far as single cells show it:
//! rows that overlap nowhere need not be compared when the table is evaluated.
use crate::code::Code;
use crate::formula::{Atom, Formula, Shape};
use crate::number::Number;
use crate::run::Machine;
use crate::slots::Slot;
use crate::value::Value;

/// Whether there is an input on which no value passes the tests of both rows.
pub(super) fn apart(a: &Code, b: &Code) -> bool {
    parts(a).iter().any(|a| {
        let [slot] = *a.slots().into_vec() else { return false };
        parts(b).iter().any(|b| *b.slots().into_vec() == [slot] && disjoint(a, b, slot))
    })
}

fn parts(code: &Code) -> &[Code] {
    match code {
        Code::And(parts) => parts,
        code => std::slice::from_ref(code),
    }
}

/// Tries a value from every stretch between the constants of two tests.
fn disjoint(a: &Code, b: &Code, slot: Slot) -> bool {
    let mut constants = vec![Value::Null, Value::Boolean(true), Value::Boolean(false)];
    for code in [a, b] {
        let mut plain = true;
        Formula::of(code).atoms(&mut |atom| plain &= simple(atom, &mut constants));
        if !plain {
            return false;
        }
    }
    let mut env = vec![Value::Unknown; slot.index() + 1];
    let passes = |value: Value| {
        if let Some(entry) = env.last_mut() {
            *entry = value;
        }
        [a, b].iter().all(|code| Machine::new(&env).run(code) == Value::Boolean(true))
    };
    !between(&constants).into_iter().any(passes)
}

/// Whether an atom compares its input with constants, which are added.
fn simple(atom: Atom<'_>, constants: &mut Vec<Value>) -> bool {
    constants.extend(atom.constants().into_iter().cloned());
    let known = |value: &Value| {
        matches!(
            value,
            Value::Null | Value::Boolean(_) | Value::Number(_) | Value::String(_) | Value::Date(_)
        )
    };
    matches!(atom.shape(), Shape::Truth(_) | Shape::Compare(..) | Shape::OneOf(..))
        && constants.iter().all(known)
}

/// The constants, and values below, between and above them.
fn between(constants: &[Value]) -> Vec<Value> {
    let mut numbers: Vec<Number> = Vec::new();
    let mut values = vec![Value::string("")];
    for constant in constants {
        match constant {
            Value::Number(number) => numbers.push(*number),
            Value::Date(date) => {
                let beside = [-1, 0, 1].map(|step| date.add_days(step));
                values.extend(beside.into_iter().flatten().map(Value::Date));
            }
            Value::String(text) => values.extend([Value::string(text), Value::string(&format!("{text}?"))]),
            other => values.push(other.clone()),
        }
    }
    numbers.sort();
    let one = Number::from(1);
    let middle = |pair: &[Number]| match pair {
        [a, b] => a.checked_add(*b)?.checked_div(2.into()),
        _ => None,
    };
    let middles: Vec<Number> = numbers.windows(2).filter_map(middle).collect();
    let below = numbers.first().and_then(|it| it.checked_sub(one));
    let above = numbers.last().and_then(|it| it.checked_add(one));
    values.extend(numbers.into_iter().chain(middles).chain(below).chain(above).map(Value::Number));
    values
}
