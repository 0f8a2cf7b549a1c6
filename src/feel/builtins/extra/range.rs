//! Range functions (10.3.4.7, 10.3.4.9).
use crate::builtins;
use crate::builtins::table::{Run, table};
use crate::run::Machine;
use crate::scope::Scope;
use crate::syntax;
use crate::syntax::tree::{Arguments, Expr, Kind};
use crate::value::Value;
use crate::{ops, run};

table! {
    "range"("from": String Required) -> Range, Nothing, Run::Machine(range),
        "a range from a text", "3 in range(\"[1..5]\")";
}

/// The price of reading a byte.
const BYTE: usize = 16;

/// Reads `[1..5)` as FEEL is read: the bounds are literals and in order.
fn range(machine: &mut Machine<'_>, arguments: &[Value]) -> Value {
    let [Value::String(text)] = arguments else { return Value::Null };
    if !machine.spend(text.len().saturating_mul(BYTE)) {
        return Value::Null;
    }
    let (tree, complaints) = syntax::parse(text, &Scope::extended());
    let Kind::Range { bounds, start_included, end_included } = &tree.kind else { return Value::Null };
    let mut parsed = || {
        let [start, end] = &**bounds;
        let (start, end) = (constant(machine, start)?, constant(machine, end)?);
        let ordered = complaints.is_empty() && ops::order(&start, &end)?.is_le();
        ordered.then(|| run::range(start, end, *start_included, *end_included))
    };
    parsed().unwrap_or(Value::Null)
}

/// A literal, a number with its sign, or a temporal value made of a literal string.
fn constant(machine: &mut Machine<'_>, expr: &Expr) -> Option<Value> {
    match &expr.kind {
        Kind::Literal(value) => Some(value.clone()),
        Kind::Negate(operand) => constant(machine, operand).map(|value| ops::negate(&value)),
        Kind::Call(callee, Arguments::Positional(arguments)) => match (&callee.kind, &**arguments) {
            (Kind::Name(name), [Expr { kind: Kind::Literal(text @ Value::String(_)), .. }]) => {
                let of_text = ["date", "time", "date and time", "duration"].contains(&&**name);
                let row = builtins::rows(name).find(|row| of_text && row.takes(None, 1))?;
                match row.run {
                    Run::Plain(run) => Some(run(std::slice::from_ref(text))),
                    Run::Machine(run) => Some(run(machine, std::slice::from_ref(text))),
                    Run::Clock(_) => None,
                }
            }
            _ => None,
        },
        _ => None,
    }
}
