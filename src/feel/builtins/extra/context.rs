//! Context functions (10.3.4.6).
use crate::builtins::table::{Run, table};
use crate::run::Machine;
use crate::value::{Context, Value};

table! {
    "get value"("m": Context Required, "key": String Required) -> Any, Items, Run::Plain(get),
        "the value of an entry", "get value({a: 1}, \"a\") = 1";
    "get entries"("m": Context Required) -> Contexts, Items, Run::Plain(entries),
        "all entries as key and value", "get entries({a: 1})[1].key = \"a\"";
    "context"("entries": Contexts Required) -> Context, Items, Run::Machine(context),
        "a context of entries with key and value", "context([{key: \"a\", value: 1}]).a = 1";
    "context put"("context": Context Required, "keys": Strings Required, "value": Any Required) -> Context, Items,
        Run::Plain(put), "a context with an entry set, found by its path", "context put({}, [\"a\"], 2).a = 2";
    "context put"("context": Context Required, "key": String Required, "value": Any Required) -> Context, Items,
        Run::Plain(put), "a context with an entry set", "context put({a: 1}, \"b\", 2).b = 2";
    "context merge"("contexts": Contexts Required) -> Context, Items, Run::Machine(merge),
        "the entries of all contexts, later ones before earlier ones", "context merge([{a: 1}, {a: 2}]).a = 2";
}

fn get(arguments: &[Value]) -> Value {
    match arguments {
        [Value::Context(context), Value::String(key)] => context.get(key).cloned().into(),
        _ => Value::Null,
    }
}

fn entries(arguments: &[Value]) -> Value {
    let [Value::Context(context)] = arguments else { return Value::Null };
    let entry = |(key, value): (&str, &Value)| {
        Value::Context(Context::new(vec![
            ("key".into(), Value::string(key)),
            ("value".into(), value.clone()),
        ]))
    };
    Value::List(context.iter().map(entry).collect())
}

fn context(machine: &mut Machine<'_>, arguments: &[Value]) -> Value {
    let [Value::List(entries)] = arguments else { return Value::Null };
    let mut context = Context::default();
    for entry in entries.iter() {
        let entry = match entry {
            Value::Context(entry) => entry,
            Value::Unknown => return Value::Unknown,
            _ => return Value::Null,
        };
        if !machine.spend(context.len()) {
            return Value::Null;
        }
        match (entry.get("key"), entry.get("value")) {
            (Some(Value::Unknown), Some(_)) => return Value::Unknown,
            (Some(Value::String(key)), Some(value)) if context.get(key).is_none() => {
                context = context.with(key, value.clone());
            }
            _ => return Value::Null,
        }
    }
    Value::Context(context)
}

fn put(arguments: &[Value]) -> Value {
    match arguments {
        [Value::Context(context), Value::String(key), value] => {
            Value::Context(context.with(key, value.clone()))
        }
        [Value::Context(context), Value::List(keys), value] => put_path(context, keys, value).into(),
        _ => Value::Null,
    }
}

fn put_path(context: &Context, keys: &[Value], value: &Value) -> Option<Value> {
    let (key, inner) = keys.split_first()?;
    let key = match key {
        Value::String(key) => key,
        Value::Unknown => return Some(Value::Unknown),
        _ => return None,
    };
    if inner.is_empty() {
        return Some(Value::Context(context.with(key, value.clone())));
    }
    match context.get(key) {
        // Unknown inside may turn out to make the whole null.
        Some(Value::Context(old)) => match put_path(old, inner, value)? {
            Value::Unknown => Some(Value::Unknown),
            new => Some(Value::Context(context.with(key, new))),
        },
        Some(Value::Unknown) => Some(Value::Unknown),
        _ => None,
    }
}

fn merge(machine: &mut Machine<'_>, arguments: &[Value]) -> Value {
    let [Value::List(contexts)] = arguments else { return Value::Null };
    let mut merged = Context::default();
    for context in contexts.iter() {
        match context {
            Value::Context(context) => {
                if !machine.spend(context.len().saturating_mul(merged.len())) {
                    return Value::Null;
                }
                merged =
                    context.iter().fold(merged, |merged, (name, value)| merged.with(name, value.clone()));
            }
            Value::Unknown => return Value::Unknown,
            _ => return Value::Null,
        }
    }
    Value::Context(merged)
}
