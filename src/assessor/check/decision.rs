//! Decisions: an expression or a table, never both.

use feel::Aggregation;

use super::Found;
use super::law_book::LawBook;
use super::words::{all, owned, word};
use crate::definition::{Decision, HitPolicy, Input, Logic, Rule, Table};
use crate::diagnostic::Diagnostic;
use crate::document;
use crate::period::Period;

/// The hit policies of DMN 1.5, 8.2.8.
pub(super) const POLICIES: [(&str, HitPolicy); 11] = [
    ("唯一", HitPolicy::Unique),
    ("一致", HitPolicy::Any),
    ("优先", HitPolicy::Priority),
    ("首个", HitPolicy::First),
    ("规则次序", HitPolicy::RuleOrder),
    ("输出次序", HitPolicy::OutputOrder),
    ("汇集", HitPolicy::Collect(None)),
    ("合计", HitPolicy::Collect(Some(Aggregation::Sum))),
    ("最小", HitPolicy::Collect(Some(Aggregation::Min))),
    ("最大", HitPolicy::Collect(Some(Aggregation::Max))),
    ("计数", HitPolicy::Collect(Some(Aggregation::Count))),
];

pub(super) fn decision(decision: &document::Decision, book: &LawBook, found: &mut Found) -> Decision {
    let name = &decision.name.text;
    let at = decision.name.at;
    let logic = match (&decision.expression, decision.rules.as_slice()) {
        (Some(expression), []) => Logic::Expression(expression.text.clone()),
        (expression, rules) => {
            if expression.is_some() || rules.is_empty() {
                let message = match expression {
                    Some(_) => format!("决策“{name}”又有“表达式”又有“规则”"),
                    None => format!("决策“{name}”没有“表达式”，也没有“规则”"),
                };
                found.add(
                    Diagnostic::error("R067", at, message).help("写一条“表达式”，或者一张表：“输入”和“规则”"),
                );
            } else if decision.inputs.is_empty() {
                let message = format!("决策表“{name}”没有“输入”");
                found.add(
                    Diagnostic::error("R068", at, message).help("写出看哪几个问题，例如 输入: [用工人数]"),
                );
            }
            Logic::Table(table(decision, found))
        }
    };
    Decision {
        name: name.clone(),
        note: decision.note.text.clone(),
        basis: book.citations(&decision.basis, Period::default(), found),
        logic,
    }
}

fn table(decision: &document::Decision, found: &mut Found) -> Table {
    let policy = decision.policy.as_ref();
    let policy =
        policy.and_then(|text| word(text, "命中策略", &POLICIES, found)).unwrap_or(HitPolicy::Unique);
    let allowed = |column: usize| {
        let text = decision.allowed.get(column).map(|text| text.text.trim());
        text.filter(|text| *text != "-").map(Into::into)
    };
    let input = |(column, text): (usize, &document::Text)| Input {
        expression: text.text.clone(),
        allowed: allowed(column),
    };
    let rule =
        |rule: &document::DecisionRule| Rule { tests: all(&rule.tests), output: rule.output.text.clone() };
    Table {
        policy,
        inputs: decision.inputs.iter().enumerate().map(input).collect(),
        values: owned(decision.values.as_ref()),
        default: owned(decision.default.as_ref()),
        rules: decision.rules.iter().map(rule).collect(),
    }
}
