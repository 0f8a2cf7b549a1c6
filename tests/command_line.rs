//! The contract of the command line: exit codes, streams, what a wrong call is told.

#![cfg(test)]

use assessor_cli::Outcome;
use tests::{assessor, root};

const ON: [&str; 2] = ["--on", "2026-11-23"];

fn assess(answers: &str, more: &[&str]) -> tests::Ran {
    let arguments: Vec<&str> = ["assess"].into_iter().chain(ON).chain(more.iter().copied()).collect();
    assessor(&root(), &arguments, answers)
}

#[test]
fn answers_become_a_report() {
    let ran = assess(r#"{"headcount": 8, "written-contract": "some"}"#, &[]);
    let report: serde_json::Value = serde_json::from_str(&ran.output).expect("a report");
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.errors);
    assert_eq!(report["date"], "2026-11-23");
    assert!(report["findings"].as_array().is_some_and(|findings| !findings.is_empty()));
}

#[test]
fn the_same_answers_give_the_same_bytes() {
    let answers = r#"{"headcount": 8, "written-contract": "some", "sells-on-credit": true}"#;
    assert_eq!(assess(answers, &[]).output, assess(answers, &[]).output);
}

#[test]
fn a_finding_is_explained_and_cleared() {
    let answers = r#"{"headcount": 8, "written-contract": "some"}"#;
    let told = |option: &str| -> serde_json::Value {
        let ran = assess(answers, &[option, "no-written-contract"]);
        assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.errors);
        serde_json::from_str(&ran.output).expect("JSON")
    };
    let why = told("--explain");
    assert_eq!(
        (&why["status"], &why["because"][1]["answer"]),
        (&"confirmed".into(), &"8人".into()),
        "{why:#}"
    );
    assert_eq!(why["conditions"][1]["text"], "书面合同是“有人没签”");
    assert!(why["substituted"].as_str().is_some_and(|it| it.starts_with("\"有人没签\" in")), "{why:#}");
    let way = told("--what-if");
    assert_eq!(way["ways"][0]["changes"][0]["sentence"], "把“书面合同”改成“都签了”", "{way:#}");
    assert_eq!(way["search"], "complete");
    let wrong = assess(answers, &["--explain", "no-writen-contract"]);
    assert_eq!(wrong.outcome, Outcome::Usage);
    assert!(wrong.errors.contains("no-written-contract"), "{}", wrong.errors);
}

#[test]
fn a_refused_answer_names_its_question() {
    for (answers, code, says) in [
        (r#"{"headcuont": 8}"#, "A001", "headcount"),
        (r#"{"headcount": "many"}"#, "A005", "headcount"),
        (r#"{"headcount": 1.5}"#, "A006", "headcount"),
        (r#"{"headcount": -1}"#, "A008", "headcount"),
        (r#"{"written-contract": "yes"}"#, "A004", "written-contract"),
        (r#"{"written-contract": ["all"]}"#, "A003", "written-contract"),
        ("[]", "A000", "JSON"),
        ("{", "A000", "JSON"),
    ] {
        let ran = assess(answers, &[]);
        assert_eq!(ran.outcome, Outcome::Findings, "{answers}");
        assert!(ran.errors.contains(code) && ran.errors.contains(says), "{answers}: {}", ran.errors);
        assert_eq!(ran.output, "", "{answers}");
    }
}

#[test]
fn in_a_stream_a_bad_line_is_an_error_and_the_rest_goes_on() {
    let ran = assess("{\"headcount\": 8}\nnonsense\n\n{\"headcount\": \"x\"}\n{}\n", &["--stream"]);
    let lines: Vec<serde_json::Value> =
        ran.output.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let failed: Vec<bool> = lines.iter().map(|line| line.get("error").is_some()).collect();
    assert_eq!(failed, [false, true, true, false]);
    assert_eq!(lines[2]["error"][0]["question"], "headcount");
    assert_eq!(ran.outcome, Outcome::Findings);
}

#[test]
fn wrong_calls_exit_with_two() {
    for arguments in [
        &["no-such-command"][..],
        &["check", "--colour"],
        &["assess", "--on", "yesterday"],
        &["assess", "no-such-file.json"],
    ] {
        let ran = assessor(&root(), arguments, "");
        assert_eq!(ran.outcome.code(), 2, "{arguments:?}: {}", ran.errors);
        assert!(!ran.errors.is_empty(), "{arguments:?} is told why");
    }
}

#[test]
fn every_command_has_help() {
    for command in ["serve", "build", "check", "test", "assess", "citations", "feel", "setup"] {
        let ran = assessor(&root(), &[command, "--help"], "");
        assert_eq!(ran.outcome, Outcome::Fine, "{command}");
        assert!(ran.output.contains("Usage") || ran.output.contains("用法"), "{}", ran.output);
    }
}

#[test]
fn an_expression_without_end_ends_and_says_so() {
    let ran = assessor(&root(), &["feel", "count(for x in 1..1000000000000 return x)"], "");
    assert_eq!(ran.outcome, Outcome::Findings);
    assert!(ran.errors.contains("F040") && ran.errors.contains("步骤太多"), "{}", ran.errors);
    assert_eq!(ran.output, "", "no value is printed");
}
