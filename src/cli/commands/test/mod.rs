//! `assessor test`: the worked examples beside the rules, which rules and which parts of their
//! conditions they cover, the examples that are missing, and the people of `examples/`.

mod missing;
mod people;

use std::collections::BTreeSet;
use std::io;
use std::rc::Rc;

use assessor::report::Status;
use assessor::{Answers, Example, Expected, Rulebook, assess};
use serde::Serialize;

use crate::io::{Io, Outcome};
use crate::load::{Sources, line_and_column};
use crate::rules::{self, Args, Rules};
use missing::Missing;
use people::Met;

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
    /// Parts of conditions that can decide an outcome.
    parts: usize,
    /// Parts that decided one while true and one while not.
    covered: usize,
    /// The rest, with the examples that would do.
    missing: Vec<Missing>,
}

/// Runs the command.
pub fn run(args: &Args, io: &mut Io<'_>) -> io::Result<Outcome> {
    let rules = rules::of(args.rules.as_ref(), io);
    let Some(rulebook) = rules.bundled(io)?.map(Rc::new) else {
        return Ok(Outcome::Findings);
    };
    let examples = &rules.checked.suite.0;
    let tried: Vec<Tried<'_>> = examples.iter().map(|it| attempt(&rulebook, it, &rules.sources)).collect();
    let coverage = coverage(&rulebook, &tried, &rules);
    let met = rules.checked.people.iter().map(|it| people::meet(&rulebook, it, &rules.sources));
    let met: Vec<Met> = met.collect();
    let failed = tried.iter().filter(|it| !it.passed).count();
    let strangers = met.iter().filter(|it| !it.passed()).count();
    if args.json {
        let json = serde_json::json!({
            "passed": tried.len() - failed, "failed": failed, "coverage": coverage, "examples": tried,
            "people": {"passed": met.len() - strangers, "failed": strangers, "met": met},
        });
        writeln!(io.output, "{json:#}")?;
    } else {
        for it in tried.iter().filter(|it| !it.passed) {
            let Tried { file, line, finding, title, expected, found, .. } = it;
            writeln!(io.output, "{file}:{line}: {finding}“{title}”应当{expected}，实际{found}")?;
        }
        for line in met.iter().flat_map(Met::lines) {
            writeln!(io.output, "{line}")?;
        }
        show(&coverage, io)?;
        writeln!(io.output, "人物 {} 个：{} passed, {strangers} failed", met.len(), met.len() - strangers)?;
        writeln!(io.output, "{} passed, {failed} failed", tried.len() - failed)?;
    }
    Ok(if failed + strangers == 0 { Outcome::Fine } else { Outcome::Findings })
}

fn show(coverage: &Coverage, io: &mut Io<'_>) -> io::Result<()> {
    let Coverage { rules, confirmed, absent, parts, covered, missing } = coverage;
    for it in missing {
        let Missing { file, line, part, wanted, example, .. } = it;
        writeln!(
            io.output,
            "{file}:{line}: “{part}”{wanted}，结果由它决定：没有这样的示例，可以加上\n      {example}"
        )?;
    }
    writeln!(io.output, "规则 {rules} 条，有触发示例 {confirmed} 条，有不触发示例 {absent} 条")?;
    let percent = covered * 1000 / (*parts).max(1);
    writeln!(
        io.output,
        "条件的组成部分 {parts} 个，示例覆盖 {covered} 个（{}.{}%）",
        percent / 10,
        percent % 10
    )
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

fn coverage(rulebook: &Rulebook, tried: &[Tried<'_>], read: &Rules) -> Coverage {
    let rules = rulebook.definition().sections.iter().map(|section| section.findings.len()).sum();
    let with = |word: &str| {
        let passed = tried.iter().filter(|it| it.passed && it.expected == word);
        passed.map(|it| it.finding).collect::<BTreeSet<_>>().len()
    };
    let found = prover::coverage(rulebook, &read.checked.suite);
    let (parts, covered) = (found.parts, found.covered);
    let missing = missing::list(rulebook, &found.missing, read);
    Coverage { rules, confirmed: with("触发"), absent: with("不触发"), parts, covered, missing }
}
