//! Decision tables of conformance cases.

use feel::{Aggregation, Decision, HitPolicy, InputClause, Logic, OutputClause, Rule, Table, Value};
use serde_json::Value as Json;

use super::encoding::{at, text};
use super::{World, words};

/// The value of a decision table in the names of its case.
pub(super) fn table(world: &World, case: &Json) -> Result<Value, String> {
    let inputs = each(case, "inputs").map(|input| InputClause {
        expression: text(at(input, "expr")).into(),
        allowed: owned(at(input, "allowed")),
    });
    let outputs = each(case, "outputs").map(|output| {
        let [name, values, default] = ["name", "values", "default"].map(|key| owned(at(output, key)));
        OutputClause { name, values, default }
    });
    let rules = each(case, "rules").map(|rule| {
        let cells = |key| each(rule, key).map(|cell| text(cell).into()).collect();
        Rule { tests: cells("tests"), outputs: cells("outputs") }
    });
    let table = Table {
        policy: policy(case)?,
        inputs: inputs.collect(),
        outputs: outputs.collect(),
        rules: rules.collect(),
    };
    let (decision, complaints) = Decision::compile(&Logic::Table(table), &world.scope);
    let said = || words(&complaints.into_iter().map(|(_, it)| it).collect::<Vec<_>>());
    let decision = decision.ok_or_else(said)?;
    decision.program().try_eval(&world.env).map_err(|limit| limit.to_string())
}

fn policy(case: &Json) -> Result<HitPolicy, String> {
    let aggregation = match text(at(case, "aggregation")) {
        "" => None,
        "SUM" => Some(Aggregation::Sum),
        "MIN" => Some(Aggregation::Min),
        "MAX" => Some(Aggregation::Max),
        "COUNT" => Some(Aggregation::Count),
        other => return Err(format!("no aggregation {other}")),
    };
    Ok(match text(at(case, "hitPolicy")) {
        "" | "UNIQUE" => HitPolicy::Unique,
        "ANY" => HitPolicy::Any,
        "PRIORITY" => HitPolicy::Priority,
        "FIRST" => HitPolicy::First,
        "RULE ORDER" => HitPolicy::RuleOrder,
        "OUTPUT ORDER" => HitPolicy::OutputOrder,
        "COLLECT" => HitPolicy::Collect(aggregation),
        other => return Err(format!("no hit policy {other}")),
    })
}

fn each<'j>(json: &'j Json, key: &str) -> impl Iterator<Item = &'j Json> {
    at(json, key).as_array().into_iter().flatten()
}

fn owned(json: &Json) -> Option<String> {
    json.as_str().map(Into::into)
}
