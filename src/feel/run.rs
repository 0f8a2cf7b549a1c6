//! Evaluation. Nothing here fails: what FEEL does not define is null, and what is not known yet
//! is unknown, unless the result does not depend on it.
mod binding;
mod blockers;
mod budget;
mod call;
mod path;
#[cfg(feature = "full")]
mod whole;

use crate::code::Code;
use crate::operator::{Arithmetic, Compare};
use crate::ops::{self, Verdict};
use crate::slots::Slot;
use crate::value::{Form, Range, Value};
use std::rc::Rc;

pub(crate) use blockers::{blockers, undecided};
pub use budget::Limit;
use budget::{BUDGET, is_scalar};

/// Prices of a power: multiplied out, or by way of a logarithm.
const PRODUCTS: usize = 20;
const LOGARITHM: usize = 1000;

/// The state of one evaluation.
pub(crate) struct Machine<'v> {
    slots: &'v [Value],
    locals: Vec<Value>,
    #[cfg(feature = "full")]
    depth: u32,
    /// What is left of the budget.
    left: usize,
}

impl<'v> Machine<'v> {
    /// A machine over the values of the declared variables; missing ones are unknown.
    pub fn new(slots: &'v [Value]) -> Machine<'v> {
        Machine {
            slots,
            locals: Vec::new(),
            #[cfg(feature = "full")]
            depth: 0,
            left: BUDGET,
        }
    }

    /// The value of `code`.
    pub fn run(&mut self, code: &Code) -> Value {
        if !self.spend(1) {
            return Value::Null;
        }
        match code {
            Code::Value(value) => value.clone(),
            Code::Slot(slot) => self.slots.get(slot.index()).cloned().unwrap_or(Value::Unknown),
            Code::Local(at) => self.locals.get(*at).cloned().unwrap_or(Value::Null),
            Code::Against(operator, slot, value) => self.against(*operator, *slot, value),
            Code::Compare(operator, sides) => match self.scalars(sides) {
                Some((a, b)) => ops::compare(*operator, a, b),
                None => {
                    let (a, b) = self.both(sides);
                    ops::compare(*operator, &a, &b)
                }
            },
            Code::And(parts) => self.junction(false, parts),
            Code::Or(parts) => self.junction(true, parts),
            Code::Arithmetic(operator, sides) => {
                let (a, b) = self.both(sides);
                if *operator == Arithmetic::Power {
                    let whole = matches!(b, Value::Number(b) if b.to_i64().is_some());
                    self.spend(if whole { PRODUCTS } else { LOGARITHM });
                }
                let result = ops::arithmetic(*operator, &a, &b);
                self.made(result)
            }
            Code::Fits(sides) => self.fits(sides),
            Code::Negate(part) => ops::negate(&self.run(part)),
            Code::If(parts, boolean) => self.conditional(parts, *boolean),
            Code::Builtin(row, arguments) => self.builtin(row, arguments),
            Code::List(items) => {
                let list = Value::List(items.iter().map(|item| self.run(item)).collect());
                self.made(list)
            }
            Code::Let(parts) => {
                let [bound, body] = &**parts;
                let bound = self.run(bound);
                self.bind(bound, |machine| machine.run(body))
            }
            Code::Entry(part, name) => {
                let value = self.run(part);
                self.entry(&value, name)
            }
            _ => self.run_rare(code),
        }
    }

    /// The rest of [`Machine::run`], apart so that its stack frame stays small.
    #[inline(never)]
    fn run_rare(&mut self, code: &Code) -> Value {
        match code {
            Code::Between(parts) => {
                let [value, low, high] = &**parts;
                let value = self.run(value);
                let low = ops::compare(Compare::GreaterOrEqual, &value, &self.run(low));
                let high = ops::compare(Compare::LessOrEqual, &value, &self.run(high));
                Verdict::on(false, [low, high])
            }
            // With an unknown bound it may turn out to be no range but null.
            Code::Range { .. } => match self.range(code) {
                range if range.has_unknown() => Value::Unknown,
                range => range,
            },
            Code::Test(operator, bound) => match self.run(bound) {
                bound if bound.has_unknown() => Value::Unknown,
                bound => test(*operator, bound),
            },
            Code::Quantified { every, domains, body } => self.quantify(*every, domains, body),
            Code::Filter(parts) => {
                let [list, condition] = &**parts;
                let list = self.run(list);
                self.filter(&list, condition)
            }
            #[cfg(feature = "full")]
            _ => self.run_whole(code),
            // Everything else is in `run`.
            #[cfg(not(feature = "full"))]
            _ => Value::Null,
        }
    }

    /// A variable compared with a constant; neither is copied.
    fn against(&mut self, operator: Compare, slot: Slot, value: &Value) -> Value {
        let known = self.slots.get(slot.index()).unwrap_or(&Value::Unknown);
        self.read(known);
        self.read(value);
        ops::compare(operator, known, value)
    }

    /// What is there without being computed.
    fn peek<'c>(&'c self, code: &'c Code) -> Option<&'c Value> {
        match code {
            Code::Value(value) => Some(value),
            Code::Slot(slot) => Some(self.slots.get(slot.index()).unwrap_or(&Value::Unknown)),
            Code::Local(at) => self.locals.get(*at),
            _ => None,
        }
    }

    /// Both sides if they are there and cost nothing to look at: almost every atom of a rule. No
    /// value is copied for them.
    fn scalars<'c>(&'c self, sides: &'c [Code; 2]) -> Option<(&'c Value, &'c Value)> {
        let [left, right] = sides;
        let scalar = |code| self.peek(code).filter(|value| is_scalar(value));
        Some((scalar(left)?, scalar(right)?))
    }

    /// Whether a value fits a test; a list of constants is looked through where it is.
    fn fits(&mut self, sides: &[Code; 2]) -> Value {
        let [value, test] = sides;
        if let Code::Value(Value::List(items)) = test
            && self.spend(items.len())
            && items.iter().all(is_scalar)
            && let Some(value) = self.peek(value).filter(|value| is_scalar(value))
            && let Code::Value(test) = test
        {
            return ops::fits(value, test);
        }
        let (value, test) = (self.run(value), self.range(test));
        self.read(&value);
        self.read(&test);
        ops::fits(&value, &test)
    }

    /// A range as a test: with one unknown bound, the other may still exclude a value.
    fn range(&mut self, code: &Code) -> Value {
        let Code::Range { bounds, start_included, end_included } = code else { return self.run(code) };
        let [start, end] = &**bounds;
        let range = range(self.run(start), self.run(end), *start_included, *end_included);
        self.made(range)
    }

    fn both(&mut self, sides: &[Code; 2]) -> (Value, Value) {
        let [left, right] = sides;
        let (left, right) = (self.run(left), self.run(right));
        self.read(&left);
        self.read(&right);
        (left, right)
    }

    fn junction(&mut self, decisive: bool, parts: &[Code]) -> Value {
        let mut verdict = Verdict::new(decisive);
        for part in parts {
            let operand = self.run(part);
            if let Some(settled) = verdict.add(&operand) {
                return settled;
            }
        }
        verdict.end()
    }

    /// Whether a condition comes to `true`, nothing if that is unknown. In what only asks for `true`,
    /// null counts as false: it decides a conjunction.
    pub fn holds(&mut self, code: &Code) -> Option<bool> {
        let (decisive, parts) = match code {
            Code::And(parts) => (false, parts),
            Code::Or(parts) => (true, parts),
            Code::Let(parts) => {
                let [bound, body] = &**parts;
                let bound = self.run(bound);
                return self.bind(bound, |machine| machine.holds(body));
            }
            Code::If(parts, true) => {
                let [condition, then, otherwise] = &**parts;
                return match self.holds(condition) {
                    Some(true) => self.holds(then),
                    Some(false) => self.holds(otherwise),
                    None => self.holds(then).filter(|holds| self.holds(otherwise) == Some(*holds)),
                };
            }
            _ => {
                return match self.run(code) {
                    Value::Unknown => None,
                    Value::Boolean(holds) => Some(holds),
                    _ => Some(false),
                };
            }
        };
        let mut unknown = false;
        for part in parts {
            match self.holds(part) {
                Some(holds) if holds == decisive => return Some(decisive),
                Some(_) => {}
                None => unknown = true,
            }
        }
        (!unknown).then_some(!decisive)
    }

    /// Only `true` takes the first branch (10.3.2.11); what is no truth value is an error. An unknown condition does not matter if
    /// both branches come to the same.
    fn conditional(&mut self, parts: &[Code; 3], boolean: bool) -> Value {
        let [condition, then, otherwise] = parts;
        match self.run(condition) {
            Value::Boolean(true) => self.run(then),
            Value::Unknown if boolean => {
                let (value, other) = (self.run(then), self.run(otherwise));
                self.read(&value);
                let same = !value.is_unknown() && value == other;
                if same { value } else { Value::Unknown }
            }
            Value::Boolean(false) | Value::Null => self.run(otherwise),
            // What may turn out to be no truth value may turn the whole to null.
            Value::Unknown => Value::Unknown,
            _ => Value::Null,
        }
    }

    /// Runs with one more local variable.
    fn bind<R>(&mut self, value: Value, run: impl FnOnce(&mut Self) -> R) -> R {
        self.locals.push(value);
        let result = run(self);
        self.locals.pop();
        result
    }
}

/// A range of two bounds (10.3.2.7): null unless they have an order and stand in it.
pub(crate) fn range(start: Value, end: Value, start_included: bool, end_included: bool) -> Value {
    let known = !start.has_unknown() && !end.has_unknown();
    let null = start == Value::Null || end == Value::Null;
    if null || (known && ops::order(&start, &end).is_none()) {
        return Value::Null;
    }
    let (start, end) = (Some(start), Some(end));
    let form = Form::Bounds;
    Value::Range(Rc::new(Range { start, end, start_included, end_included, form }))
}

/// `(< 10)` as a value.
fn test(operator: Compare, bound: Value) -> Value {
    let range = |start, end, start_included, end_included| {
        let form = if operator == Compare::NotEqual { Form::Except } else { Form::Test };
        Value::Range(Rc::new(Range { start, end, start_included, end_included, form }))
    };
    match operator {
        _ if bound == Value::Null => Value::Null,
        Compare::Less => range(None, Some(bound), false, false),
        Compare::LessOrEqual => range(None, Some(bound), false, true),
        Compare::Greater => range(Some(bound), None, false, false),
        Compare::GreaterOrEqual => range(Some(bound), None, true, false),
        Compare::Equal => range(Some(bound.clone()), Some(bound), true, true),
        Compare::NotEqual => range(Some(bound.clone()), Some(bound), false, false),
    }
}
