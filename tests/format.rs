//! The formatter: `assessor fmt` on copies, where conditions are arranged and everything else stays as
//! it was; and the language's own on the conformance kit, whose texts keep their meaning.

#![cfg(test)]

use std::fs;
use std::path::PathBuf;

use assessor_cli::Outcome;
use feel::{Scope, Type, Unformatted, compile, format};
use tests::{assessor, root, shared, snapshot};

/// A copy of the small rulebook whose domain is untidy.
fn untidy(name: &str) -> PathBuf {
    let copy = root().join("target").join(name).join("rules");
    fs::create_dir_all(&copy).expect("a folder");
    for file in fs::read_dir(root().join("tests/small")).expect("the small rulebook").flatten() {
        fs::copy(file.path(), copy.join(file.file_name())).expect("copied");
    }
    fs::copy(root().join("tests/format/untidy.yaml"), copy.join("domain.yaml")).expect("copied");
    copy
}

#[test]
fn only_conditions_change() {
    let copy = untidy("format-write");
    let folder = copy.parent().expect("a folder above");
    let ran = assessor(folder, &["fmt"], "");
    assert_eq!(ran.outcome, Outcome::Findings, "two texts were refused");
    snapshot(
        &root().join("tests/format/tidy.yaml"),
        &fs::read_to_string(copy.join("domain.yaml")).expect("read"),
    );
    snapshot(&root().join("tests/format/expected.txt"), &(ran.errors + &ran.output));
    let again = assessor(folder, &["fmt", "--check"], "");
    assert!(again.output.starts_with("要改 0 处"), "{}", again.output);
}

#[test]
fn the_conditions_of_the_rules_are_arranged() {
    let ran = assessor(&root(), &["fmt", "--check"], "");
    assert_eq!(ran.outcome, Outcome::Fine, "run assessor fmt:\n{}{}", ran.output, ran.errors);
}

#[test]
fn looking_changes_nothing() {
    let copy = untidy("format-look");
    let ran = assessor(copy.parent().expect("a folder above"), &["fmt", "--check"], "");
    assert_eq!(ran.outcome, Outcome::Findings);
    let same = |name: &str| fs::read_to_string(copy.join(name)).expect("read");
    assert_eq!(
        same("domain.yaml"),
        fs::read_to_string(root().join("tests/format/untidy.yaml")).expect("read")
    );
}

/// The names a conformance case may use.
fn names(case: &serde_json::Value) -> Scope {
    let mut scope = Scope::extended();
    let given = case["context"].as_object().into_iter().flat_map(|names| names.keys().map(String::as_str));
    let defined = case["defs"].as_array().into_iter().flatten().filter_map(|it| it["name"].as_str());
    for name in given.chain(defined) {
        scope.declare(name, Type::Any);
    }
    scope
}

#[test]
fn every_text_of_the_conformance_kit_keeps_its_meaning() {
    let name = "every_text_of_the_conformance_kit_keeps_its_meaning";
    let Some(cases) = shared("feel/cases-literal.jsonl", name) else { return };
    let mut formatted = 0;
    for line in fs::read_to_string(cases).expect("the cases").lines() {
        let case: serde_json::Value = serde_json::from_str(line).expect("a case");
        let (text, scope) = (case["expression"].as_str().unwrap_or_default(), names(&case));
        match format(text, &scope, 30) {
            Ok(after) => {
                formatted += 1;
                assert_eq!(format(&after, &scope, 30).as_ref(), Ok(&after), "{text}");
                let code = |text: &str| format!("{:?}", compile(text, &scope).0);
                assert_eq!(code(&after), code(text), "{text}");
            }
            // Comments are not moved; a few texts are wrong on purpose, or use types of their own.
            Err(why) => assert_ne!(why, Unformatted::Ambiguous, "{text}"),
        }
    }
    assert!(formatted >= 1940, "only {formatted} texts were formatted");
}
