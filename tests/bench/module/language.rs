//! Worlds, programs and results by number, in the order in which they were made.

use std::cell::RefCell;

use feel::{Program, Value};

use crate::{leave, taken};

#[cfg(feature = "full")]
type Scope = feel::Scope;
/// Code knows its variables by number.
#[cfg(not(feature = "full"))]
type Scope = ();

/// What was made so far.
struct Made {
    worlds: Vec<(Scope, Vec<Value>)>,
    programs: Vec<Program>,
    result: Value,
}

thread_local! {
    static MADE: RefCell<Made> =
        const { RefCell::new(Made { worlds: Vec::new(), programs: Vec::new(), result: Value::Null }) };
}

#[cfg(feature = "full")]
fn read(text: &str, scope: &Scope) -> Option<Program> {
    feel::compile(text, scope).0
}

#[cfg(not(feature = "full"))]
fn read(text: &str, (): &Scope) -> Option<Program> {
    Program::decode(text)
}

/// The names of a context.
#[cfg(feature = "full")]
fn scope(value: &Value) -> Scope {
    let mut scope = Scope::extended();
    if let Value::Context(context) = value {
        for (name, value) in context.iter() {
            scope.declare(name, value.ty());
        }
    }
    scope
}

#[cfg(not(feature = "full"))]
fn scope(_: &Value) -> Scope {}

/// The values of a context, or of a list where there are no names; null may mean unknown.
fn values(value: &Value, unknown: bool) -> Option<Vec<Value>> {
    let given = |value: &Value| match value {
        Value::Null if unknown => Value::Unknown,
        value => value.clone(),
    };
    match value {
        #[cfg(feature = "full")]
        Value::Context(context) => Some(context.iter().map(|(_, value)| given(value)).collect()),
        Value::List(items) => Some(items.iter().map(given).collect()),
        _ => None,
    }
}

/// A world of the names and values of the text left: a context, or a list for code; with
/// `unknown`, null in it means not known. Its number, or -1.
#[unsafe(no_mangle)]
pub extern "C" fn world(unknown: bool) -> i32 {
    let given = read(&taken(), &scope(&Value::Null)).map(|program| program.eval(&[]));
    let Some((given, values)) = given.and_then(|given| values(&given, unknown).map(|it| (given, it))) else {
        return -1;
    };
    MADE.with_borrow_mut(|made| {
        made.worlds.push((scope(&given), values));
        made.worlds.len() as i32 - 1
    })
}

/// The number of a program of the text left, or -1.
#[unsafe(no_mangle)]
pub extern "C" fn program(world: usize) -> i32 {
    MADE.with_borrow_mut(|made| {
        let scope = made.worlds.get(world).map(|(scope, _)| scope);
        match scope.and_then(|scope| read(&taken(), scope)) {
            Some(program) => made.programs.push(program),
            None => return -1,
        }
        made.programs.len() as i32 - 1
    })
}

/// Forgets the programs.
#[unsafe(no_mangle)]
pub extern "C" fn forget() {
    MADE.with_borrow_mut(|made| made.programs.clear());
}

/// Evaluates and keeps the result; whether it is true.
#[unsafe(no_mangle)]
pub extern "C" fn eval(program: usize, world: usize) -> bool {
    MADE.with_borrow_mut(|made| {
        if let (Some(program), Some((_, values))) = (made.programs.get(program), made.worlds.get(world)) {
            made.result = program.eval(values);
        }
        made.result == Value::Boolean(true)
    })
}

/// Leaves the last result as text; its length in bytes.
#[unsafe(no_mangle)]
pub extern "C" fn show() -> usize {
    leave(MADE.with_borrow(|made| made.result.to_string()))
}
