//! Evaluates conformance cases, one JSON object a line from a file, and prints one line each:
//! `{"id", "value"}` or `{"id", "error"}`. The encoding: a value is `null` or an object with its
//! type as the only key, `{"number": "1.5"}`.
use feel::{Context, Diagnostic, Function, Program, Scope, Type, Value, compile, compile_tests};
use serde_json::{Map, Value as Json, json};
use std::io::{BufRead, Write};
use std::rc::Rc;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: kit CASES.jsonl")?;
    let mut out = std::io::BufWriter::new(std::io::stdout());
    for line in std::io::BufReader::new(std::fs::File::open(path)?).lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let case: Json = serde_json::from_str(&line)?;
        let answer = match evaluate(&case) {
            Ok(value) => json!({"id": at(&case, "id"), "value": encode(&value)}),
            Err(error) => json!({"id": at(&case, "id"), "error": error}),
        };
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

/// The names a case has, with their values in the order of their slots.
struct World {
    scope: Scope,
    env: Vec<Value>,
}

impl World {
    fn set(&mut self, name: &str, ty: Type, value: Value) {
        let slot = self.scope.declare(name, ty);
        self.env.resize(self.env.len().max(slot.index() + 1), Value::Null);
        if let Some(place) = self.env.get_mut(slot.index()) {
            *place = value;
        }
    }

    fn program(&self, text: &str) -> Result<Program, String> {
        let (program, diagnostics) = compile(text, &self.scope);
        program.ok_or_else(|| codes(&diagnostics))
    }

    fn eval(&self, text: &str) -> Result<Value, String> {
        self.program(text).map(|program| program.eval(&self.env))
    }
}

fn codes(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(|d| format!("{} {:?}", d.problem.code(), d.problem)).collect::<Vec<_>>().join("; ")
}

fn evaluate(case: &Json) -> Result<Value, String> {
    let mut world = World { scope: Scope::extended(), env: Vec::new() };
    for (name, ty) in entries(at(case, "types")) {
        let ty = decode_type(ty, &world.scope);
        world.scope.define_type(name, ty);
    }
    for (name, value) in entries(at(case, "context")) {
        let ty = decode_type(at(at(case, "input_types"), name), &world.scope);
        world.set(name, ty, decode(value)?);
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
        let value = world.eval(expression)?;
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

/// A decision table (DMN 1.5, 8.3.3), by its hit policy.
fn table(world: &World, case: &Json) -> Result<Value, String> {
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
            let input = world.program(text(at(input, "expr")))?;
            let (program, diagnostics) = compile_tests(text(&test), &input, &world.scope);
            let program = program.ok_or_else(|| codes(&diagnostics))?;
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

/// An entry, or null.
fn at<'j>(json: &'j Json, key: &str) -> &'j Json {
    json.get(key).unwrap_or(&Json::Null)
}

fn text(json: &Json) -> &str {
    json.as_str().unwrap_or("")
}

fn entries(json: &Json) -> impl Iterator<Item = (&str, &Json)> {
    json.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

fn decode(json: &Json) -> Result<Value, String> {
    let Some((kind, inner)) = entries(json).next() else { return Ok(Value::Null) };
    let bad = |_| format!("cannot read {json}");
    Ok(match kind {
        "number" => Value::Number(text(inner).parse().map_err(|_| format!("cannot read {json}"))?),
        "string" => Value::string(text(inner)),
        "boolean" => Value::Boolean(inner.as_bool().unwrap_or(false)),
        "date" => Value::Date(text(inner).parse().map_err(bad)?),
        "time" => Value::Time(text(inner).parse().map_err(bad)?),
        "date and time" => Value::from(text(inner).parse::<feel::DateTime>().map_err(bad)?),
        "list" => Value::List(
            inner.as_array().into_iter().flatten().map(decode).collect::<Result<Vec<_>, _>>()?.into(),
        ),
        "context" => {
            let decoded = entries(inner).map(|(name, value)| Ok((Rc::from(name), decode(value)?)));
            Value::Context(Context::new(decoded.collect::<Result<Vec<_>, String>>()?))
        }
        _ => Value::temporal(text(inner)).ok_or_else(|| format!("cannot read {json}"))?,
    })
}

fn encode(value: &Value) -> Json {
    let (kind, inner) = match value {
        Value::Null => return Json::Null,
        Value::Boolean(value) => ("boolean", json!(value)),
        Value::Number(value) => ("number", json!(value.to_string())),
        Value::String(value) => ("string", json!(&**value)),
        Value::Date(value) => ("date", json!(value.to_string())),
        Value::Time(value) => ("time", json!(value.to_string())),
        Value::DateTime(value) => ("date and time", json!(value.to_string())),
        Value::DaysDuration(value) => ("duration", json!(value.to_string())),
        Value::YearsDuration(value) => ("duration", json!(value.to_string())),
        Value::List(items) => ("list", Json::Array(items.iter().map(encode).collect())),
        Value::Context(context) => (
            "context",
            Json::Object(context.iter().map(|(name, value)| (name.into(), encode(value))).collect()),
        ),
        Value::Range(_) | Value::Function(_) | Value::Unknown => ("other", json!(value.to_string())),
    };
    Json::Object(Map::from_iter([(kind.to_string(), inner)]))
}

fn decode_type(json: &Json, scope: &Scope) -> Type {
    if let Some(name) = json.as_str() {
        // The parser knows how types are written.
        let (program, _) = compile(&format!("function(x: {name}) x"), scope);
        return match program.map(|program| program.eval(&[])) {
            Some(Value::Function(Function::User(closure))) => {
                closure.params.first().map_or(Type::Any, |(_, ty)| ty.clone())
            }
            _ => Type::Any,
        };
    }
    let nested = |key: &str| decode_type(at(json, key), scope);
    match entries(json).next() {
        Some(("list", _)) => Type::list(nested("list")),
        Some(("context", inner)) => {
            Type::Context(entries(inner).map(|(name, ty)| (name.into(), decode_type(ty, scope))).collect())
        }
        Some(("function", params)) => {
            let params = params.as_array().into_iter().flatten().map(|ty| decode_type(ty, scope)).collect();
            Type::Function(params, Rc::new(nested("returns")))
        }
        Some((_, _)) if json.get("base").is_some() => nested("base"),
        _ => Type::Any,
    }
}
