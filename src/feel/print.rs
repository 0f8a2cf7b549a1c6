//! The formatter: a text as the language itself would write it.
//!
//! The law, tested over generated texts: what is printed reads back as the same tree, and
//! printing it again changes nothing. Every result is read back before it is given, because a
//! formatter that changes the meaning of a rule is worse than none.
mod layout;
mod spelling;
mod tree;

use crate::diagnostic::{Diagnostic, Severity, Span};
use crate::scope::Scope;
use crate::syntax::{self, tree::Expr};
use layout::Doc;
pub use layout::columns;
use tree::Printer;

/// Why a text was not formatted.
#[derive(Clone, Debug, PartialEq)]
pub enum Unformatted {
    /// It cannot be read; the complaints say why.
    Wrong(Vec<Diagnostic>),
    /// It holds a comment, which would be lost; where the first one starts.
    Comment(Span),
    /// With the names of this scope the formatted text would mean something else: a name such as
    /// `a - b` is declared, and the text subtracts `b` from `a`.
    Ambiguous,
}

/// The text in canonical form, in lines of at most `columns` (a Chinese character takes two) as
/// far as it can be broken: half-width punctuation, one space around operators, brackets only
/// where they are needed or where `and` stands among `or`s. Literals and names stay as written.
///
/// # Errors
/// If the text cannot be read or must not be changed; see [`Unformatted`].
pub fn format(text: &str, scope: &Scope, columns: usize) -> Result<String, Unformatted> {
    formatted(text, scope, columns, syntax::parse, |printer, tree| printer.expression(tree))
}

/// The same for unary tests (DMN 1.5, 10.3.2.13): the text of a cell of a decision table.
///
/// # Errors
/// As [`format`].
pub fn format_tests(text: &str, scope: &Scope, columns: usize) -> Result<String, Unformatted> {
    formatted(text, scope, columns, syntax::parse_tests, |printer, tree| printer.tests(tree))
}

fn formatted(
    text: &str,
    scope: &Scope,
    columns: usize,
    parse: fn(&str, &Scope) -> (Expr, Vec<Diagnostic>),
    print: fn(&Printer<'_>, &Expr) -> Doc,
) -> Result<String, Unformatted> {
    let (tree, diagnostics) = parse(text, scope);
    if diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        return Err(Unformatted::Wrong(diagnostics));
    }
    if let Some(place) = syntax::comment(text) {
        return Err(Unformatted::Comment(place));
    }
    let printed = print(&Printer { source: text }, &tree).render(columns);
    let (again, _) = parse(&printed, scope);
    if again == tree { Ok(printed) } else { Err(Unformatted::Ambiguous) }
}
