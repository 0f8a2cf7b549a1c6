//! Decisions: values with names that conditions use, such as “试用期上限”. The page does not read
//! them: where a decision is named, the code of the condition has its logic.

use feel::Aggregation;
pub use feel::HitPolicy;
use serde::{Serialize, Serializer};

use super::Citation;
use crate::tree::{Damage, Fields, FromTree, Tree, from_map};

/// A decision (DMN 1.5, 6.3.7).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Decision {
    /// Name in FEEL texts, unique among questions and decisions.
    pub name: String,
    /// What it is, for whoever maintains it.
    pub note: String,
    /// Articles it rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
    /// What it says.
    #[serde(flatten)]
    pub logic: Logic,
}

/// What a decision says.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Logic {
    /// A FEEL expression.
    Expression(String),
    /// A decision table.
    Table(Table),
}

/// A decision table with one output (DMN 1.5, 8.2). Every text is FEEL.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// What several rules that hit together mean.
    #[serde(serialize_with = "policy_word")]
    pub policy: HitPolicy,
    /// Input columns.
    pub inputs: Vec<Input>,
    /// Output values, the most important first: unary tests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub values: Option<String>,
    /// What it gives where no rule hits; else null.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// Rows.
    pub rules: Vec<Rule>,
}

/// An input column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Input {
    /// The input expression.
    pub expression: String,
    /// Unary tests of the values that are allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<String>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rule {
    /// Unary tests, one for each input.
    pub tests: Vec<String>,
    /// What it gives.
    pub output: String,
}

/// The hit policies in a bundle.
const POLICIES: [(&str, HitPolicy); 11] = [
    ("unique", HitPolicy::Unique),
    ("any", HitPolicy::Any),
    ("priority", HitPolicy::Priority),
    ("first", HitPolicy::First),
    ("rule_order", HitPolicy::RuleOrder),
    ("output_order", HitPolicy::OutputOrder),
    ("collect", HitPolicy::Collect(None)),
    ("sum", HitPolicy::Collect(Some(Aggregation::Sum))),
    ("min", HitPolicy::Collect(Some(Aggregation::Min))),
    ("max", HitPolicy::Collect(Some(Aggregation::Max))),
    ("count", HitPolicy::Collect(Some(Aggregation::Count))),
];

fn policy_word<S: Serializer>(policy: &HitPolicy, serializer: S) -> Result<S::Ok, S::Error> {
    let word = POLICIES.iter().find(|(_, known)| known == policy).map(|(word, _)| *word);
    serializer.serialize_str(word.unwrap_or_default())
}

impl FromTree for HitPolicy {
    fn from_tree(tree: Tree, key: Damage) -> Result<Self, Damage> {
        let word = String::from_tree(tree, key)?;
        POLICIES.iter().find(|(known, _)| *known == word).map(|(_, policy)| *policy).ok_or(key)
    }
}

from_map! {
    Table { policy, inputs, values, default, rules }
    Input { expression, allowed }
    Rule { tests, output }
}

impl FromTree for Decision {
    fn from_tree(tree: Tree, key: Damage) -> Result<Self, Damage> {
        let mut fields = Fields::of(tree, key)?;
        let (name, note, basis) = (fields.take("name")?, fields.take("note")?, fields.take("basis")?);
        let logic = match (fields.take("expression")?, fields.take("table")?) {
            (Some(text), None) => Logic::Expression(text),
            (None, Some(table)) => Logic::Table(table),
            _ => return Err(key),
        };
        Ok(Self { name, note, basis, logic })
    }
}

impl From<&Logic> for feel::Logic {
    fn from(logic: &Logic) -> Self {
        match logic {
            Logic::Expression(text) => Self::Expression(text.clone()),
            Logic::Table(table) => Self::Table(table.into()),
        }
    }
}

impl From<&Table> for feel::Table {
    fn from(table: &Table) -> Self {
        let input = |input: &Input| feel::InputClause {
            expression: input.expression.clone(),
            allowed: input.allowed.clone(),
        };
        let rule = |rule: &Rule| feel::Rule { tests: rule.tests.clone(), outputs: vec![rule.output.clone()] };
        let output =
            feel::OutputClause { name: None, values: table.values.clone(), default: table.default.clone() };
        Self {
            policy: table.policy,
            inputs: table.inputs.iter().map(input).collect(),
            outputs: vec![output],
            rules: table.rules.iter().map(rule).collect(),
        }
    }
}
