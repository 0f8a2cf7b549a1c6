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
#[cfg(feature = "full")]
mod signature;
mod table;

pub(crate) use kind::Kind;
#[cfg(feature = "full")]
pub(crate) use signature::{bind, documented, names};
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
