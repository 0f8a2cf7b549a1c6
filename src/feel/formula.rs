//! A condition taken apart at `and`, `or`, `not` and `if`: what explanations, coverage and proofs work
//! on. Nothing is copied; a formula looks into its program.
mod eval;

use crate::builtins::Builtin;
use crate::code::Code;
use crate::operator::{Arithmetic, Compare};
use crate::ops;
use crate::run::Machine;
use crate::slots::Slot;
use crate::value::Value;

/// A condition and its parts.
#[derive(Clone, Debug)]
pub enum Formula<'p> {
    /// All of these: `and`.
    All(Vec<Formula<'p>>),
    /// One of these: `or`.
    Any(Vec<Formula<'p>>),
    /// `not(…)`
    Not(Box<Formula<'p>>),
    /// `if`: where the first is true the second, else the third. Unlike with the others, a first one
    /// that is null decides: for the third.
    If(Box<[Formula<'p>; 3]>),
    /// What is not taken apart any further.
    Atom(Atom<'p>),
}

/// A part of a condition that has no parts which are conditions.
#[derive(Clone, Copy, Debug)]
pub struct Atom<'p> {
    code: &'p Code,
}

/// What an atom asks, where it is of a form that can be said in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape<'p> {
    /// The variable itself, which is a truth value.
    Truth(Slot),
    /// The variable compared with a constant; read from the variable's side.
    Compare(Slot, Compare, &'p Value),
    /// The variable is one of these constants.
    OneOf(Slot, &'p [Value]),
    /// The variable is a list that holds this constant.
    Has(Slot, &'p Value),
    /// The number of items of a variable that is a list, compared with a constant.
    Count(Slot, Compare, &'p Value),
    /// Some item of a variable that is a list is one of these constants.
    AnyOf(Slot, &'p [Value]),
    /// The variable is not less than the first constant and not more than the second.
    Between(Slot, &'p Value, &'p Value),
    /// Two terms compared, of which one at least is more than a constant.
    Terms(Term<'p>, Compare, Term<'p>),
    /// Anything else.
    Other,
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub enum Term<'p> {
    /// A variable.
    Slot(Slot),
    /// A constant.
    Value(&'p Value),
    /// A term to which a constant is added.
    Plus(Box<Term<'p>>, &'p Value),
    /// A term from which a constant is taken away.
    Minus(Box<Term<'p>>, &'p Value),
}

impl<'p> Formula<'p> {
    pub(crate) fn of(code: &'p Code) -> Formula<'p> {
        match code {
            Code::And(parts) => Formula::All(parts.iter().map(Formula::of).collect()),
            Code::Or(parts) => Formula::Any(parts.iter().map(Formula::of).collect()),
            Code::Builtin(row, parts) if is(row, "not") => match &**parts {
                [part] => Formula::Not(Box::new(Formula::of(part))),
                _ => Formula::Atom(Atom { code }),
            },
            Code::If(parts, true) => Formula::If(Box::new(parts.each_ref().map(Formula::of))),
            #[cfg(feature = "full")]
            Code::Shared(code) => Formula::of(code),
            _ => Formula::Atom(Atom { code }),
        }
    }

    /// Calls `visit` with every atom, in the order of the text.
    pub fn atoms(&self, visit: &mut dyn FnMut(Atom<'p>)) {
        match self {
            Formula::All(parts) | Formula::Any(parts) => parts.iter().for_each(|part| part.atoms(visit)),
            Formula::Not(part) => part.atoms(visit),
            Formula::If(parts) => parts.iter().for_each(|part| part.atoms(visit)),
            Formula::Atom(atom) => visit(*atom),
        }
    }
}

impl<'p> Atom<'p> {
    /// The value, given those of the declared variables, as [`crate::Program::eval`] gives it.
    #[must_use]
    pub fn eval(&self, env: &[Value]) -> Value {
        Machine::new(env).run(self.code)
    }

    /// Every variable read, sorted, without duplicates.
    #[must_use]
    pub fn slots(&self) -> Vec<Slot> {
        self.code.slots().into_vec()
    }

    /// Every constant, in the order of the text; items of lists and bounds of ranges singly.
    #[must_use]
    pub fn constants(&self) -> Vec<&'p Value> {
        let mut found = Vec::new();
        constants(self.code, &mut found);
        found
    }

    /// What it asks.
    #[must_use]
    pub fn shape(&self) -> Shape<'p> {
        match self.code {
            Code::Slot(slot) => Shape::Truth(*slot),
            Code::Against(operator, slot, value) => Shape::Compare(*slot, *operator, value),
            Code::Compare(operator, sides) => match &**sides {
                [Code::Builtin(row, list), Code::Value(value)] if is(row, "count") => match &**list {
                    [Code::Slot(slot)] => Shape::Count(*slot, *operator, value),
                    _ => Shape::Other,
                },
                [left, right] => terms(left, *operator, right).unwrap_or(Shape::Other),
            },
            Code::Between(parts) => match &**parts {
                [Code::Slot(slot), Code::Value(low), Code::Value(high)] => Shape::Between(*slot, low, high),
                _ => Shape::Other,
            },
            Code::Quantified { every: false, domains, body } => match (&**domains, one_of(body)) {
                ([Code::Slot(slot)], Some(values)) => Shape::AnyOf(*slot, values),
                _ => Shape::Other,
            },
            Code::Fits(sides) => match &**sides {
                [Code::Slot(slot), Code::Value(Value::List(values))] => Shape::OneOf(*slot, values),
                [Code::Slot(slot), Code::Value(value)] if !matches!(value, Value::Range(_)) => {
                    Shape::Compare(*slot, Compare::Equal, value)
                }
                _ => Shape::Other,
            },
            Code::Builtin(row, parts) if is(row, "list contains") => match &**parts {
                [Code::Slot(slot), Code::Value(value)] => Shape::Has(*slot, value),
                _ => Shape::Other,
            },
            _ => Shape::Other,
        }
    }
}

impl Term<'_> {
    /// The value, given those of the declared variables.
    #[must_use]
    pub fn eval(&self, env: &[Value]) -> Value {
        match self {
            Term::Slot(slot) => env.get(slot.index()).cloned().unwrap_or(Value::Unknown),
            Term::Value(value) => (*value).clone(),
            Term::Plus(start, value) => ops::arithmetic(Arithmetic::Add, &start.eval(env), value),
            Term::Minus(start, value) => ops::arithmetic(Arithmetic::Subtract, &start.eval(env), value),
        }
    }
}

fn terms<'p>(left: &'p Code, operator: Compare, right: &'p Code) -> Option<Shape<'p>> {
    Some(Shape::Terms(term(left)?, operator, term(right)?))
}

fn term(code: &Code) -> Option<Term<'_>> {
    Some(match code {
        Code::Slot(slot) => Term::Slot(*slot),
        Code::Value(value) => Term::Value(value),
        Code::Arithmetic(operator, sides) => match (operator, &**sides) {
            (Arithmetic::Add, [start, Code::Value(value)]) => Term::Plus(Box::new(term(start)?), value),
            (Arithmetic::Subtract, [start, Code::Value(value)]) => Term::Minus(Box::new(term(start)?), value),
            _ => return None,
        },
        _ => return None,
    })
}

/// The constants one of which the body of a quantifier wants its item to be.
fn one_of(body: &Code) -> Option<&[Value]> {
    match body {
        // The item bound anew, as the input of a test.
        Code::Let(parts) => match &**parts {
            [Code::Local(_), test] => one_of(test),
            _ => None,
        },
        Code::Fits(sides) => match &**sides {
            [Code::Local(_), Code::Value(Value::List(values))] => Some(values),
            _ => None,
        },
        Code::Compare(Compare::Equal, sides) => match &**sides {
            [Code::Local(_), Code::Value(value)] => Some(std::slice::from_ref(value)),
            _ => None,
        },
        _ => None,
    }
}

fn is(row: &Builtin, name: &str) -> bool {
    row.name == name
}

fn constants<'p>(code: &'p Code, found: &mut Vec<&'p Value>) {
    if let Code::Value(value) | Code::Against(_, _, value) = code {
        parts(value, found);
    }
    code.parts(&mut |part| constants(part, found));
}

fn parts<'p>(value: &'p Value, found: &mut Vec<&'p Value>) {
    match value {
        Value::List(items) => items.iter().for_each(|item| parts(item, found)),
        Value::Range(range) => range.bounds().for_each(|bound| parts(bound, found)),
        value => found.push(value),
    }
}
