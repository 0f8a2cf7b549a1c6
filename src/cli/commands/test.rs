//! `assessor test`: the worked examples beside the rules, and which rules they cover.

use std::collections::BTreeSet;
use std::io;

use assessor::report::Status;
use assessor::{Answers, Example, Expected, Rulebook, assess};
use serde::Serialize;

use crate::io::{Io, Outcome};
use crate::load::{Sources, line_and_column};
use crate::rules::{self, Args};

/// The outcome of one example.
#[derive(Debug, Serialize)]
struct Tried<'a> {
    finding: &'a str,
    title: &'a str,
    file: String,
    line: usize,
    expected: &'static str,
    found: &'static str,
    passed: bool,
}

/// What the examples cover.
#[derive(Debug, Serialize)]
struct Coverage {
    rules: usize,
    /// Rules with a passing example that confirms them.
    confirmed: usize,
    /// Rules with a passing example that leaves them out.
    absent: usize,
}

/// Runs the command.
pub fn run(args: &Args, io: &mut Io<'_>) -> io::Result<Outcome> {
    let rules = rules::of(args.rules.as_ref(), io);
    let Some(rulebook) = rules.bundled(io)? else {
        return Ok(Outcome::Findings);
    };
    let examples = &rules.checked.suite.0;
    let tried: Vec<Tried<'_>> = examples.iter().map(|it| attempt(&rulebook, it, &rules.sources)).collect();
    let coverage = coverage(&rulebook, &tried);
    let failed = tried.iter().filter(|it| !it.passed).count();
    if args.json {
        let json = serde_json::json!({
            "passed": tried.len() - failed, "failed": failed, "coverage": coverage, "examples": tried,
        });
        writeln!(io.output, "{json:#}")?;
    } else {
        for it in tried.iter().filter(|it| !it.passed) {
            let Tried { file, line, finding, title, expected, found, .. } = it;
            writeln!(io.output, "{file}:{line}: {finding}“{title}”应当{expected}，实际{found}")?;
        }
        let Coverage { rules, confirmed, absent } = coverage;
        writeln!(io.output, "规则 {rules} 条，有触发示例 {confirmed} 条，有不触发示例 {absent} 条")?;
        writeln!(io.output, "{} passed, {failed} failed", tried.len() - failed)?;
    }
    Ok(if failed == 0 { Outcome::Fine } else { Outcome::Findings })
}

fn attempt<'a>(rulebook: &Rulebook, example: &'a Example, sources: &Sources) -> Tried<'a> {
    let found = outcome(rulebook, &example.answers, example);
    let source = sources.get(example.at.file);
    Tried {
        finding: &example.finding,
        title: &example.title,
        file: source.map(|it| it.path.to_string_lossy().into_owned()).unwrap_or_default(),
        line: source.map_or(0, |it| line_and_column(&it.text, example.at.start as usize).0),
        expected: word(example.expected),
        found: word(found),
        passed: found == example.expected,
    }
}

fn outcome(rulebook: &Rulebook, answers: &Answers, example: &Example) -> Expected {
    let report = assess(rulebook, answers, example.on);
    let finding = report.findings.iter().find(|finding| finding.id == example.finding);
    match finding.map(|finding| finding.status) {
        Some(Status::Confirmed) => Expected::Confirmed,
        Some(Status::Possible) => Expected::Possible,
        None => Expected::Absent,
    }
}

fn word(expected: Expected) -> &'static str {
    match expected {
        Expected::Confirmed => "触发",
        Expected::Possible => "可能",
        Expected::Absent => "不触发",
    }
}

fn coverage(rulebook: &Rulebook, tried: &[Tried<'_>]) -> Coverage {
    let rules = rulebook.definition().sections.iter().map(|section| section.findings.len()).sum();
    let with = |word: &str| {
        let passed = tried.iter().filter(|it| it.passed && it.expected == word);
        passed.map(|it| it.finding).collect::<BTreeSet<_>>().len()
    };
    Coverage { rules, confirmed: with("触发"), absent: with("不触发") }
}
