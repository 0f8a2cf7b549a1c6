//! Coverage of conditions by examples: what is proposed closes the gap.

use std::path::Path;

use assessor::report::Status;
use assessor::{Example, Expected, assess};
use tests::{assessor, root};

use super::read_rules;

#[test]
fn proposed_examples_hold_and_cover_what_was_missing() {
    let (rulebook, checked) = read_rules(&root().join("rules"));
    let before = prover::coverage(&rulebook, &checked.suite);
    assert!(before.parts > 500, "the rules are there");
    let mut suite = checked.suite;
    // As if most examples had never been written.
    suite.0.truncate(suite.0.len() / 4);
    let gaps = prover::coverage(&rulebook, &suite);
    // What decides on a later day than that of the law only is known from its examples.
    assert!(before.parts - gaps.parts < 20);
    assert!(gaps.covered < before.covered && gaps.missing.len() > 500);
    for missing in &gaps.missing {
        let (s, f) = missing.finding;
        let finding = &rulebook.definition().sections[s].findings[f];
        let on = missing.on;
        let report = assess(&rulebook, &missing.answers, on);
        let found = report.findings.iter().find(|it| it.id == finding.id && it.status == Status::Confirmed);
        assert_eq!(found.is_some(), missing.confirmed, "{missing:?}");
        let expected = if missing.confirmed { Expected::Confirmed } else { Expected::Absent };
        let (finding, answers) = (finding.id.clone(), missing.answers.clone());
        let at = assessor::document::Origin::default();
        suite.0.push(Example { finding, title: String::new(), on, answers, expected, at });
    }
    let after = prover::coverage(&rulebook, &suite);
    assert_eq!((after.covered, after.missing.len()), (after.parts, 0));
}

#[test]
fn a_proposed_line_can_be_pasted() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pasted");
    std::fs::create_dir_all(&folder).expect("a folder");
    for file in ["rulebook", "base", "profile", "route", "domain"] {
        let name = format!("{file}.yaml");
        std::fs::copy(root().join("tests/small").join(&name), folder.join(&name)).expect("a copy");
    }
    let coverage = || -> serde_json::Value {
        let ran = assessor(&folder, &["test", "--rules", ".", "--json"], "");
        serde_json::from_str::<serde_json::Value>(&ran.output).expect("JSON")["coverage"].take()
    };
    let before = coverage();
    let missing = before["missing"].as_array().expect("a list").clone();
    assert!(!missing.is_empty() && before["covered"].as_u64() < before["parts"].as_u64(), "{before:#}");
    for it in &missing {
        let file = folder.join(it["file"].as_str().expect("a file"));
        let text = std::fs::read_to_string(&file).expect("the file");
        let id = format!("  - id: {}\n", it["finding"].as_str().expect("an id"));
        let (head, tail) = text.split_once(&id).expect("the finding");
        let tail = tail.replacen(
            "    示例:\n",
            &format!("    示例:\n      {}\n", it["example"].as_str().expect("a line")),
            1,
        );
        std::fs::write(&file, [head, &id, &tail].concat()).expect("written");
    }
    let after = coverage();
    assert_eq!(after["covered"], after["parts"], "{after:#}");
    assert_eq!(assessor(&folder, &["test", "--rules", "."], "").outcome, assessor_cli::Outcome::Fine);
}

#[test]
fn every_atom_of_the_rules_has_a_place() {
    let rules = assessor_cli::Rules::read(&root().join("rules"), &root());
    let (scope, texts) = assessor::formulas(&rules.document);
    for text in texts {
        let (program, _) = feel::compile(&text.text, &scope);
        let mut count = 0;
        program.expect("it compiles").formula().atoms(&mut |_| count += 1);
        assert_eq!(feel::atom_places(&text.text, &scope).len(), count, "{}", text.text);
    }
}
