//! Decisions: values with names that conditions use, such as “试用期上限”. The page does not read
//! them: where a decision is named, the code of the condition has its logic.

use serde::Serialize;

use super::Citation;
use crate::tree::{Damage, Fields, FromTree, Tree, from_map, from_word};

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

/// What several rules that hit together mean (DMN 1.5, 8.2.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HitPolicy {
    /// 唯一 U
    Unique,
    /// 一致 A
    Any,
    /// 优先 P
    Priority,
    /// 首个 F
    First,
    /// 规则次序 R
    RuleOrder,
    /// 输出次序 O
    OutputOrder,
    /// 汇集 C
    Collect,
    /// 合计 C+
    Sum,
    /// 最小 C<
    Min,
    /// 最大 C>
    Max,
    /// 计数 C#
    Count,
}

from_map! {
    Table { policy, inputs, values, default, rules }
    Input { expression, allowed }
    Rule { tests, output }
}

from_word! {
    HitPolicy {
        "unique" => Unique, "any" => Any, "priority" => Priority, "first" => First,
        "rule_order" => RuleOrder, "output_order" => OutputOrder, "collect" => Collect, "sum" => Sum,
        "min" => Min, "max" => Max, "count" => Count,
    }
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
            policy: table.policy.into(),
            inputs: table.inputs.iter().map(input).collect(),
            outputs: vec![output],
            rules: table.rules.iter().map(rule).collect(),
        }
    }
}

impl From<HitPolicy> for feel::HitPolicy {
    fn from(policy: HitPolicy) -> Self {
        match policy {
            HitPolicy::Unique => Self::Unique,
            HitPolicy::Any => Self::Any,
            HitPolicy::Priority => Self::Priority,
            HitPolicy::First => Self::First,
            HitPolicy::RuleOrder => Self::RuleOrder,
            HitPolicy::OutputOrder => Self::OutputOrder,
            HitPolicy::Collect => Self::Collect(None),
            HitPolicy::Sum => Self::Collect(Some(feel::Aggregation::Sum)),
            HitPolicy::Min => Self::Collect(Some(feel::Aggregation::Min)),
            HitPolicy::Max => Self::Collect(Some(feel::Aggregation::Max)),
            HitPolicy::Count => Self::Collect(Some(feel::Aggregation::Count)),
        }
    }
}
