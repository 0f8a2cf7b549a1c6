//! The examples that are missing, written as they would stand in the file.

use assessor::definition::{Choice, Kind, Question};
use assessor::{Input, Place, Rulebook};
use prover::Subject;
use serde::Serialize;

use crate::load::line_and_column;
use crate::rules::Rules;
use crate::subject::{Places, excerpt};

/// A part of a condition that no example puts to the test.
#[derive(Debug, Serialize)]
pub struct Missing {
    /// Id of the finding.
    pub finding: String,
    /// Where its condition stands.
    pub file: String,
    /// Line of that.
    pub line: usize,
    /// The part.
    pub part: String,
    /// Whether it has to hold or not, in words.
    pub wanted: &'static str,
    /// A line for 示例.
    pub example: String,
}

/// All of them, in file order.
pub fn list(rulebook: &Rulebook, missing: &[prover::Missing], rules: &Rules) -> Vec<Missing> {
    let places = Places::new(&rules.document);
    let one = |it: &prover::Missing| {
        let (s, f) = it.finding;
        let (at, inner) = places.of(Subject::Part(Place::Finding(s, f), it.part));
        let source = rules.sources.get(at.file)?;
        Some(Missing {
            finding: rulebook.definition().sections.get(s)?.findings.get(f)?.id.clone(),
            file: source.path.to_string_lossy().into_owned(),
            line: line_and_column(&source.text, at.start as usize).0,
            part: excerpt(&rules.sources, at, inner).into(),
            wanted: if it.wanted { "成立" } else { "不成立" },
            example: example(rulebook, it),
        })
    };
    missing.iter().filter_map(one).collect()
}

fn example(rulebook: &Rulebook, missing: &prover::Missing) -> String {
    let given = missing.answers.iter().filter_map(|(id, input)| {
        let question = rulebook.question(id)?;
        Some(format!("{}: {}", question.name, answer(question, input)))
    });
    let given = given.collect::<Vec<_>>().join(", ");
    let day = match missing.on {
        on if on == rulebook.definition().as_of => String::new(),
        on => format!("日期: {on}, "),
    };
    let outcome = if missing.confirmed { "触发" } else { "不触发" };
    format!("- {{情形: 写明是什么情形, {day}回答: {{{given}}}, 结果: {outcome}}}")
}

fn answer(question: &Question, input: &Input) -> String {
    let options: &[Choice] = match &question.kind {
        Kind::Choice { options } | Kind::MultiChoice { options } => options,
        _ => &[],
    };
    let label = |id: &String| {
        let option = options.iter().find(|option| option.id == *id);
        option.map_or_else(|| id.clone(), |option| quoted(&option.label))
    };
    match input {
        Input::Unknown => "不清楚".into(),
        Input::Boolean(true) => "是".into(),
        Input::Boolean(false) => "否".into(),
        Input::Text(text) => label(text),
        Input::List(ids) if ids.is_empty() => "以上都没有".into(),
        Input::List(ids) => format!("[{}]", ids.iter().map(label).collect::<Vec<_>>().join(", ")),
    }
}

/// A label as YAML takes it inside braces. Labels hold no straight quotes: FEEL could not name them.
fn quoted(label: &str) -> String {
    let plain = label.chars().all(char::is_alphanumeric) && label.parse::<i64>().is_err();
    if plain { label.into() } else { format!("\"{label}\"") }
}
