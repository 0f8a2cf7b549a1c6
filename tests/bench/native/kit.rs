//! Conformance cases of the reading beside the project, as FEEL texts.

use std::fs;

use serde_json::{Map, Value as Json};

use crate::{Case, Inputs, Set, root};

/// What a case may need beyond an expression and its inputs; such cases are left out.
const BEYOND: [&str; 3] = ["defs", "types", "rules"];

/// The literal expressions of the kit, each with inputs of its own.
pub fn set() -> Option<Set> {
    let path = root().join("../shared/feel/cases-literal.jsonl");
    let Ok(lines) = fs::read_to_string(&path) else {
        eprintln!("skipped the conformance cases: {} is not here", path.display());
        return None;
    };
    let mut set = Set { name: "kit", inputs: Vec::new(), half: None, cases: Vec::new() };
    for line in lines.lines() {
        let json: Json = serde_json::from_str(line).unwrap_or_default();
        let expected = json.get("expected").map(literal).unwrap_or_default();
        let alone = BEYOND.iter().all(|key| json.get(key).is_none());
        if !alone || expected.is_empty() {
            continue;
        }
        let word = |key: &str| json.get(key).and_then(Json::as_str).unwrap_or_default().to_owned();
        let inputs = json.get("context").and_then(Json::as_object);
        set.cases.push(Case {
            name: word("id"),
            text: word("expression"),
            inputs: set.inputs.len(),
            expected,
        });
        set.inputs.push(entries(inputs));
    }
    Some(set)
}

/// A value of the cases' encoding as FEEL; empty for an expected error.
fn literal(json: &Json) -> String {
    let Some((kind, inner)) = json.as_object().and_then(|object| object.iter().next()) else {
        return "null".to_owned();
    };
    let text = inner.as_str().unwrap_or_default();
    match kind.as_str() {
        "error" => String::new(),
        "boolean" => inner.to_string(),
        "number" => text.to_owned(),
        "string" => quoted(text),
        "list" => {
            let items: Vec<String> = inner.as_array().into_iter().flatten().map(literal).collect();
            format!("[{}]", items.join(", "))
        }
        "context" => entries(inner.as_object()).context(),
        // Dates, times and durations are read by the function of that name.
        function => format!("{function}({})", quoted(text)),
    }
}

fn entries(object: Option<&Map<String, Json>>) -> Inputs {
    Inputs(object.into_iter().flatten().map(|(name, value)| (name.clone(), literal(value))).collect())
}

/// A FEEL string literal; its escapes are JSON's.
pub(crate) fn quoted(text: &str) -> String {
    Json::from(text).to_string()
}
