//! `assessor check`: all complaints about the rules.

use std::io;

use assessor::Severity;

use crate::draw;
use crate::io::{Io, Outcome};
use crate::rules::{self, Args, Rules};

/// Runs the command.
pub fn run(args: &Args, io: &mut Io<'_>) -> io::Result<Outcome> {
    let rules = rules::of(args.rules.as_ref(), io);
    let (errors, warnings) = (rules.count(Severity::Error), rules.count(Severity::Warning));
    if args.json {
        let listed = draw::list(&rules.checked.diagnostics, &rules.sources);
        let json = serde_json::json!({ "errors": errors, "warnings": warnings, "diagnostics": listed });
        writeln!(io.output, "{json:#}")?;
    } else {
        if errors + warnings > 0 {
            writeln!(io.errors, "{}\n", rules.drawn(io.colour))?;
        }
        writeln!(io.output, "{}", summary(&rules, errors, warnings))?;
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
