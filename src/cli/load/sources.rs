//! The files that were read, and places in them.

use std::path::PathBuf;

use assessor::document::Origin;

/// One file.
#[derive(Debug)]
pub struct Source {
    /// How it is named to people.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
}

/// All files, numbered in reading order.
#[derive(Debug, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Adds a file; gives its number.
    pub fn add(&mut self, path: PathBuf, text: String) -> u32 {
        self.0.push(Source { path, text });
        self.0.len() as u32 - 1
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The files in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.0.iter()
    }

    /// A file by number.
    pub fn get(&self, number: u32) -> Option<&Source> {
        self.0.get(number as usize)
    }

    /// The bytes of its file that a complaint is about: those of a text, or of a part of its value. A part of a value is found by walking
    /// value and file side by side, skipping what YAML adds between lines; where quoting makes
    /// that impossible, the whole value is meant.
    pub fn bytes_of(&self, at: Origin, inner: Option<feel::Span>) -> Option<std::ops::Range<usize>> {
        let source = self.get(at.file)?;
        let (start, end) = (at.start as usize, at.end as usize);
        let whole = start..end.max(start).min(source.text.len());
        let Some(inner) = inner else {
            return Some(whole);
        };
        let written = source.text.get(start..)?;
        let part = |offset: u32| aligned(written, offset as usize).map(|offset| start + offset);
        match (part(inner.start), part(inner.end)) {
            (Some(from), Some(to)) if from <= to => Some(from..to),
            _ => Some(whole),
        }
    }
}

/// Byte in the file of a byte in the value: skips the opening quote or block indicator and the
/// indentation of later lines. Values with escapes are rare in rules and fall back to the whole.
fn aligned(written: &str, offset: usize) -> Option<usize> {
    let opening = match written.chars().next()? {
        '"' | '\'' => 1,
        '|' | '>' => written.find('\n').map(|line| line + 1)?,
        _ => 0,
    };
    let body = written.get(opening..)?;
    let first = body.len() - body.trim_start_matches(' ').len();
    let indent = if opening > 1 { first } else { 0 };
    let (mut at, mut left) = (opening + indent, offset);
    let mut rest = written.get(at..)?.chars();
    while left > 0 {
        let c = rest.next()?;
        at += c.len_utf8();
        left = left.checked_sub(c.len_utf8())?;
        if c == '\n' {
            let line = rest.as_str();
            let skip = line.len() - line.trim_start_matches(' ').len();
            rest = line.get(skip..)?.chars();
            at += skip;
        }
    }
    Some(at)
}

/// Line and column of a byte, both from 1; columns count characters.
pub fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}
