//! The command line: arguments to commands, and ends to exit codes.

use std::ffi::OsString;

use clap::{Parser, Subcommand};

use crate::commands::{assess, build, check, citations, diff, feel, fmt, prove, schema, serve, setup, test};
use crate::io::{Io, Outcome};
use crate::rules;

/// 企业法律风险自测的工作台：检查、测试、构建、预览规则和页面。
#[derive(Debug, Parser)]
#[command(name = "assessor", version, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Args),
    Build(build::Args),
    Setup(setup::Args),
    /// 检查规则：所有问题一次列出，每个都有文件、行、列、原文和改法。
    Check(rules::Args),
    /// 证明规则站得住：每条都能触发、都躲得开，每个问题都有用，每个期限都算得出……不成立的给出反例。
    Prove(rules::Args),
    /// 运行规则旁边的示例，并说明哪些规则有触发和不触发的示例。
    Test(rules::Args),
    Assess(assess::Args),
    /// 规则文件的 JSON Schema，编辑器用它补全和提示；存在 rules/schema.json。
    Schema,
    /// 列出规则里的每一处法律引用，用来和法律原文核对。
    Citations(rules::Args),
    Diff(diff::Args),
    Feel(feel::Args),
    Fmt(fmt::Args),
}

/// Runs a command line; the first argument is the program's name. Without a command it serves.
pub fn run(arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>, io: &mut Io<'_>) -> Outcome {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return refuse(&error, io),
    };
    let ended = match arguments.command.unwrap_or_else(|| Command::Serve(serve::Args::default())) {
        Command::Serve(args) => serve::run(&args, io),
        Command::Build(args) => build::run(&args, io),
        Command::Setup(args) => setup::run(&args, io),
        Command::Check(args) => check::run(&args, io),
        Command::Prove(args) => prove::run(&args, io),
        Command::Test(args) => test::run(&args, io),
        Command::Assess(args) => assess::run(&args, io),
        Command::Citations(args) => citations::run(&args, io),
        Command::Schema => schema::run(io),
        Command::Diff(args) => diff::run(&args, io),
        Command::Feel(args) => feel::run(&args, io),
        Command::Fmt(args) => fmt::run(&args, io),
    };
    ended.unwrap_or_else(|error| {
        // A reader that has gone away (`| head`) is no reason to complain.
        if error.kind() != std::io::ErrorKind::BrokenPipe {
            let _ = writeln!(io.errors, "{error}");
        }
        Outcome::Findings
    })
}

/// Help and version go to standard output and are fine; the rest is a wrong call.
fn refuse(error: &clap::Error, io: &mut Io<'_>) -> Outcome {
    let text = error.render();
    let written = if error.use_stderr() { write!(io.errors, "{text}") } else { write!(io.output, "{text}") };
    if error.use_stderr() || written.is_err() { Outcome::Usage } else { Outcome::Fine }
}
