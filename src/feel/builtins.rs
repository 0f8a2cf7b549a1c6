//! The built-in functions (DMN 1.5, 10.3.4). One table, a file for each family: name, parameters
//! with their types, result, documentation, example and function. Binding by place and by name,
//! complaints, suggestions and the reference are all derived from it.
//!
//! The families below are those the page has. `extra` holds the rest of the standard, which exists
//! only with the feature `full` and only in a scope that asks for it, so that a rule which works on
//! the command line works on the page.
mod aggregate;
mod boolean;
mod calendar;
#[cfg(feature = "full")]
mod extra;
mod kind;
mod list;
mod number;
mod table;

use crate::types::Type;
use crate::value::Value;
use std::fmt;
use std::rc::Rc;

pub(crate) use kind::Kind;
pub use table::Builtin;
pub(crate) use table::{Param, Run, Sees};

/// The rows of one family, and their documentation: name, what it does, an example.
type Family = (&'static [Builtin], &'static [(&'static str, &'static str, &'static str)]);

/// The families of the page, in the order of the reference.
fn core() -> [Family; 5] {
    [
        (calendar::ROWS, calendar::DOCS),
        (boolean::ROWS, boolean::DOCS),
        (list::ROWS, list::DOCS),
        (aggregate::ROWS, aggregate::DOCS),
        (number::ROWS, number::DOCS),
    ]
}

/// The other families.
#[cfg(feature = "full")]
fn extra() -> [Family; 14] {
    [
        (extra::conversion::ROWS, extra::conversion::DOCS),
        (extra::string::ROWS, extra::string::DOCS),
        (extra::letters::ROWS, extra::letters::DOCS),
        (extra::pattern::ROWS, extra::pattern::DOCS),
        (extra::lists::ROWS, extra::lists::DOCS),
        (extra::order::ROWS, extra::order::DOCS),
        (extra::mathematics::ROWS, extra::mathematics::DOCS),
        (extra::statistics::ROWS, extra::statistics::DOCS),
        (extra::temporal::ROWS, extra::temporal::DOCS),
        (extra::context::ROWS, extra::context::DOCS),
        (extra::range::ROWS, extra::range::DOCS),
        (extra::interval::ROWS, extra::interval::DOCS),
        (extra::identity::ROWS, extra::identity::DOCS),
        (extra::clock::ROWS, extra::clock::DOCS),
    ]
}

/// The other families: none without the feature.
#[cfg(not(feature = "full"))]
fn extra() -> [Family; 0] {
    []
}

/// The signatures of a function.
pub(crate) fn rows(name: &str) -> impl Iterator<Item = &'static Builtin> {
    core().into_iter().chain(extra()).flat_map(|(rows, _)| rows).filter(move |row| row.name == name)
}

/// The signature of the page that has this name and so many parameters.
pub(crate) fn on_page(name: &str, parameters: usize) -> Option<&'static Builtin> {
    rows(name).find(|row| row.params.len() == parameters)
}

/// Whether the page does not have this signature.
#[cfg(feature = "full")]
pub(crate) fn is_extra(row: &Builtin) -> bool {
    extra().iter().any(|(rows, _)| rows.iter().any(|other| std::ptr::eq(other, row)))
}

/// Names of all functions; one with several signatures comes several times.
#[cfg(feature = "full")]
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    core().into_iter().chain(extra()).flat_map(|(rows, _)| rows).map(|row| row.name)
}

/// The reference: signature, what it does, and an example, for every signature.
#[cfg(feature = "full")]
pub fn reference() -> impl Iterator<Item = (String, &'static str, &'static str)> {
    let families = core().into_iter().chain(extra());
    families
        .flat_map(|(rows, docs)| rows.iter().zip(docs))
        .map(|(row, (_, doc, example))| (row.to_string(), *doc, *example))
}

/// The signature of a function that takes these arguments, the first that suits them before the
/// first that only has as many, and the arguments in its order.
#[cfg(feature = "full")]
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
