//! `assessor fmt`: the FEEL texts of the rules in canonical form.

use std::io;
use std::path::PathBuf;

use crate::format::{self, Formatted};
use crate::io::{Io, Outcome, project};
use crate::load::line_and_column;

/// 统一条件的写法：空格、换行、括号、半角标点。只改 FEEL 文本，别的一个字也不动。
#[derive(Debug, clap::Args)]
pub struct Args {
    /// 规则文件夹（默认是项目的 rules）
    #[arg(long, value_name = "文件夹")]
    pub rules: Option<PathBuf>,
    /// 只看哪里会改，不写文件；有要改的，退出码为 1
    #[arg(long)]
    pub check: bool,
}

/// Runs the command.
pub fn run(args: &Args, io: &mut Io<'_>) -> io::Result<Outcome> {
    let given = args.rules.as_ref().map(|given| io.folder.join(given));
    let folder = given.unwrap_or_else(|| project(&io.folder).join("rules"));
    let formatted = format::folder(&folder, &io.folder);
    if !formatted.complaints.is_empty() {
        writeln!(io.errors, "{}\n", crate::draw::text(&formatted.complaints, &formatted.sources, io.colour))?;
    }
    for line in places(&formatted) {
        writeln!(io.output, "{line}")?;
    }
    if !args.check {
        for change in &formatted.changed {
            if let Some(source) = formatted.sources.get(change.file) {
                std::fs::write(io.folder.join(&source.path), &change.text)?;
            }
        }
    }
    let count: usize = formatted.changed.iter().map(|change| change.places.len()).sum();
    let verb = if args.check { "要改" } else { "改了" };
    writeln!(io.output, "{verb} {count} 处，{} 处没有排版", formatted.complaints.len())?;
    let fine = formatted.complaints.is_empty() && (count == 0 || !args.check);
    Ok(if fine { Outcome::Fine } else { Outcome::Findings })
}

/// File, line and column of each change.
fn places(formatted: &Formatted) -> Vec<String> {
    let mut places = Vec::new();
    for change in &formatted.changed {
        let Some(source) = formatted.sources.get(change.file) else { continue };
        for place in &change.places {
            let (line, column) = line_and_column(&source.text, *place);
            places.push(format!("{}:{line}:{column}", source.path.display()));
        }
    }
    places
}
