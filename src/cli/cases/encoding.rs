//! The encoding of conformance cases: a value is `null` or an object with its type as the only
//! key, such as `{"number": "1.5"}`; a type is a FEEL name or an object.

use std::rc::Rc;

use feel::{Context, Function, Scope, Type, Value, compile};
use serde_json::{Map, Value as Json, json};

/// An entry, or null.
pub(super) fn at<'j>(json: &'j Json, key: &str) -> &'j Json {
    json.get(key).unwrap_or(&Json::Null)
}

/// A text, or nothing.
pub(super) fn text(json: &Json) -> &str {
    json.as_str().unwrap_or("")
}

/// The entries of an object, in order.
pub(super) fn entries(json: &Json) -> impl Iterator<Item = (&str, &Json)> {
    json.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

/// Reads a value.
pub(super) fn decode(json: &Json) -> Result<Value, String> {
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

/// Writes a value.
pub(super) fn encode(value: &Value) -> Json {
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

/// Reads a type, by FEEL name or as an object.
pub(super) fn decode_type(json: &Json, scope: &Scope) -> Type {
    if let Some(name) = json.as_str() {
        // FEEL has no name for it; DMN has.
        if name == "context" {
            return Type::Context(Rc::new([]));
        }
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

/// Reads ordinary JSON as a FEEL value: objects are contexts, numbers are exact as far as they
/// are written with at most 15 digits. Texts stay strings.
pub fn decode_plain(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::Boolean(*value),
        Json::Number(number) => number.to_string().parse().map_or(Value::Null, Value::Number),
        Json::String(text) => Value::string(text),
        Json::Array(items) => Value::List(items.iter().map(decode_plain).collect()),
        Json::Object(entries) => {
            let decoded = entries.iter().map(|(name, value)| (Rc::from(name.as_str()), decode_plain(value)));
            Value::Context(Context::new(decoded.collect()))
        }
    }
}
