//! Evaluating conformance cases: one JSON object a line in, one out.
//!
//! A case has its inputs with types, definitions to evaluate first, and an expression or a
//! decision table. The result is `{"id", "value"}` or `{"id", "error"}`.

mod allowed;
mod encoding;
mod table;

use feel::{DateTime, Diagnostic, Lang, Program, Scope, Type, Value, compile, describe};
use serde_json::{Value as Json, json};

pub use encoding::decode_plain;
use encoding::{at, decode, decode_type, encode, entries, text};
use table::table;

/// The answer to one line; `now` is the moment that `now()` gives.
pub fn answer(line: &str, now: &DateTime) -> Json {
    let case: Json = match serde_json::from_str(line) {
        Ok(case) => case,
        Err(error) => return json!({ "id": null, "error": error.to_string() }),
    };
    match evaluate(&case, now) {
        Ok(value) => json!({ "id": at(&case, "id"), "value": encode(&value) }),
        Err(error) => json!({ "id": at(&case, "id"), "error": error }),
    }
}

/// The names a case has, with their values in the order of their slots.
struct World {
    scope: Scope,
    env: Vec<Value>,
}

impl World {
    fn new(now: &DateTime) -> World {
        let mut scope = Scope::extended();
        scope.set_now(now.clone());
        World { scope, env: Vec::new() }
    }

    fn set(&mut self, name: &str, ty: Type, value: Value) {
        let slot = self.scope.declare(name, ty);
        self.env.resize(self.env.len().max(slot.index() + 1), Value::Null);
        if let Some(place) = self.env.get_mut(slot.index()) {
            *place = value;
        }
    }

    fn program(&self, text: &str) -> Result<Program, String> {
        let (program, diagnostics) = compile(text, &self.scope);
        program.ok_or_else(|| words(&diagnostics))
    }

    fn eval(&self, text: &str) -> Result<Value, String> {
        self.program(text)?.try_eval(&self.env).map_err(|limit| limit.to_string())
    }
}

/// Complaints in one line.
fn words(diagnostics: &[Diagnostic]) -> String {
    let one = |it: &Diagnostic| format!("{} {}", it.problem.code(), describe(&it.problem, Lang::En).message);
    diagnostics.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn evaluate(case: &Json, now: &DateTime) -> Result<Value, String> {
    let mut world = World::new(now);
    for (name, ty) in entries(at(case, "types")) {
        let ty = decode_type(ty, &world.scope);
        world.scope.define_type(name, ty);
    }
    for (name, value) in entries(at(case, "context")) {
        let declared = at(at(case, "input_types"), name);
        let ty = decode_type(declared, &world.scope);
        // What its type does not allow is not bound (10.3.2.9.4, 7.3.3).
        let value = decode(value)?.fit(&ty);
        let value = if allowed::allows(declared, &value) { value } else { Value::Null };
        world.set(name, ty, value);
    }
    for definition in at(case, "defs").as_array().into_iter().flatten() {
        define(&mut world, definition)?;
    }
    if at(case, "rules").is_array() { table(&world, case) } else { world.eval(text(at(case, "expression"))) }
}

fn define(world: &mut World, definition: &Json) -> Result<(), String> {
    let ty = decode_type(at(definition, "type"), &world.scope);
    let expression = text(at(definition, "expression"));
    if at(definition, "kind") != "function" {
        let value = world.eval(expression)?.fit(&ty);
        world.set(text(at(definition, "name")), ty, value);
        return Ok(());
    }
    let mut params = Vec::new();
    for (index, param) in at(definition, "params").as_array().into_iter().flatten().enumerate() {
        // Item types are named so that they can be written down as FEEL.
        let alias = format!("{} parameter {index}", text(at(definition, "name")));
        let ty = decode_type(at(param, "type"), &world.scope);
        world.scope.define_type(&alias, ty);
        params.push(format!("{}: {alias}", text(at(param, "name"))));
    }
    let function = world.eval(&format!("function({}) {expression}", params.join(", ")))?;
    let function = match function {
        Value::Function(function) => Value::Function(function.with_result(ty.clone())),
        other => other,
    };
    world.set(text(at(definition, "name")), Type::Any, function);
    Ok(())
}
