//! The JavaScript package as others get it: packed, installed into an empty project, used from
//! there, and its declared types held against what it gives.

#![cfg(test)]

use std::fs;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::OnceLock;

use assessor::{Rulebook, Session};
use assessor_cli::{Outcome, Rules};
use serde_json::{Value, json};
use tests::{assessor, node, root};

/// What the package made of the input: the script says what is in it.
fn found() -> &'static Value {
    static FOUND: OnceLock<Value> = OnceLock::new();
    FOUND.get_or_init(|| {
        let built = assessor(&root(), &["build", "--js", "target/js"], "");
        assert!(built.outcome == Outcome::Fine, "the package does not build:\n{}", built.errors);
        let folder = root().join("target/js-try");
        fs::create_dir_all(&folder).expect("a folder");
        let input = json!({ "bundle": rules().bundle(), "cases": cases(&rules()) });
        fs::write(folder.join("input.json"), input.to_string()).expect("written");
        let path = |folder: PathBuf| folder.to_str().expect("a UTF-8 path").to_owned();
        node("package.mjs", &[&path(root().join("target/js")), &path(folder)])
    })
}

fn rules() -> Rules {
    Rules::read(&root().join("tests/small"), &root())
}

/// The worked examples.
fn cases(rules: &Rules) -> Vec<Value> {
    let examples = rules.checked.suite.0.iter();
    examples.map(|it| json!({ "answers": it.answers, "on": it.on.to_string() })).collect()
}

#[test]
fn reports_are_those_of_the_engine_with_and_without_code() {
    let rulebook = Rc::new(Rulebook::load(rules().bundle().expect("sound rules")).expect("it loads"));
    let rules = rules();
    let examples = &rules.checked.suite.0;
    assert!(examples.len() >= 5, "there are examples");
    for kind in ["reports", "compiled"] {
        let reports = found()[kind].as_array().expect("a list");
        assert_eq!(reports.len(), examples.len());
        for (example, report) in examples.iter().zip(reports) {
            let mut session = Session::new(Rc::clone(&rulebook), example.on);
            assert_eq!(session.restore(&example.answers), []);
            let here = serde_json::to_string(&session.report()).expect("JSON");
            assert_eq!(report.as_str(), Some(here.as_str()), "{kind}");
        }
    }
}

#[test]
fn findings_are_explained_and_cleared_as_by_the_engine() {
    let rules = rules();
    let rulebook = Rc::new(Rulebook::load(rules.bundle().expect("sound rules")).expect("it loads"));
    let mut told = found()["told"].as_array().expect("a list").iter();
    for example in &rules.checked.suite.0 {
        let mut session = Session::new(Rc::clone(&rulebook), example.on);
        assert_eq!(session.restore(&example.answers), []);
        for finding in rulebook.definition().sections.iter().flat_map(|it| &it.findings) {
            let explanation = session.explain(&finding.id).expect("the finding");
            let what_if = session.what_if(&finding.id).expect("the finding");
            let here = json!({ "explanation": explanation, "whatIf": what_if });
            let there = told.next().and_then(Value::as_str).expect("a text");
            assert_eq!(serde_json::from_str::<Value>(there).expect("JSON"), here, "{}", finding.id);
        }
    }
    assert_eq!(told.next(), None);
}

#[test]
fn refusals_are_errors_with_a_code() {
    let expected = json!({
        "no day": "J001",
        "a day that is none": "J001",
        "an answer of no shape": "J002",
        "no such question": "A001",
        "not a bundle": "B002",
        "half a bundle": "B002",
        "a newer bundle": "B001",
        "code that is none": "B002",
        "a name that is none": "F010",
        "a condition that is a number": "R060",
        "no such finding": "J004",
        "no such finding to clear": "J004",
        "a sheet of another size": "J003",
        "half a person": "A006",
        "a person less than none": "A008",
        "a question beyond the last": "A001",
    });
    assert_eq!(found()["refusals"], expected);
}

#[test]
fn the_snippets_of_the_readme_print_what_they_say() {
    assert_eq!(found()["readme"]["printed"], found()["readme"]["promised"]);
    assert!(found()["readme"]["promised"].as_array().is_some_and(|lines| lines.len() >= 6));
}

#[test]
fn values_have_the_declared_types() {
    assert_eq!(found()["types"], json!([]), "what TypeScript complains about");
    assert_ne!(found()["wrong types"], json!([]), "TypeScript sees a key that is not declared");
}

#[test]
fn the_package_has_the_version_of_the_workspace() {
    let text = fs::read_to_string(root().join("src/js/package/package.json")).expect("a readable text");
    let package: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(package["version"], env!("CARGO_PKG_VERSION"));
}
