//! Worked examples: the author's words turned into answers and an expected outcome.

use feel::Date;

use super::Found;
use super::words::{date, word};
use crate::answer::accept;
use crate::answers::Answers;
use crate::definition::{Definition, Kind, Question};
use crate::diagnostic::Diagnostic;
use crate::document::{self, Document, Given, Origin};
use crate::input::Input;

/// All worked examples, in file order.
#[derive(Debug, Default)]
pub struct Suite(pub Vec<Example>);

/// One worked example of one finding.
#[derive(Debug, Clone)]
pub struct Example {
    /// Id of the finding it is about.
    pub finding: String,
    /// What it describes.
    pub title: String,
    /// The day of assessment: 法律核对日, or the first day of a version that is to come.
    pub on: Date,
    /// The answers.
    pub answers: Answers,
    /// What must come out.
    pub expected: Expected,
    /// Where it is written.
    pub at: Origin,
}

/// The outcome of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// 触发
    Confirmed,
    /// 可能
    Possible,
    /// 不触发
    Absent,
}

pub(super) const OUTCOMES: [(&str, Expected); 3] =
    [("触发", Expected::Confirmed), ("可能", Expected::Possible), ("不触发", Expected::Absent)];

pub(super) fn read(document: &Document, definition: &Definition, found: &mut Found) -> Suite {
    let mut suite = Suite::default();
    for finding in document.sections.iter().flat_map(|section| &section.findings) {
        let examples = finding.examples.iter().map(|it| example(finding, it, definition, found));
        let examples: Vec<Example> = examples.collect();
        for (outcome, word) in [(Expected::Confirmed, "触发"), (Expected::Absent, "不触发")] {
            let always = finding.when.text.trim() == "true" && outcome == Expected::Absent;
            if !always && !examples.iter().any(|example| example.expected == outcome) {
                let message = format!("“{}”没有“结果: {word}”的示例", finding.id.text);
                found.add(
                    Diagnostic::error("R080", finding.id.at, message)
                        .help("每条规则至少一个触发、一个不触发的示例"),
                );
            }
        }
        suite.0.extend(examples);
    }
    suite
}

fn example(
    finding: &document::Finding,
    example: &document::Example,
    definition: &Definition,
    found: &mut Found,
) -> Example {
    // A version that is to come is tried on its first day.
    let first = finding.valid.as_ref().and_then(|valid| valid.from.as_ref()?.text.parse().ok());
    let usual = first.map_or(definition.as_of, |first: Date| first.max(definition.as_of));
    let on = example.on.as_ref().map_or(usual, |text| date(text, "日期", found));
    let mut answers = Answers::default();
    for given in &example.answers {
        if let Some((id, input)) = answer(given, definition, on, found) {
            answers.insert(&id, input);
        }
    }
    Example {
        finding: finding.id.text.clone(),
        title: example.title.text.clone(),
        on,
        answers,
        expected: word(&example.outcome, "结果", &OUTCOMES, found).unwrap_or(Expected::Confirmed),
        at: example.title.at,
    }
}

/// The answer to a question that is called by its name: the question's id and the input.
pub(super) fn answer(
    given: &Given,
    definition: &Definition,
    on: Date,
    found: &mut Found,
) -> Option<(String, Input)> {
    let questions = || definition.sections.iter().flat_map(|section| &section.questions);
    let name = &given.question;
    let Some(question) = questions().find(|question| question.name == name.text) else {
        let near = feel::nearest(&name.text, questions().map(|question| question.name.as_str()));
        let help = near.map_or("写问题的“名称”".into(), |near| format!("是不是“{near}”？"));
        found.add(Diagnostic::error("R081", name.at, format!("没有名称为“{}”的问题", name.text)).help(help));
        return None;
    };
    let input = input(question, given);
    match accept(question, &input, on) {
        Ok(_) => Some((question.id.clone(), input)),
        Err(error) => {
            let at = given.values.first().map_or(name.at, |value| value.at);
            let help = labels(question).map(|labels| format!("可以写：{}、不清楚", labels.join("、")));
            let message = format!("“{}”的答案不对：{error}", name.text);
            found.add(Diagnostic { help, ..Diagnostic::error("R082", at, message) });
            None
        }
    }
}

/// Labels become option ids; a word that is no label stays and is refused with its own text.
fn input(question: &Question, given: &Given) -> Input {
    let words = || given.values.iter().map(|value| value.text.as_str());
    let id = |word: &str| match &question.kind {
        Kind::Choice { options } | Kind::MultiChoice { options } => options
            .iter()
            .find(|option| option.label == word)
            .map_or(word, |option| option.id.as_str())
            .into(),
        _ => word.to_owned(),
    };
    let single = words().next().filter(|_| !given.list);
    match (single, &question.kind) {
        (Some("不清楚"), _) => Input::Unknown,
        (Some("true" | "是"), Kind::Boolean) => Input::Boolean(true),
        (Some("false" | "否"), Kind::Boolean) => Input::Boolean(false),
        (Some("以上都没有"), Kind::MultiChoice { .. }) => Input::List(Vec::new()),
        (Some(word), Kind::MultiChoice { .. }) => Input::List(vec![id(word)]),
        (Some(word), _) => Input::Text(id(word)),
        (None, _) => Input::List(words().map(id).collect()),
    }
}

fn labels(question: &Question) -> Option<Vec<&str>> {
    match &question.kind {
        Kind::Choice { options } | Kind::MultiChoice { options } => {
            Some(options.iter().map(|option| option.label.as_str()).collect())
        }
        _ => None,
    }
}
