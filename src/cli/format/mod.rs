//! The FEEL texts of rule files in canonical form; nothing else of a file changes.
//!
//! A change is made only if YAML reads the new file as the old one with just that text replaced:
//! quotes, comments, blank lines and everything a person arranged stay as they were.

mod scalar;

use std::path::Path;

use assessor::Diagnostic;
use assessor::document::{Origin, Text};
use feel::{Scope, Unformatted};

use crate::load::{self, Loaded, Sources};

/// A file that changes.
#[derive(Debug)]
pub struct Changed {
    /// Number of the file among the sources.
    pub file: u32,
    /// Its new text.
    pub text: String,
    /// Where texts change, first bytes in the old file, in order.
    pub places: Vec<usize>,
}

/// What the formatter makes of a folder of rules.
#[derive(Debug)]
pub struct Formatted {
    /// The files that change.
    pub changed: Vec<Changed>,
    /// The texts that must not be touched, and why.
    pub complaints: Vec<Diagnostic>,
    /// The files as they are.
    pub sources: Sources,
}

/// Formats the rules of a folder; complaints name files as seen from `base`. Nothing is written.
pub fn folder(folder: &Path, base: &Path) -> Formatted {
    let Loaded { document, sources, mut complaints, .. } = load::folder(folder, base);
    let (scope, mut texts) = assessor::formulas(&document);
    texts.sort_by_key(|text| text.at);
    // What a later version of a rule leaves as it was is there once for each version.
    texts.dedup_by_key(|text| text.at);
    let mut changed = Vec::new();
    for (file, source) in (0..).zip(sources.iter()) {
        let mut change = Changed { file, text: source.text.clone(), places: Vec::new() };
        // From the end, so that the places before stay where they are.
        for text in texts.iter().rev().filter(|text| text.at.file == file) {
            complaints.extend(change.text(text, &scope).err().map(|it| *it));
        }
        change.places.reverse();
        if !change.places.is_empty() {
            changed.push(change);
        }
    }
    complaints.sort_by_key(|it| it.at);
    Formatted { changed, complaints, sources }
}

impl Changed {
    /// Formats one text of the file.
    fn text(&mut self, text: &Text, scope: &Scope) -> Result<(), Box<Diagnostic>> {
        let formatted =
            feel::format(&text.text, scope, usize::MAX).map_err(|why| Box::new(refused(text.at, &why)))?;
        let format = |columns| feel::format(&text.text, scope, columns).unwrap_or_else(|_| formatted.clone());
        let edits = scalar::edits(&self.text, text.at.start as usize, text.at.end as usize, &format);
        let before = texts(&self.text);
        let mut fine = edits.iter().map(|edit| edit.apply(&self.text));
        match fine.find(|after| reads_back(&before, &texts(after), text.at, &formatted)) {
            Some(after) if after != self.text => {
                self.places.push(text.at.start as usize);
                self.text = after;
                Ok(())
            }
            Some(_) => Ok(()),
            None => {
                let message = "这一段不能自动排版";
                let help = "改用“>-”，另起一行写条件，再试一次";
                Err(Box::new(Diagnostic::warning("Y031", text.at, message).help(help)))
            }
        }
    }
}

fn refused(at: Origin, why: &Unformatted) -> Diagnostic {
    match why {
        Unformatted::Wrong(_) => Diagnostic::error("Y030", at, "这一段写得不对，没有排版")
            .help("先运行 assessor check，改好再排版"),
        Unformatted::Comment(place) => Diagnostic {
            inner: Some(*place),
            ..Diagnostic::warning("Y032", at, "条件里面有注释，没有排版")
                .help("把注释移到上一行，用 YAML 的 # 写")
        },
        Unformatted::Ambiguous => Diagnostic::warning("Y033", at, "排版会让这一段变成别的意思，没有排版")
            .help("给名称里的运算符改个写法"),
    }
}

/// All texts of a file with their first bytes, or nothing if it cannot be read.
fn texts(source: &str) -> Vec<(usize, String)> {
    let mut complaints = Vec::new();
    let found = load::scalars(source, &mut complaints);
    if complaints.is_empty() { found } else { Vec::new() }
}

/// Whether `after` is `before` with the one text at `at` replaced. Where its lines break, and YAML folds
/// them, brackets may have white space behind them or not.
fn reads_back(before: &[(usize, String)], after: &[(usize, String)], at: Origin, formatted: &str) -> bool {
    let marks = |text: &str| text.split_whitespace().collect::<String>();
    let same = |((start, old), (_, new)): (&(usize, String), &(usize, String))| {
        if *start == at.start as usize { marks(new) == marks(formatted) } else { old == new }
    };
    !before.is_empty() && before.len() == after.len() && before.iter().zip(after).all(same)
}
