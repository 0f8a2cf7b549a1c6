//! Cases of the expression language, kept as text for people in `tests/feel`: chapters on what
//! the language does where the standard is strict, silent or surprising.
//!
//! ```text
//! # What follows and why, with its source.
//! let 人数: number = 5
//! 人数 ＞ 3 => true
//! some x in [1, 人数]
//!   satisfies x > 人数
//! => false
//! 人数 ； 3
//! => error F001 at ；: type `,` instead
//! ```
//!
//! `let` declares a variable; without a type it may be anything, a type may be a list of options
//! (`"a" | "b"`), and the value `?` is unknown. It holds to the next empty line, or, in a
//! paragraph of nothing else, to the end of the file. After `=>` stand complaints, each on its own
//! line with its place and advice where they matter, and then the value as FEEL would write it.
//! `⟨3 × ab⟩` is `ababab`, for texts too long to be written down.

#![expect(clippy::panic, reason = "a file that cannot be read as cases is a failing test")]

use std::fs;
use std::mem;
use std::path::Path;

use crate::language::Variable;

/// One expression and what is wanted of it.
#[derive(Clone, Debug, Default)]
pub struct Case {
    /// File and line of the expression.
    pub place: String,
    /// The variables it can use.
    pub variables: Vec<Variable>,
    /// The expression, long texts written out.
    pub text: String,
    /// What is wanted: complaints, then a value.
    pub wanted: Vec<String>,
}

/// All cases of a folder, file by file.
///
/// # Panics
/// If a file cannot be read or has a line that belongs to no case.
pub fn cases(folder: &Path) -> Vec<Case> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|it| it == "txt"));
    files.sort();
    files.iter().flat_map(|file| read(file)).collect()
}

fn read(file: &Path) -> Vec<Case> {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut reader = Reader::default();
    // An empty line at the end closes the last paragraph.
    for (number, line) in (1..).zip(text.split('\n').chain([""])) {
        let place = format!("{name}:{number}");
        reader.line(line, &place);
    }
    reader.cases
}

#[derive(Default)]
struct Reader {
    cases: Vec<Case>,
    /// How many cases there were before this paragraph.
    before: usize,
    /// Variables of the file, and of this paragraph.
    everywhere: Vec<Variable>,
    here: Vec<Variable>,
    /// The expression read so far, and where it starts.
    open: Option<(String, String)>,
}

impl Reader {
    fn line(&mut self, line: &str, place: &str) {
        if line.trim().is_empty() {
            self.end_paragraph();
        } else if let Some((count, line)) = repeated_line(line) {
            (0..count).for_each(|_| self.line(line, place));
        } else if line.starts_with('#') {
            assert!(self.open.is_none(), "{place}: a comment within an expression");
        } else if let Some(variable) = line.strip_prefix("let ") {
            self.here.push(variable_of(variable).unwrap_or_else(|| panic!("{place}: {line}")));
        } else if let Some(wanted) = line.strip_prefix("=> ") {
            self.want(wanted, place);
        } else if let Some((text, wanted)) = line.rsplit_once(" => ") {
            self.expression(text.trim_end(), place);
            self.want(wanted, place);
        } else {
            self.expression(line, place);
        }
    }

    fn end_paragraph(&mut self) {
        assert!(self.open.is_none(), "an expression without `=>`: {:?}", self.open);
        let here = mem::take(&mut self.here);
        if self.cases.len() == self.before {
            self.everywhere.extend(here);
        }
        self.before = self.cases.len();
    }

    fn expression(&mut self, line: &str, place: &str) {
        match &mut self.open {
            Some((text, _)) => *text = format!("{text}\n{line}"),
            None => self.open = Some((line.into(), place.into())),
        }
    }

    fn want(&mut self, wanted: &str, place: &str) {
        if let Some((text, place)) = self.open.take() {
            let variables = self.everywhere.iter().chain(&self.here).cloned().collect();
            self.cases.push(Case { place, variables, text: written_out(&text), wanted: Vec::new() });
        }
        let case = self.cases.last_mut().unwrap_or_else(|| panic!("{place}: `=>` without an expression"));
        case.wanted.push(wanted.trim_end().into());
    }
}

/// `name: type = value` or `name = value`.
fn variable_of(text: &str) -> Option<Variable> {
    let (head, value) = text.split_once(" = ")?;
    let (name, ty) = head.split_once(": ").unwrap_or((head, "Any"));
    Some((name.into(), ty.into(), value.into()))
}

/// A line that is nothing but `⟨count × line⟩`, for complaints.
fn repeated_line(line: &str) -> Option<(usize, &str)> {
    let (count, line) = line.strip_prefix('⟨')?.strip_suffix('⟩')?.split_once(" × ")?;
    line.starts_with("=> ").then_some((count.parse().ok()?, line))
}

/// A text with every `⟨count × part⟩` repeated.
fn written_out(text: &str) -> String {
    let Some((before, rest)) = text.split_once('⟨') else { return text.into() };
    let repeated = || {
        let (inner, after) = rest.split_once('⟩')?;
        let (count, part) = inner.split_once(" × ")?;
        Some((part.repeat(count.parse().ok()?), after))
    };
    let (repeated, after) = repeated().unwrap_or_else(|| panic!("{text}: not ⟨count × part⟩"));
    format!("{before}{repeated}{}", written_out(after))
}
