//! Where the atoms of a condition stand in its text, for whoever points at one.
use crate::diagnostic::Span;
use crate::scope::Scope;
use crate::syntax;
use crate::syntax::tree::{Arguments, Expr, Kind};

/// The places of the atoms of a condition, in the order in which [`crate::Formula::atoms`] visits
/// those of its program. A range makes two atoms of one place.
#[must_use]
pub fn atom_places(text: &str, scope: &Scope) -> Vec<Span> {
    let (tree, _) = syntax::parse(text, scope);
    let mut found = Vec::new();
    places(&tree, &mut found);
    found
}

fn places(expr: &Expr, found: &mut Vec<Span>) {
    match &expr.kind {
        Kind::And(parts) | Kind::Or(parts) => parts.iter().for_each(|part| places(part, found)),
        Kind::Call(function, Arguments::Positional(arguments)) => match (&function.kind, &**arguments) {
            (Kind::Name(name), [argument]) if &**name == "not" => places(argument, found),
            _ => found.push(expr.span),
        },
        Kind::In(value, list) if matches!(value.kind, Kind::Name(_)) => tests(expr, list, found),
        _ => found.push(expr.span),
    }
}

/// A single test stands for its whole comparison, one of several for itself.
fn tests(whole: &Expr, list: &[Expr], found: &mut Vec<Span>) {
    for test in list {
        let span = if list.len() == 1 { whole.span } else { test.span };
        match &test.kind {
            Kind::NoneOf(list) => tests(test, list, found),
            Kind::Range { .. } => found.extend([span; 2]),
            _ => found.push(span),
        }
    }
}
