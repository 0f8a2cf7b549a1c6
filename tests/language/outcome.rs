//! One case of the expression language, evaluated alike here and in wasm: this file is a module of
//! both sides.

use feel::{Diagnostic, Function, Limit, Problem, Program, Scope, Span, Type, Value, compile};

/// What is declared for a case: name, type and value, the latter two as FEEL texts. A type may be
/// a list of options (`"a" | "b"`), and the value `?` is unknown.
pub type Variable = (String, String, String);

/// Complaints about an expression, and its value if it has one; or words for a variable whose type
/// or value cannot be read.
pub type Outcome = Result<(Vec<Diagnostic>, Option<Value>), String>;

/// Evaluates an expression; `empty` makes the scopes.
pub fn outcome(empty: fn() -> Scope, variables: &[Variable], text: &str) -> Outcome {
    let values = variables.iter().map(|(.., value)| value_of(empty(), value));
    let values = values.collect::<Result<Vec<Value>, String>>()?;
    let (program, mut complaints) = compile(text, &declared(empty, variables)?);
    let value = match program.map(|program| program.try_eval(&values)) {
        Some(Err(Limit)) => {
            complaints.push(Diagnostic::error(Span::default(), Problem::Limit));
            None
        }
        result => result.and_then(Result::ok),
    };
    Ok((complaints, value))
}

/// The scope in which an expression is read.
///
/// # Errors
/// Words for a type that cannot be read.
pub fn declared(empty: fn() -> Scope, variables: &[Variable]) -> Result<Scope, String> {
    let mut scope = empty();
    for (name, ty, _) in variables {
        scope.declare(name, type_of(empty(), ty)?);
    }
    Ok(scope)
}

/// An outcome as one text: codes and places of complaints, and the value.
pub fn shown(outcome: &Outcome) -> String {
    let complaint = |it: &Diagnostic| format!("{} at {}..{}", it.problem.code(), it.span.start, it.span.end);
    match outcome {
        Ok((complaints, value)) => {
            let complaints: Vec<String> = complaints.iter().map(complaint).collect();
            format!("{} {value:?}", complaints.join(", "))
        }
        Err(words) => words.clone(),
    }
}

/// The program whose value a variable has; `?` in it is unknown.
///
/// # Errors
/// Words for a text that is none.
pub fn program_of(mut scope: Scope, text: &str) -> Result<Program, String> {
    scope.declare("?", Type::Any);
    let (program, complaints) = compile(text, &scope);
    program.ok_or_else(|| format!("{text}: {complaints:?}"))
}

fn value_of(scope: Scope, text: &str) -> Result<Value, String> {
    program_of(scope, text).map(|program| program.eval(&[]))
}

/// The language knows how types are written: as those of parameters.
fn type_of(scope: Scope, text: &str) -> Result<Type, String> {
    if text.starts_with('"') {
        return Ok(Type::choice(text.split(" | ").map(|option| option.trim_matches('"'))));
    }
    match value_of(scope, &format!("function(it: {text}) it"))? {
        Value::Function(Function::User(closure)) => {
            Ok(closure.params.first().map_or(Type::Any, |(_, ty)| ty.clone()))
        }
        other => Err(format!("{text} is no type but {other}")),
    }
}
