//! Signatures: which arguments they take, and how they are written. Only texts need this; code has
//! its built-ins chosen and its arguments in place.
use super::table::{Builtin, Param};
use super::{core, extra, rows};
use crate::types::Type;
use crate::value::Value;
use std::fmt;
use std::rc::Rc;

/// Names of all functions; one with several signatures comes several times.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    core().into_iter().chain(extra()).flat_map(|(rows, _)| rows).map(|row| row.name)
}

/// Every signature, what it does, and an example.
pub(crate) fn documented() -> impl Iterator<Item = (&'static Builtin, &'static str, &'static str)> {
    let families = core().into_iter().chain(extra());
    families
        .flat_map(|(rows, docs)| rows.iter().zip(docs))
        .map(|(row, (_, doc, example))| (row, *doc, *example))
}

/// The signature of a function that takes these arguments, the first that suits them before the
/// first that only has as many, and the arguments in its order.
pub(crate) fn bind(
    name: &str,
    names: Option<&[Rc<str>]>,
    arguments: Vec<Value>,
) -> Option<(&'static Builtin, Vec<Value>)> {
    let takes = || rows(name).filter(|row| row.takes(names, arguments.len()));
    let suits =
        |row: &&Builtin| row.params.iter().zip(&arguments).all(|(param, value)| param.kind.holds(value));
    let row = takes().find(suits).or_else(|| takes().next())?;
    Some((row, row.place(names, arguments, || Value::Null, Value::list)))
}

impl Builtin {
    /// Whether so many arguments, or arguments of these names, can be given.
    pub(crate) fn takes(&self, names: Option<&[Rc<str>]>, count: usize) -> bool {
        let Some(names) = names else {
            let required = self.params.iter().filter(|param| param.is_required()).count();
            let rest = self.params.last().is_some_and(Param::is_rest);
            return count >= required && (rest || count <= self.params.len());
        };
        let known = names.iter().all(|name| self.params.iter().any(|param| param.name == &**name));
        let given = |param: &Param| !param.is_required() || names.iter().any(|name| &**name == param.name);
        known && self.params.iter().all(given)
    }

    /// Arguments in the order of the parameters; all beyond the last of a list parameter become
    /// its list. They were found to fit by [`Builtin::takes`].
    pub(crate) fn place<T>(
        &self,
        names: Option<&[Rc<str>]>,
        arguments: Vec<T>,
        missing: fn() -> T,
        list: fn(Vec<T>) -> T,
    ) -> Vec<T> {
        let mut placed: Vec<Option<T>> = self.params.iter().map(|_| None).collect();
        let last = self.params.len().saturating_sub(1);
        let many = self.gathers(names, arguments.len());
        let mut rest = Vec::new();
        for (index, argument) in arguments.into_iter().enumerate() {
            let place = match names {
                Some(names) => {
                    names.get(index).and_then(|name| self.params.iter().position(|p| p.name == &**name))
                }
                None => Some(index),
            };
            match place {
                Some(place) if many && place >= last => rest.push(argument),
                Some(place) => {
                    if let Some(slot) = placed.get_mut(place) {
                        *slot = Some(argument);
                    }
                }
                None => {}
            }
        }
        if many && let Some(slot) = placed.last_mut() {
            *slot = Some(list(rest));
        }
        placed.into_iter().map(|argument| argument.unwrap_or_else(missing)).collect()
    }

    /// Whether the last parameter gathers its arguments into a list.
    pub(crate) fn gathers(&self, names: Option<&[Rc<str>]>, count: usize) -> bool {
        let many = self.params.last().is_some_and(Param::is_many);
        many || (names.is_none() && count > self.params.len())
    }

    /// The type of the function as a value.
    pub(crate) fn ty(&self) -> Type {
        Type::Function(self.params.iter().map(|param| param.kind.ty()).collect(), Rc::new(self.result.ty()))
    }
}

impl fmt::Display for Builtin {
    /// The signature, as it is written in messages: `substring(string, start position, length?)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}(", self.name)?;
        for (index, param) in self.params.iter().enumerate() {
            let comma = if index == 0 { "" } else { ", " };
            let mark = if param.is_rest() {
                "…"
            } else if param.is_required() {
                ""
            } else {
                "?"
            };
            write!(f, "{comma}{}{mark}", param.name)?;
        }
        f.write_str(")")
    }
}
