//! The value of a condition taken apart, given those of its atoms: as the program gives it, also
//! where an atom is held at a value that it does not have.

use super::{Atom, Formula};
use crate::ops::{self, Verdict};
use crate::value::Value;

impl<'p> Formula<'p> {
    /// The value, as [`crate::Program::eval`] gives it. `atom` is asked for every atom once, in the
    /// order of the text.
    pub fn eval(&self, atom: &mut dyn FnMut(Atom<'p>) -> Value) -> Value {
        match self {
            Formula::All(parts) => Verdict::on(false, values(parts, atom)),
            Formula::Any(parts) => Verdict::on(true, values(parts, atom)),
            Formula::Not(part) => ops::not(&part.eval(atom)),
            Formula::If(parts) => {
                let [condition, then, otherwise] = parts.each_ref().map(|it| it.eval(atom));
                match condition {
                    Value::Boolean(true) => then,
                    Value::Boolean(false) | Value::Null => otherwise,
                    Value::Unknown if then == otherwise => then,
                    Value::Unknown => Value::Unknown,
                    _ => Value::Null,
                }
            }
            Formula::Atom(it) => atom(*it),
        }
    }

    /// Whether it holds; nothing if that is unknown: as [`crate::Program::holds`] says. `atom` is
    /// asked for every atom once, in the order of the text.
    pub fn holds(&self, atom: &mut dyn FnMut(Atom<'p>) -> Value) -> Option<bool> {
        let (decisive, parts) = match self {
            Formula::All(parts) => (false, parts),
            Formula::Any(parts) => (true, parts),
            Formula::If(parts) => {
                let [condition, then, otherwise] = parts.each_ref().map(|it| it.holds(atom));
                return match condition {
                    Some(true) => then,
                    Some(false) => otherwise,
                    None => then.filter(|_| then == otherwise),
                };
            }
            Formula::Not(_) | Formula::Atom(_) => {
                let value = self.eval(atom);
                return (!value.is_unknown()).then_some(value == Value::Boolean(true));
            }
        };
        let parts: Vec<Option<bool>> = parts.iter().map(|it| it.holds(atom)).collect();
        let open = parts.contains(&None);
        if parts.contains(&Some(decisive)) { Some(decisive) } else { (!open).then_some(!decisive) }
    }
}

fn values<'p>(parts: &[Formula<'p>], atom: &mut dyn FnMut(Atom<'p>) -> Value) -> Vec<Value> {
    parts.iter().map(|it| it.eval(atom)).collect()
}
