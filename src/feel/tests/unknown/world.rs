//! The variables of the generated expressions, the values each may turn out to have, and all ways
//! to complete what is partly unknown.
use feel::{Context, Scope, Type, Value, compile};
use std::rc::Rc;

/// A variable: name, type, and its values, null among them.
pub type Variable = (&'static str, Type, Vec<Value>);

fn at(text: &str) -> Value {
    Value::temporal(text).unwrap_or(Value::Null)
}

fn context(entries: &[(&str, Value)]) -> Value {
    Value::Context(Context::new(
        entries.iter().map(|(name, value)| ((*name).into(), value.clone())).collect(),
    ))
}

fn range(text: &str) -> Value {
    compile(text, &Scope::new()).0.map_or(Value::Null, |program| program.eval(&[]))
}

/// Variables of every type. Some are declared with it and some as anything, for the checker
/// decides by types what may be cut short.
pub fn variables() -> Vec<Variable> {
    let text = Value::string;
    let numbers = Type::list(Type::Number);
    vec![
        ("p", Type::Boolean, vec![true.into(), false.into(), Value::Null]),
        ("q", Type::Any, vec![true.into(), false.into(), Value::Null, 1.into()]),
        ("n", Type::Number, vec![0.into(), 2.into(), Value::Null]),
        ("m", Type::Any, vec![1.into(), 2.into(), Value::Null, text("a")]),
        ("s", Type::String, vec![text("a"), text("b"), Value::Null]),
        ("o", Type::choice(["a", "b"]), vec![text("a"), text("b"), Value::Null]),
        ("l", numbers, vec![Value::list(vec![1.into(), 2.into()]), Value::list(vec![]), Value::Null]),
        (
            "k",
            Type::Any,
            vec![
                Value::list(vec![Value::Null, true.into()]),
                Value::list(vec![2.into()]),
                2.into(),
                Value::Null,
            ],
        ),
        (
            "c",
            Type::Any,
            vec![context(&[("a", 2.into()), ("b", text("a"))]), context(&[("b", Value::Null)]), Value::Null],
        ),
        ("d", Type::Date, vec![at("2026-01-31"), at("2026-02-28"), Value::Null]),
        ("u", Type::DaysDuration, vec![at("P1D"), at("-PT1H"), Value::Null]),
        ("r", Type::Any, vec![range("[0..2)"), range("[\"a\"..\"b\"]"), Value::Null]),
    ]
}

/// Values that are known in part, for the variables where that is possible.
pub fn partial(name: &str) -> Vec<Value> {
    match name {
        "l" => vec![Value::list(vec![Value::Unknown, 2.into()]), Value::list(vec![Value::Unknown])],
        "k" => vec![Value::list(vec![Value::Unknown]), Value::list(vec![Value::list(vec![Value::Unknown])])],
        "c" => vec![context(&[("a", Value::Unknown), ("b", text_a())])],
        _ => vec![],
    }
}

fn text_a() -> Value {
    Value::string("a")
}

pub fn scope() -> Scope {
    let mut scope = Scope::extended();
    for (name, ty, _) in variables() {
        scope.declare(name, ty);
    }
    scope
}

/// All ways to complete a value; `values` are those that a value unknown as a whole may have.
pub fn completions(value: &Value, values: &[Value]) -> Vec<Value> {
    let inner = [0.into(), 2.into(), Value::Null];
    match value {
        Value::Unknown => values.to_vec(),
        Value::List(items) => {
            let items: Vec<Vec<Value>> = items.iter().map(|item| completions(item, &inner)).collect();
            product(&items).into_iter().map(Value::list).collect()
        }
        Value::Context(entries) => {
            let all: Vec<Vec<Value>> = entries.iter().map(|(_, value)| completions(value, &inner)).collect();
            let names = || entries.iter().map(|(name, _)| Rc::from(name));
            let complete = |values: Vec<Value>| Value::Context(Context::new(names().zip(values).collect()));
            product(&all).into_iter().map(complete).collect()
        }
        other => vec![other.clone()],
    }
}

/// One of each, in all ways.
pub fn product(choices: &[Vec<Value>]) -> Vec<Vec<Value>> {
    choices.iter().fold(vec![vec![]], |all, values| {
        all.iter()
            .flat_map(|some| values.iter().map(|value| [&**some, std::slice::from_ref(value)].concat()))
            .collect()
    })
}
