//! Same input, same report, byte for byte: the engine in wasm against the engine here, on every
//! worked example of the real rules and of the small ones.

#![cfg(test)]

use std::fs;
use std::rc::Rc;

use assessor::{Answers, Rulebook, Session};
use assessor_cli::{Rules, build};
use serde_json::json;
use tests::{node, root};

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
        for example in window {
            for (question, input) in example.answers.iter() {
                answers.insert(question, input.clone());
            }
        }
        Case { answers, on: "2026-11-23".into() }
    });
    single.chain(joined).collect()
}

fn native(rulebook: &Rc<Rulebook>, case: &Case) -> String {
    let on = case.on.parse().expect("a date");
    let mut session = Session::new(Rc::clone(rulebook), on);
    assert_eq!(session.restore(&case.answers), [], "the answers of an example fit");
    serde_json::to_string(&session.report()).expect("JSON")
}

#[test]
fn reports_are_the_same_bytes_natively_and_in_wasm() {
    let folder = root().join("target/parity");
    fs::create_dir_all(&folder).expect("a folder");
    let engine =
        build::module(&root(), "parity", &mut |line| eprintln!("{line}")).expect("the engine in wasm");
    fs::write(folder.join("engine.wasm"), engine.module).expect("written");
    fs::write(folder.join("engine.js"), engine.glue).expect("written");
    for rules in ["rules", "tests/small"] {
        let rules = Rules::read(&root().join(rules), &root());
        let bundle = rules.bundle().expect("sound rules");
        let cases = cases(&rules);
        let asked: Vec<_> = cases.iter().map(|it| json!({ "answers": it.answers, "on": it.on })).collect();
        let input = json!({ "bundle": bundle, "cases": asked });
        fs::write(folder.join("input.json"), input.to_string()).expect("written");
        let reports = node("parity.mjs", &[folder.to_str().expect("a UTF-8 path")]);
        let reports = reports.as_array().expect("a list");
        assert_eq!(reports.len(), cases.len());
        assert!(reports.len() >= 9, "there are examples");
        let rulebook = Rc::new(Rulebook::load(bundle).expect("it loads"));
        for (case, report) in cases.iter().zip(reports) {
            assert_eq!(report.as_str(), Some(native(&rulebook, case).as_str()), "{:?}", case.answers);
        }
    }
}
