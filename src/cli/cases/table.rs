//! Decision tables of conformance cases, by their hit policies.

use std::rc::Rc;

use feel::{Context, Scope, Type, Value, compile_tests};
use serde_json::Value as Json;

use super::encoding::{at, text};
use super::{World, words};

/// A decision table (DMN 1.5, 8.3.3), by its hit policy.
pub(super) fn table(world: &World, case: &Json) -> Result<Value, String> {
    let outputs = list(at(case, "outputs"));
    let row = |cells: &[Value]| match (outputs.as_slice(), cells) {
        ([_], [cell]) => cell.clone(),
        _ => {
            let names = outputs.iter().map(|output| Rc::from(text(at(output, "name"))));
            Value::Context(Context::new(names.zip(cells.iter().cloned()).collect()))
        }
    };
    let mut hits = hits(world, case)?;
    let policy = at(case, "hitPolicy").as_str().unwrap_or("UNIQUE");
    if policy == "PRIORITY" || policy == "OUTPUT ORDER" {
        hits.sort_by_key(|cells| rank(world, &outputs, cells));
    }
    if hits.is_empty() {
        let default =
            |output: &Json| at(output, "default").as_str().map_or(Ok(Value::Null), |text| world.eval(text));
        let defaults = outputs.iter().map(default).collect::<Result<Vec<_>, String>>()?;
        let none = defaults.iter().all(|value| *value == Value::Null);
        return Ok(if none { Value::Null } else { row(&defaults) });
    }
    let rows: Vec<Value> = hits.iter().map(|cells| row(cells)).collect();
    let first = rows.first().cloned().unwrap_or(Value::Null);
    match policy {
        "UNIQUE" if rows.len() > 1 => Err("several rules of a unique table fire".into()),
        "ANY" if rows.iter().any(|other| *other != first) => Err("rules of an any table differ".into()),
        "UNIQUE" | "ANY" | "FIRST" | "PRIORITY" => Ok(first),
        _ => aggregate(at(case, "aggregation").as_str(), rows),
    }
}

/// The output cells of the rules that fire, in the order of the table.
fn hits(world: &World, case: &Json) -> Result<Vec<Vec<Value>>, String> {
    let inputs = list(at(case, "inputs"));
    let mut hits = Vec::new();
    for rule in list(at(case, "rules")) {
        let mut hit = true;
        for (input, test) in inputs.iter().zip(list(at(&rule, "tests"))) {
            // Where values are allowed, a dash stands for them (10.3.2.10).
            let test = match (text(&test).trim(), at(input, "allowed").as_str()) {
                ("-", Some(allowed)) => allowed,
                (test, _) => test,
            };
            let input = world.program(text(at(input, "expr")))?;
            let (program, diagnostics) = compile_tests(test, &input, &world.scope);
            let program = program.ok_or_else(|| words(&diagnostics))?;
            hit &= program.eval(&world.env) == Value::Boolean(true);
        }
        if hit {
            let cells = list(at(&rule, "outputs"));
            hits.push(cells.iter().map(|cell| world.eval(text(cell))).collect::<Result<Vec<_>, _>>()?);
        }
    }
    Ok(hits)
}

/// Place of a row in the order of the output values, most important column first.
fn rank(world: &World, outputs: &[Json], cells: &[Value]) -> Vec<usize> {
    let place = |(output, cell): (&Json, &Value)| {
        let values = world.eval(&format!("[{}]", at(output, "values").as_str().unwrap_or("")));
        let Ok(Value::List(values)) = values else { return usize::MAX };
        values.iter().position(|value| value == cell).unwrap_or(usize::MAX)
    };
    outputs.iter().zip(cells).map(place).collect()
}

fn aggregate(aggregation: Option<&str>, rows: Vec<Value>) -> Result<Value, String> {
    let function = match aggregation {
        None => return Ok(Value::List(rows.into())),
        Some("SUM") => "sum",
        Some("MIN") => "min",
        Some("MAX") => "max",
        _ => "count",
    };
    let mut world = World { scope: Scope::extended(), env: Vec::new() };
    world.set("rows", Type::Any, Value::List(rows.into()));
    world.eval(&format!("{function}(rows)"))
}

fn list(json: &Json) -> Vec<Json> {
    json.as_array().cloned().unwrap_or_default()
}
