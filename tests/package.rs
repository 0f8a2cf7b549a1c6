//! The JavaScript package as others get it: packed, installed into an empty project, used from
//! there, and its declared types held against what it gives.

#![cfg(test)]

use std::fs;
use std::rc::Rc;
use std::sync::OnceLock;

use assessor::{Rulebook, Session};
use assessor_cli::{Outcome, Rules};
use serde_json::{Value, json};
use tests::{assessor, node, old_program, root};

/// What the installed package made of the input: the script says what is in it.
fn found() -> &'static Value {
    static FOUND: OnceLock<Value> = OnceLock::new();
    FOUND.get_or_init(|| {
        let built = assessor(&root(), &["build", "--js", "target/js"], "");
        assert!(built.outcome == Outcome::Fine, "the package does not build:\n{}", built.errors);
        fs::create_dir_all(root().join("target/js-try")).expect("a folder");
        let input = json!({ "bundle": rules().bundle(), "cases": cases(&rules()) });
        fs::write(root().join("target/js-try/input.json"), input.to_string()).expect("written");
        run("installed.mjs", &[])
    })
}

/// Runs a script of `package/` on the built package and the project it is installed in.
fn run(script: &str, more: &[&str]) -> Value {
    let path = |folder: &str| root().join(folder).to_str().expect("a UTF-8 path").to_owned();
    let (source, folder) = (path("target/js"), path("target/js-try"));
    node(&format!("package/{script}"), &[&[source.as_str(), folder.as_str()], more].concat())
}

/// As `run`, once the package is installed there.
fn run_installed(script: &str, more: &[&str]) -> Value {
    found();
    run(script, more)
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
        "before init": "J005",
        "no such file": "J006",
        "not a module": "J006",
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
fn the_programs_of_the_readme_print_what_they_say_in_this_node_and_in_16() {
    let node16 = old_program("node16");
    let seen = run_installed("snippets.mjs", &[node16.to_str().expect("a UTF-8 path")]);
    assert!(seen["version"].as_str().is_some_and(|version| version.starts_with("v16.")), "{seen}");
    let ran = seen["ran"].as_object().expect("a table");
    assert_eq!(ran.keys().collect::<Vec<_>>(), ["first.mjs", "many.mjs", "required.cjs"]);
    for (program, it) in ran {
        assert_eq!(it["printed"], it["promised"], "{program}");
        assert_eq!(it["old"], it["promised"], "{program} in node 16");
    }
    assert_eq!(seen["types"], json!({ "required.cts": [], "typed.mts": [] }));
}

#[test]
fn it_runs_in_browsers_and_workers_however_it_is_brought_there() {
    let seen = run_installed("bundles.mjs", &[]);
    let ways = seen["printed"].as_object().expect("a table");
    assert_eq!(ways.len(), 7, "{ways:?}");
    for (way, printed) in ways {
        assert_eq!(*printed, seen["promised"], "{way}");
    }
    for (bundle, warning) in seen["warnings"].as_object().expect("a table") {
        assert_eq!(*warning, "", "{bundle}");
    }
}

/// Bytes of the packed package, nearly all of it the module: what an installation downloads.
const MOST_BYTES: u64 = 900_000;

#[test]
fn only_what_is_needed_is_packed() {
    let size = &found()["size"];
    println!("packed: {} bytes, unpacked: {} bytes", size["packed"], size["unpacked"]);
    assert!(size["packed"].as_u64().is_some_and(|it| it <= MOST_BYTES), "{size}");
    let files = [
        "README.md",
        "assessor.cjs",
        "assessor.d.cts",
        "assessor.d.ts",
        "assessor.mjs",
        "assessor.wasm",
        "node.mjs",
        "package.json",
    ];
    assert_eq!(size["files"], json!(files));
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
