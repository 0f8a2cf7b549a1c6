//! `assessor serve`: the page on this machine, rebuilt and reloaded as its sources change.

use std::io;

use crate::build::Effort;
use crate::commands::build::content;
use crate::io::{Io, Outcome, project};
use crate::rules::Rules;
use crate::serve::{self, Options};

/// The port wanted where none is given.
const PORT: u16 = 8080;

/// 在本机预览：装好缺的工具，构建，打开页面；规则、页面或程序一改就自动刷新。
#[derive(Debug, clap::Args)]
pub struct Args {
    /// 端口；被占用时用下一个空闲的
    #[arg(long, default_value_t = PORT)]
    pub port: u16,
    /// 不打开浏览器，只给出网址
    #[arg(long)]
    pub no_open: bool,
    /// 每次都像发布那样完整构建（慢，但和线上一致）
    #[arg(long)]
    pub shipped: bool,
}

impl Default for Args {
    fn default() -> Self {
        Self { port: PORT, no_open: false, shipped: false }
    }
}

/// Runs the command; returns only if it cannot serve at all.
pub fn run(args: &Args, io: &mut Io<'_>) -> io::Result<Outcome> {
    let root = project(&io.folder);
    let effort = if args.shipped { Effort::Shipped } else { Effort::Preview };
    let options = Options { port: args.port, open: !args.no_open, effort };
    let mut read = || {
        let rules = Rules::read(&root.join("rules"), &root);
        content(&rules).ok_or_else(|| rules.drawn(false))
    };
    let errors = &mut *io.errors;
    serve::run(&root, options, &mut read, &mut |line| drop(writeln!(errors, "{line}")))?;
    Ok(Outcome::Fine)
}
