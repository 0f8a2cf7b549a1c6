//! Allowed values of item definitions (DMN 1.5, 7.3.3): unary tests on a value, its items or its
//! entries.

use feel::{Scope, Type, Value, compile, compile_tests};
use serde_json::Value as Json;

use super::encoding::{at, entries};

/// Whether a value is one that its type allows; null always is.
pub(super) fn allows(ty: &Json, value: &Value) -> bool {
    match (ty.get("base"), ty.get("list"), value) {
        (_, _, Value::Null) => true,
        (Some(base), ..) => {
            let tests = ["allowed", "constraint"].map(|key| at(ty, key).as_str());
            allows(base, value) && tests.into_iter().flatten().all(|tests| passes(tests, value))
        }
        (_, Some(item), Value::List(items)) => items.iter().all(|value| allows(item, value)),
        (_, Some(item), value) => allows(item, value),
        (None, None, Value::Context(context)) => {
            let entry = |(name, ty): (&str, &Json)| context.get(name).is_none_or(|value| allows(ty, value));
            entries(at(ty, "context")).all(entry)
        }
        _ => true,
    }
}

/// Whether a value passes unary tests that name nothing.
fn passes(tests: &str, value: &Value) -> bool {
    let mut scope = Scope::extended();
    scope.declare("value", Type::Any);
    let (Some(input), _) = compile("value", &scope) else { return false };
    let (program, _) = compile_tests(tests, &input, &scope);
    let found = program.map(|program| program.eval(std::slice::from_ref(value)));
    found == Some(Value::Boolean(true))
}

#[cfg(test)]
mod tests {
    use super::allows;
    use feel::{Context, Value};
    use serde_json::json;

    #[test]
    fn a_value_its_items_and_its_entries() {
        let small = json!({ "base": "number", "allowed": "[0..9]" });
        let list = json!({ "base": { "list": small.clone() }, "constraint": "count(?) < 3" });
        let context = json!({ "context": { "a": small.clone() } });
        let entry = |value: i64| Value::Context(Context::new(vec![("a".into(), value.into())]));
        for (ty, value, allowed) in [
            (&small, 9.into(), true),
            (&small, 10.into(), false),
            (&small, Value::Null, true),
            (&list, Value::list(vec![1.into(), 2.into()]), true),
            (&list, Value::list(vec![1.into(), 20.into()]), false),
            (&list, Value::list(vec![1.into(), 2.into(), 3.into()]), false),
            (&context, entry(1), true),
            (&context, entry(10), false),
        ] {
            assert_eq!(allows(ty, &value), allowed, "{ty} {value}");
        }
    }
}
