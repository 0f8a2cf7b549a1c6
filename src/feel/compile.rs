//! From text to program: reading, checking, and complaints.
use crate::check::Checker;
use crate::code::Code;
use crate::diagnostic::{Diagnostic, Problem, Severity, Span};
use crate::program::Program;
use crate::scope::Scope;
use crate::syntax::{self, tree::Expr};

/// Parses and checks an expression. All complaints come at once, in the order of the text.
///
/// There is a program if the text could be parsed and every name means something. Where types do
/// not fit, that is an error among the complaints, but the program is given: FEEL then evaluates
/// to null.
#[must_use]
pub fn compile(text: &str, scope: &Scope) -> (Option<Program>, Vec<Diagnostic>) {
    let (tree, diagnostics) = syntax::parse(text, scope);
    finish(&tree, diagnostics, scope, None)
}

/// Parses and checks unary tests (DMN 1.5, 10.3.2.13) on the value of `input`: `-`,
/// `"a", "b"`, `[1..5]`, `not(< 10)`, `? > 1 and ? < 5`. The program is true if a test passes.
/// Complaints point into `text`.
#[must_use]
pub fn compile_tests(text: &str, input: &Program, scope: &Scope) -> (Option<Program>, Vec<Diagnostic>) {
    let (tree, diagnostics) = syntax::parse_tests(text, scope);
    finish(&tree, diagnostics, scope, Some(input))
}

fn finish(
    tree: &Expr,
    diagnostics: Vec<Diagnostic>,
    scope: &Scope,
    input: Option<&Program>,
) -> (Option<Program>, Vec<Diagnostic>) {
    let parsed = diagnostics.iter().all(|diagnostic| diagnostic.severity < Severity::Error);
    let mut checker = Checker::new(scope);
    if let Some(input) = input {
        checker.bind_input(input.ty().clone());
    }
    let (code, ty) = checker.check(tree);
    let diagnostics = decisive(Diagnostic::in_order(diagnostics.into_iter().chain(checker.diagnostics)));
    let code = match input {
        Some(input) => Code::Let(Box::new([input.shared(), code])),
        None => code,
    };
    ((parsed && checker.resolved).then(|| Program::new(code, ty)), diagnostics)
}

/// Without complaints that the page lacks a form in which something else is wrong: what the form
/// is may be a consequence of that, as the types of operands are.
fn decisive(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let lacking = |it: &Diagnostic| matches!(it.problem, Problem::NotOnPage { .. });
    let wrong: Vec<Span> = diagnostics
        .iter()
        .filter(|it| it.severity == Severity::Error && !lacking(it))
        .map(|it| it.span)
        .collect();
    let holds = |outer: Span| wrong.iter().any(|it| outer.start <= it.start && it.end <= outer.end);
    diagnostics.into_iter().filter(|it| !lacking(it) || !holds(it.span)).collect()
}
