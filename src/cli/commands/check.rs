//! `assessor check`: all complaints about the rules, and the agencies that nobody has verified yet.

use std::io;

use assessor::Severity;
use serde::Serialize;

use crate::draw;
use crate::io::{Io, Outcome};
use crate::load::line_and_column;
use crate::rules::{self, Args, Rules};

/// Runs the command.
pub fn run(args: &Args, io: &mut Io<'_>) -> io::Result<Outcome> {
    let rules = rules::of(args.rules.as_ref(), io);
    let (errors, warnings) = (rules.count(Severity::Error), rules.count(Severity::Warning));
    if args.json {
        let listed = draw::list(&rules.checked.diagnostics, &rules.sources);
        let unverified = unverified(&rules);
        let json = serde_json::json!({
            "errors": errors, "warnings": warnings, "diagnostics": listed, "unverified": unverified
        });
        writeln!(io.output, "{json:#}")?;
    } else {
        if errors + warnings > 0 {
            writeln!(io.errors, "{}\n", rules.drawn(io.colour))?;
        }
        writeln!(io.output, "{}", summary(&rules, errors, warnings))?;
        if errors == 0 {
            remind(&unverified(&rules), io)?;
        }
    }
    Ok(if errors == 0 { Outcome::Fine } else { Outcome::Findings })
}

fn summary(rules: &Rules, errors: usize, warnings: usize) -> String {
    let Some(rulebook) = &rules.checked.rulebook else {
        return format!("规则有 {errors} 个错误、{warnings} 个提醒");
    };
    let definition = rulebook.definition();
    let sections = || definition.sections.iter();
    let questions: usize = sections().map(|section| section.questions.len()).sum();
    let findings: usize = sections().map(|section| section.findings.len()).sum();
    format!(
        "规则没有错误，{warnings} 个提醒：{} 部法律、{} 个机构、{} 个部分、{questions} 个问题、{findings} 条风险和指引、{} 个示例、{} 个人物、{} 处引用",
        definition.laws.len(),
        definition.agencies.len(),
        sections().count(),
        rules.checked.suite.0.len(),
        rules.checked.people.len(),
        rules.checked.citations.len(),
    )
}

/// An agency whose record says 未核实.
#[derive(Debug, Serialize)]
struct Unverified<'a> {
    name: &'a str,
    file: String,
    line: usize,
}

fn unverified<'a>(rules: &'a Rules) -> Vec<Unverified<'a>> {
    let agencies = rules.document.agencies.iter().filter(|agency| agency.confidence.text == "未核实");
    let entry = |agency: &'a assessor::document::Agency| {
        let source = rules.sources.get(agency.confidence.at.file)?;
        let (line, _) = line_and_column(&source.text, agency.confidence.at.start as usize);
        Some(Unverified { name: &agency.name.text, file: source.path.to_string_lossy().into_owned(), line })
    };
    agencies.filter_map(entry).collect()
}

/// One line for each file: it is no mistake, and it is not to be forgotten.
fn remind(unverified: &[Unverified<'_>], io: &mut Io<'_>) -> io::Result<()> {
    for group in unverified.chunk_by(|one, other| one.file == other.file) {
        let names: Vec<String> = group.iter().map(|it| format!("{}（{} 行）", it.name, it.line)).collect();
        let file = group.first().map_or("", |it| &it.file);
        writeln!(io.output, "{file} 有 {} 个机构待核实：{}", group.len(), names.join("、"))?;
    }
    Ok(())
}
