//! `assessor feel`: the rule language by itself, one expression or a file of conformance cases.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;

use assessor::document::Origin;
use assessor::{Diagnostic, Related, Severity};
use feel::{Lang, Problem, Scope, Span, compile, describe};

use crate::io::{Io, Outcome};
use crate::load::Sources;
use crate::{cases, clock, draw, reference};

/// 计算一个 FEEL 表达式，给出值和类型；或者逐行运行一致性用例。
#[derive(Debug, clap::Args)]
pub struct Args {
    /// 表达式，例如 '1 + 1' 或 '人数 > 0'
    #[arg(value_name = "表达式", required_unless_present_any = ["cases", "reference"])]
    pub expression: Option<String>,
    /// 名称的值，JSON 对象，例如 '{"人数": 8}'
    #[arg(long, value_name = "JSON", default_value = "{}")]
    pub context: String,
    /// 一致性用例文件，每行一个 JSON
    #[arg(long, value_name = "文件", conflicts_with = "expression")]
    pub cases: Option<PathBuf>,
    /// 输出 FEEL 的说明和全部函数（Markdown，就是 rules/FEEL.md）
    #[arg(long, conflicts_with_all = ["expression", "cases"])]
    pub reference: bool,
}

/// Runs the command.
pub fn run(args: &Args, io: &mut Io<'_>) -> io::Result<Outcome> {
    if args.reference {
        write!(io.output, "{}", reference::page())?;
        return Ok(Outcome::Fine);
    }
    match (&args.cases, &args.expression) {
        (Some(file), _) => run_cases(file, io),
        (None, expression) => evaluate(expression.as_deref().unwrap_or_default(), &args.context, io),
    }
}

fn run_cases(file: &PathBuf, io: &mut Io<'_>) -> io::Result<Outcome> {
    let opened = match File::open(io.folder.join(file)) {
        Ok(opened) => opened,
        Err(error) => {
            writeln!(io.errors, "读不到 {}：{error}", file.display())?;
            return Ok(Outcome::Usage);
        }
    };
    let now = clock::now();
    for line in BufReader::new(opened).lines() {
        let line = line?;
        if !line.trim().is_empty() {
            writeln!(io.output, "{}", cases::answer(&line, &now))?;
        }
    }
    Ok(Outcome::Fine)
}

fn evaluate(expression: &str, context: &str, io: &mut Io<'_>) -> io::Result<Outcome> {
    let context: serde_json::Map<String, serde_json::Value> = match serde_json::from_str(context) {
        Ok(context) => context,
        Err(error) => {
            writeln!(io.errors, "--context 不是 JSON 对象：{error}")?;
            return Ok(Outcome::Usage);
        }
    };
    let mut scope = Scope::extended();
    scope.set_now(clock::now());
    let mut values = Vec::new();
    for (name, json) in &context {
        let value = cases::decode_plain(json);
        scope.declare(name, value.ty());
        values.push(value);
    }
    let (program, complaints) = compile(expression, &scope);
    if !complaints.is_empty() {
        writeln!(io.errors, "{}", coloured(expression, &complaints, io.colour))?;
    }
    let Some(program) = program else { return Ok(Outcome::Findings) };
    let Ok(value) = program.try_eval(&values) else {
        let span = Span { start: 0, end: u32::try_from(expression.len()).unwrap_or(u32::MAX) };
        let limit = feel::Diagnostic::error(span, Problem::Limit);
        writeln!(io.errors, "{}", coloured(expression, &[limit], io.colour))?;
        return Ok(Outcome::Findings);
    };
    writeln!(io.output, "{value}\n{}", value.ty())?;
    let failed = complaints.iter().any(|it| it.severity == feel::Severity::Error);
    Ok(if failed { Outcome::Findings } else { Outcome::Fine })
}

/// The language's complaints about a text, drawn as the checker draws its own, without colour.
pub fn drawn(expression: &str, complaints: &[feel::Diagnostic]) -> String {
    coloured(expression, complaints, false)
}

fn coloured(expression: &str, complaints: &[feel::Diagnostic], colour: bool) -> String {
    let mut sources = Sources::default();
    let file = sources.add(PathBuf::from("表达式"), expression.into());
    let place = |span: feel::Span| Origin { file, start: span.start, end: span.end };
    let diagnostics: Vec<Diagnostic> = complaints
        .iter()
        .map(|it| {
            let words = describe(&it.problem, Lang::Zh);
            let severity =
                if it.severity == feel::Severity::Error { Severity::Error } else { Severity::Warning };
            let related = it.related.zip(words.related);
            Diagnostic {
                help: words.help,
                severity,
                related: related.map(|(span, why)| Related { at: place(span), inner: None, why }),
                ..Diagnostic::error(it.problem.code(), place(it.span), words.message)
            }
        })
        .collect();
    draw::text(&diagnostics, &sources, colour)
}
