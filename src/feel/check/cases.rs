//! Chains of cases: `if … then … else …` whose conditions are truth values or null, as a decision
//! table becomes. What is asked of the result is asked in every case: a comparison with a decision
//! is then a condition over the inputs, which can be taken apart and proved about.
use super::evaluated;
use crate::code::Code;
use crate::operator::{Arithmetic, Compare};
use crate::ops;
use crate::value::Value;
use std::rc::Rc;

/// One case and the rest.
pub(super) fn case(when: Code, then: Code, rest: Code) -> Code {
    match when {
        Code::Value(Value::Boolean(true)) => then,
        Code::Value(_) => rest,
        _ if matches!(then, Code::Value(_)) && then == rest => rest,
        when => Code::If(Box::new([when, then, rest]), true),
    }
}

/// What `ask` makes of a code, in each of its cases.
fn spread(code: Code, ask: &mut dyn FnMut(Code) -> Code) -> Code {
    match code {
        Code::If(parts, true) => {
            let [when, then, rest] = *parts;
            case(when, spread(then, ask), spread(rest, ask))
        }
        code => ask(code),
    }
}

/// A comparison.
pub(super) fn compared(operator: Compare, left: Code, right: Code) -> Code {
    applied(left, right, &|left, right| match (left, right) {
        (Code::Value(a), Code::Value(b)) => Code::Value(ops::compare(operator, &a, &b)),
        (left, right) => Code::compare(operator, left, right),
    })
}

/// A calculation.
pub(super) fn calculated(operator: Arithmetic, left: Code, right: Code) -> Code {
    applied(left, right, &|left, right| Code::Arithmetic(operator, Box::new([left, right])))
}

/// An operator on two codes; if one has cases and the other may stand in each of them, in each.
fn applied(left: Code, right: Code, apply: &dyn Fn(Code, Code) -> Code) -> Code {
    match (left, right) {
        (left @ Code::If(_, true), right) if twin(&right).is_some() => spread(left, &mut |left| {
            let right = twin(&right).unwrap_or(Code::Value(Value::Null));
            applied(left, right, apply)
        }),
        (left, right @ Code::If(_, true)) if twin(&left).is_some() => spread(right, &mut |right| {
            let left = twin(&left).unwrap_or(Code::Value(Value::Null));
            applied(left, right, apply)
        }),
        (left, right) => apply(left, right),
    }
}

/// The same code again, if that costs nothing.
fn twin(code: &Code) -> Option<Code> {
    match code {
        Code::Value(value) => Some(Code::Value(value.clone())),
        Code::Slot(slot) => Some(Code::Slot(*slot)),
        Code::Local(at) => Some(Code::Local(*at)),
        _ => None,
    }
}

/// Binds a value for tests on it; `free` if they read nothing else.
pub(super) fn bound(value: Code, tests: Code, free: bool) -> Code {
    let Code::If(_, true) = value else { return Code::Let(Box::new([value, tests])) };
    let tests = Rc::new(tests);
    spread(value, &mut |value| {
        let constant = free && matches!(value, Code::Value(_));
        let code = Code::Let(Box::new([value, Code::Shared(tests.clone())]));
        let value = if constant { evaluated(&code) } else { None };
        value.map_or(code, Code::Value)
    })
}
