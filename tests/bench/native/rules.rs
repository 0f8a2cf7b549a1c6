//! The conditions and deadlines of the project's rules, answered in full.

use assessor::definition::{Definition, Kind, Question};
use assessor_cli::Rules;

use crate::engine::{Engine, ForRules};
use crate::kit::quoted;
use crate::{Case, Inputs, Set, root};

/// The name of the day of assessment in FEEL texts, and the day.
const DAY_NAME: &str = "评估日期";
const DAY: &str = "@\"2026-03-01\"";

/// Every FEEL text of `rules/`. What a text comes to is what this project's engine says: the
/// other engines are measured where they agree.
pub fn set() -> Option<Set> {
    let rules = Rules::read(&root().join("rules"), &root());
    let Some(rulebook) = rules.checked.rulebook.as_ref() else {
        eprintln!("skipped the rules: they do not hold together\n{}", rules.drawn(false));
        return None;
    };
    let definition = rulebook.definition();
    let inputs = answers(definition, |_| true);
    let half = answers(definition, |number| number % 2 == 0);
    let world = ForRules::world(&inputs.context(), false)?;
    let cases = texts(definition).into_iter().filter_map(|(name, text)| {
        let program = ForRules::compile(&text, &world)?;
        let expected = literal(&ForRules::eval(&program, &world))?;
        Some(Case { name, text, inputs: 0, expected })
    });
    let cases = cases.collect();
    Some(Set { name: "rules", inputs: vec![inputs], half: Some(half), cases })
}

/// Every text with the id of what it belongs to.
fn texts(definition: &Definition) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut add = |id: &str, text: Option<&String>| {
        found.extend(text.map(|text| (id.to_owned(), text.clone())));
    };
    for section in &definition.sections {
        add(&section.id, section.when.as_ref());
        for question in &section.questions {
            add(&question.id, question.when.as_ref());
        }
        for finding in &section.findings {
            add(&finding.id, Some(&finding.when));
            for deadline in &finding.deadlines {
                add(&finding.id, deadline.due.as_ref());
            }
        }
    }
    found
}

/// The day and an answer to every question; null for those that are not `given`.
fn answers(definition: &Definition, given: impl Fn(usize) -> bool) -> Inputs {
    let questions = definition.sections.iter().flat_map(|section| &section.questions).enumerate();
    let entry = |(number, question): (usize, &Question)| {
        let answer = if given(number) { answer(number, &question.kind) } else { "null".to_owned() };
        (question.name.clone(), answer)
    };
    Inputs([(DAY_NAME.to_owned(), DAY.to_owned())].into_iter().chain(questions.map(entry)).collect())
}

/// An answer that differs from question to question.
fn answer(number: usize, kind: &Kind) -> String {
    match kind {
        Kind::Boolean => (!number.is_multiple_of(3)).to_string(),
        Kind::Choice { options } => {
            let chosen = options.iter().cycle().nth(number % 7);
            quoted(chosen.map_or("", |option| &option.label))
        }
        Kind::MultiChoice { options } => {
            let chosen: Vec<String> =
                options.iter().take(1 + number % 3).map(|option| quoted(&option.label)).collect();
            format!("[{}]", chosen.join(", "))
        }
        Kind::Integer { .. } => (number % 40).to_string(),
        Kind::Money { .. } => format!("{}.50", 100 * number),
        Kind::Date { .. } => format!("@\"2025-{:02}-{:02}\"", 1 + number % 12, 1 + number % 28),
    }
}

/// A result as FEEL; rules come to truth values and dates.
fn literal(value: &feel::Value) -> Option<String> {
    match value {
        feel::Value::Null => Some("null".to_owned()),
        feel::Value::Boolean(value) => Some(value.to_string()),
        feel::Value::Date(date) => Some(format!("date(\"{date}\")")),
        _ => None,
    }
}
