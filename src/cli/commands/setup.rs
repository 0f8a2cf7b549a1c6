//! `assessor setup`: what the other commands install when they need it, ahead of time.

use std::io;

use crate::io::{Io, Outcome, project};
use crate::setup::{self, Need, Program};

/// 安装缺少的工具（serve、build 会自己做）；不能装的，给出一句话和要执行的命令。
#[derive(Debug, clap::Args)]
pub struct Args {
    /// 连同测试要用的浏览器、字体、网页服务器和工具
    #[arg(long)]
    pub tests: bool,
}

/// Runs the command.
pub fn run(args: &Args, io: &mut Io<'_>) -> io::Result<Outcome> {
    let need = if args.tests { Need::Tests } else { Need::Page };
    let errors = &mut *io.errors;
    let found = setup::ensure(&project(&io.folder), need, &mut |line| drop(writeln!(errors, "{line}")));
    match found.and_then(|tools| tools.browser.transpose().map(|browser| (tools.std, browser))) {
        Ok((std, browser)) => {
            writeln!(io.output, "wasm std: {}", std.name())?;
            let Some(path) = browser else { return Ok(Outcome::Fine) };
            writeln!(io.output, "browser: {}", path.display())?;
            others(io)
        }
        Err(error) => {
            writeln!(io.errors, "{error}")?;
            Ok(Outcome::Findings)
        }
    }
}

/// What only some tests want.
fn others(io: &mut Io<'_>) -> io::Result<Outcome> {
    let root = project(&io.folder);
    let mut outcome = Outcome::Fine;
    for wanted in Program::ALL {
        let errors = &mut *io.errors;
        match setup::program(&root, wanted, &mut |line| drop(writeln!(errors, "{line}"))) {
            Ok(path) => writeln!(io.output, "{wanted:?}: {}", path.display())?,
            Err(error) => {
                writeln!(io.errors, "{error}")?;
                outcome = Outcome::Findings;
            }
        }
    }
    Ok(outcome)
}
