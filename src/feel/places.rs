//! Where the atoms of a condition stand in its text, for whoever points at one.
use crate::check::Checker;
use crate::diagnostic::Span;
use crate::formula::Formula;
use crate::scope::Scope;
use crate::syntax;
use crate::syntax::tree::{Arguments, Expr, Kind};

/// The places of the atoms of a condition, in the order in which [`crate::Formula::atoms`] visits
/// those of its program. What is written as one may be several: a range is two comparisons.
#[must_use]
pub fn atom_places(text: &str, scope: &Scope) -> Vec<Span> {
    let (tree, _) = syntax::parse(text, scope);
    let mut found = Vec::new();
    places(&tree, scope, &mut found);
    found
}

fn places(expr: &Expr, scope: &Scope, found: &mut Vec<Span>) {
    match &expr.kind {
        Kind::And(parts) | Kind::Or(parts) => parts.iter().for_each(|part| places(part, scope, found)),
        Kind::Call(function, Arguments::Positional(arguments)) => match (&function.kind, &**arguments) {
            (Kind::Name(name), [argument]) if &**name == "not" => places(argument, scope, found),
            _ => whole(expr, scope, found),
        },
        Kind::In(value, list) if matches!(&value.kind, Kind::Name(name) if scope.slot(name).is_some()) => {
            tests(expr, list, found);
        }
        _ => whole(expr, scope, found),
    }
}

/// Whatever atoms come of an expression stand where it stands.
fn whole(expr: &Expr, scope: &Scope, found: &mut Vec<Span>) {
    let (code, _) = Checker::new(scope).check(expr);
    Formula::of(&code).atoms(&mut |_| found.push(expr.span));
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
