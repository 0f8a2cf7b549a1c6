//! A text that was checked, ready to be evaluated any number of times.
use crate::check::Checker;
use crate::code::Code;
use crate::diagnostic::{Diagnostic, Severity};
use crate::run::{self, Machine};
use crate::scope::{Scope, Slot};
use crate::syntax::{self, tree::Expr};
use crate::types::Type;
use crate::value::Value;
use std::rc::Rc;

/// A checked expression.
#[derive(Clone, Debug)]
pub struct Program {
    code: Rc<Code>,
    ty: Type,
    slots: Rc<[Slot]>,
}

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
        checker.bind_input(input.ty.clone());
    }
    let (code, ty) = checker.check(tree);
    let diagnostics = Diagnostic::in_order(diagnostics.into_iter().chain(checker.diagnostics));
    let code = match input {
        Some(input) => Code::Let(Box::new([Code::Shared(input.code.clone()), code])),
        None => code,
    };
    let slots = code.slots();
    let program = Program { code: Rc::new(code), ty, slots: slots.into_vec().into() };
    ((parsed && checker.resolved).then_some(program), diagnostics)
}

impl Program {
    /// The value, given those of the declared variables by [`Slot::index`]; a missing one is
    /// unknown. Never fails: FEEL's errors are null.
    #[must_use]
    pub fn eval(&self, env: &[Value]) -> Value {
        Machine::new(env).run(&self.code)
    }

    /// The type of the value, as far as it is known.
    #[must_use]
    pub fn ty(&self) -> &Type {
        &self.ty
    }

    /// Every variable read, sorted, without duplicates.
    #[must_use]
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The unknown variables that can still change an unknown result, sorted; empty when the
    /// result is not unknown. Parts that are decided, or cut off by a decided operand, do not count.
    #[must_use]
    pub fn blockers(&self, env: &[Value]) -> Vec<Slot> {
        run::blockers(&self.code, env)
    }
}
