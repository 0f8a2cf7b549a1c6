//! `assessor citations`: every citation and where it stands, for checking against the texts.

use std::io;

use assessor::words;
use serde::Serialize;

use crate::io::{Io, Outcome};
use crate::load::line_and_column;
use crate::rules::{self, Args};

/// One citation, for tools.
#[derive(Debug, Serialize)]
struct Listed<'a> {
    id: &'a str,
    law: &'a str,
    article: String,
    finding: &'a str,
    file: String,
    line: usize,
    /// The first day for which it is cited.
    on: String,
}

/// Runs the command.
pub fn run(args: &Args, io: &mut Io<'_>) -> io::Result<Outcome> {
    let rules = rules::of(args.rules.as_ref(), io);
    let Some(rulebook) = rules.bundled(io)? else {
        return Ok(Outcome::Findings);
    };
    let listed: Vec<Listed<'_>> = rules
        .checked
        .citations
        .iter()
        .map(|cited| {
            let source = rules.sources.get(cited.at.file);
            Listed {
                id: &cited.citation.law,
                law: rulebook.law(&cited.citation.law).map_or("", |law| law.title.as_str()),
                article: words::place(&cited.citation),
                finding: &cited.finding,
                file: source.map(|it| it.path.to_string_lossy().into_owned()).unwrap_or_default(),
                line: source.map_or(0, |it| line_and_column(&it.text, cited.at.start as usize).0),
                on: cited.on.to_string(),
            }
        })
        .collect();
    if args.json {
        serde_json::to_writer_pretty(&mut *io.output, &listed)?;
        writeln!(io.output)?;
    } else {
        for Listed { law, article, finding, file, line, .. } in &listed {
            writeln!(io.output, "{file}:{line}: {finding} 《{law}》{article}")?;
        }
    }
    Ok(Outcome::Fine)
}
