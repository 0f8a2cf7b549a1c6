//! Same input, same output, byte for byte: the engine in wasm against the engine here, on every
//! worked example of the real rules and of the small ones; and on the cases of the expression
//! language, once as the page has it, encoded and without what rules do not need, and once whole.

#![cfg(test)]

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use assessor::{Answers, Rulebook, Session};
use assessor_cli::build::Profile;
use assessor_cli::{Rules, build};
use feel::{Program, Scope, compile};
use serde_json::{Value, json};
use tests::{Case as LanguageCase, cases as language_cases, language, node, root};

struct Case {
    answers: Answers,
    on: String,
}

/// The worked examples, and the answers of neighbours thrown together: reports with much in them.
fn cases(rules: &Rules) -> Vec<Case> {
    let examples = &rules.checked.suite.0;
    let single = examples.iter().map(|it| Case { answers: it.answers.clone(), on: it.on.to_string() });
    let joined = examples.windows(12).step_by(5).map(|window| {
        let mut answers = Answers::default();
        // A day of one example may lie in the future of another.
        let on = window[0].on;
        for example in window.iter().filter(|it| it.on == on) {
            for (question, input) in example.answers.iter() {
                answers.insert(question, input.clone());
            }
        }
        Case { answers, on: on.to_string() }
    });
    single.chain(joined).collect()
}

fn native(rulebook: &Rc<Rulebook>, case: &Case) -> String {
    let on = case.on.parse().expect("a date");
    let mut session = Session::new(Rc::clone(rulebook), on);
    assert_eq!(session.restore(&case.answers), [], "the answers of an example fit");
    serde_json::to_string(&session.report()).expect("JSON")
}

/// A folder with a package in wasm, for one test.
fn engine(package: &str, name: &str) -> PathBuf {
    let folder = root().join("target/parity").join(name);
    fs::create_dir_all(&folder).expect("a folder");
    let engine = build::module(&root(), package, Profile::Small, &mut |line| eprintln!("{line}"))
        .expect("the engine in wasm");
    fs::write(folder.join("engine.wasm"), engine.module).expect("written");
    fs::write(folder.join("engine.js"), engine.glue).expect("written");
    folder
}

/// What the engine in wasm makes of an input.
fn in_wasm(folder: &Path, input: &Value) -> Vec<Value> {
    fs::write(folder.join("input.json"), input.to_string()).expect("written");
    let output = node("parity.mjs", &[folder.to_str().expect("a UTF-8 path")]);
    output.as_array().expect("a list").clone()
}

#[test]
fn reports_are_the_same_bytes_natively_and_in_wasm() {
    reports_are_the_same(&engine("parity", "reports"));
}

#[test]
fn reports_are_the_same_bytes_where_there_is_no_wasm() {
    let folder = engine("parity", "script");
    let script = build::module_without_wasm(&root(), "parity", &mut |line| eprintln!("{line}"))
        .expect("the engine as a script");
    fs::write(folder.join("instead.js"), script).expect("written");
    reports_are_the_same(&folder);
}

fn reports_are_the_same(folder: &Path) {
    for rules in ["rules", "tests/small"] {
        let rules = Rules::read(&root().join(rules), &root());
        let bundle = rules.bundle().expect("sound rules");
        let cases = cases(&rules);
        let asked: Vec<_> = cases.iter().map(|it| json!({ "answers": it.answers, "on": it.on })).collect();
        let reports = in_wasm(folder, &json!({ "bundle": bundle, "cases": asked }));
        assert_eq!(reports.len(), cases.len());
        assert!(reports.len() >= 9, "there are examples");
        let rulebook = Rc::new(Rulebook::load(bundle).expect("it loads"));
        for (case, report) in cases.iter().zip(reports) {
            assert_eq!(report.as_str(), Some(native(&rulebook, case).as_str()), "{:?}", case.answers);
        }
    }
}

/// An encoded program, the programs of its variables, and what it comes to here; nothing for an
/// expression that needs more than the page has.
fn encoded(case: &LanguageCase) -> Option<(Value, String)> {
    let scope = language::declared(Scope::new, &case.variables).ok()?;
    let (program, _) = compile(&case.text, &scope);
    let variables = case.variables.iter().map(|(.., value)| language::program_of(Scope::new(), value).ok());
    let variables = variables.collect::<Option<Vec<Program>>>()?;
    let values: Vec<feel::Value> = variables.iter().map(|variable| variable.eval(&[])).collect();
    let program = program?;
    let texts = variables.iter().map(Program::encode).collect::<Option<Vec<String>>>()?;
    Some((
        json!({ "program": program.encode()?, "variables": texts }),
        format!("{:?}", program.eval(&values)),
    ))
}

#[test]
fn programs_of_the_page_come_to_the_same_natively_and_in_wasm() {
    let folder = engine("parity", "programs");
    let cases = language_cases(&root().join("tests/feel"));
    let cases: Vec<_> = cases.iter().filter_map(|case| Some((case, encoded(case)?))).collect();
    let asked: Vec<&Value> = cases.iter().map(|(_, (asked, _))| asked).collect();
    let outcomes = in_wasm(&folder, &json!({ "programs": asked }));
    assert_eq!(outcomes.len(), cases.len());
    assert!(cases.len() >= 300, "most cases are for the page too, not {}", cases.len());
    for ((case, (_, here)), found) in cases.iter().zip(outcomes) {
        assert_eq!(found.as_str(), Some(here.as_str()), "{}", case.place);
    }
}

#[test]
fn the_language_is_the_same_natively_and_in_wasm() {
    let folder = engine("language", "language");
    let cases = language_cases(&root().join("tests/feel"));
    let asked: Vec<_> =
        cases.iter().map(|it| json!({ "variables": it.variables, "text": it.text })).collect();
    let outcomes = in_wasm(&folder, &json!({ "expressions": asked }));
    assert_eq!(outcomes.len(), cases.len());
    for (case, found) in cases.iter().zip(outcomes) {
        let here = language::outcome(Scope::extended, &case.variables, &case.text);
        assert_eq!(found.as_str(), Some(language::shown(&here).as_str()), "{}", case.place);
    }
}
