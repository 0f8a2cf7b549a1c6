//! `assessor`: the command line of the legal-risk assessor.

use std::process::ExitCode;

fn main() -> ExitCode {
    let outcome = assessor_cli::with_process(|io| assessor_cli::run(std::env::args_os(), io));
    ExitCode::from(outcome.code())
}
