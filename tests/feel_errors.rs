//! What the language says to authors: texts with mistakes, grouped by code and by habit, and
//! beside each file the exact complaints: drawn in Chinese as `assessor` draws them, and in
//! English. `UPDATE=1` rewrites them.

#![cfg(test)]

use std::collections::BTreeSet;
use std::fs;

use feel::{Diagnostic, Lang, Problem, Scope, Span, Type, compile, describe};
use tests::{root, snapshot};

/// The questionnaire of the cases: every kind of question, and a list of records.
fn scope() -> Scope {
    let mut scope = Scope::new();
    let choice = |options: &[&'static str]| Type::choice(options.iter().copied());
    let employee = Type::Context([("姓名".into(), Type::String), ("年龄".into(), Type::Number)].into());
    for (name, ty) in [
        ("人数", Type::Number),
        ("工资", Type::Number),
        ("有工地", Type::Boolean),
        ("合同", choice(&["都签了", "部分没签", "都没签"])),
        ("业态", Type::list(choice(&["零售", "餐饮", "建筑"]))),
        ("入职日期", Type::Date),
        ("备注", Type::String),
        ("员工", Type::list(employee)),
        ("用工人数", Type::Number),
    ] {
        scope.declare(name, ty);
    }
    scope
}

/// Texts of a file, with an empty line between; two that are too large to be kept are written out.
fn texts(file: &str) -> Vec<String> {
    let text = |text: &str| match text.trim_end() {
        "DEEP" => "(".repeat(200) + "1" + &")".repeat(200),
        "LONG" => "1 + ".repeat(300_000) + "1",
        text => text.into(),
    };
    file.split("\n\n").map(text).collect()
}

fn english(text: &str, complaint: &Diagnostic) -> String {
    let words = describe(&complaint.problem, Lang::En);
    let part = |span: feel::Span| text.get(span.start as usize..span.end as usize).unwrap_or("no place");
    let mut lines =
        format!("{} at `{}`: {}\n", complaint.problem.code(), part(complaint.span), words.message);
    if let (Some(place), Some(why)) = (complaint.related, words.related) {
        lines += &format!("  at `{}`: {why}\n", part(place));
    }
    if let Some(help) = words.help {
        lines += &format!("  help: {help}\n");
    }
    lines
}

/// What is wrong with a text: when it is read, or else when it is evaluated.
fn complaints(text: &str) -> Vec<Diagnostic> {
    let (program, mut complaints) = compile(text, &scope());
    if complaints.is_empty() && program.is_some_and(|program| program.try_eval(&[]).is_err()) {
        let span = Span { start: 0, end: text.len() as u32 };
        complaints.push(Diagnostic::error(span, Problem::Limit));
    }
    complaints
}

/// Advice is given in both languages, and the second place is named in both.
fn is_complete(complaint: &Diagnostic) -> bool {
    [Lang::Zh, Lang::En].into_iter().all(|lang| {
        let words = describe(&complaint.problem, lang);
        words.help.is_some() && words.related.is_some() == complaint.related.is_some()
    })
}

fn answer(text: &str, complaints: &[Diagnostic]) -> String {
    // What is too long to be kept is too long to be drawn.
    let drawn = if text.len() < 300 { assessor_cli::draw_feel(text, complaints) } else { String::new() };
    let english: String = complaints.iter().map(|it| english(text, it)).collect();
    format!("{drawn}\n\n{english}")
}

#[test]
fn every_mistake_is_explained() {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let folder = root().join("tests/feel_errors");
    for entry in fs::read_dir(folder).expect("the cases").flatten() {
        let path = entry.path();
        if path.extension().is_none_or(|it| it != "feel") {
            continue;
        }
        let file = fs::read_to_string(&path).expect("a text");
        let mut answers = String::new();
        for text in texts(&file) {
            let complaints = complaints(&text);
            assert!(!complaints.is_empty(), "{}: `{text}` has a mistake", path.display());
            seen.extend(complaints.iter().map(|it| it.problem.code().to_string()));
            for complaint in &complaints {
                assert!(is_complete(complaint), "`{text}`: {complaint:?} has no advice");
            }
            answers += &answer(&text, &complaints);
            answers += "\n";
        }
        snapshot(&path.with_extension("txt"), &answers);
    }
    // Those about decision tables are made on cells of rules.
    let drawn = fs::read_to_string(root().join("tests/bad_rules/decisions/expected.txt"));
    let drawn = drawn.expect("the wrong decision tables");
    let drawn = drawn.split('[').filter_map(|part| part.split(']').next());
    seen.extend(drawn.filter(|code| code.starts_with('F')).map(str::to_string));
    let codes = fs::read_to_string(root().join("src/feel/diagnostic.rs")).expect("the codes");
    let codes = codes.split('"').filter(|part| part.len() == 4 && part.starts_with('F'));
    let unseen: Vec<&str> = codes.filter(|code| !seen.contains(*code)).collect();
    assert!(unseen.is_empty(), "no case has {unseen:?}");
}
