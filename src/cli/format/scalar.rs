//! One YAML text replaced by another, in the style in which it was written.

/// Longest line of a rule file, in columns; a Chinese character takes two.
pub const COLUMNS: usize = 100;

/// How a text is written in YAML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Plain,
    /// In quotes of this kind.
    Quoted(char),
    /// `>-`, `|` and the like: the text stands indented below.
    Block,
}

/// A replacement of some bytes of a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Edit {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What to write there.
    pub text: String,
}

impl Edit {
    /// The file with the replacement made.
    pub fn apply(&self, source: &str) -> String {
        let (before, after) = (source.get(..self.start), source.get(self.end..));
        [before.unwrap_or_default(), &self.text, after.unwrap_or_default()].concat()
    }
}

/// Ways to write a text instead of the one at these bytes, the best first; the caller takes the
/// first that YAML reads back as meant. `format` gives the text for lines of so many columns.
pub fn edits(source: &str, start: usize, end: usize, format: &dyn Fn(usize) -> String) -> Vec<Edit> {
    let written = source.get(start..end).unwrap_or_default();
    let end = start + written.trim_end().len();
    let one_line = format(usize::MAX);
    let edit = |text: String| Edit { start, end, text };
    match style(source, start, written) {
        Style::Block => block_body(source, start, format).into_iter().collect(),
        Style::Quoted(quote) => vec![edit(quoted(quote, &one_line))],
        Style::Plain => {
            let plain = edit(one_line.clone());
            let below = edit(below(source, start, format));
            let last = edit(quoted('\'', &one_line));
            if fits(source, start, &one_line) { vec![plain, last] } else { vec![below, plain, last] }
        }
    }
}

/// A block's place is where its first line starts; its indicator ends the line before.
fn style(source: &str, start: usize, written: &str) -> Style {
    let before = source.get(..start).unwrap_or_default().trim_end_matches(' ');
    let indicator = before.strip_suffix('\n').map(|lines| lines.trim_end_matches([' ', '-', '+']));
    match written.chars().next() {
        _ if indicator.is_some_and(|line| line.ends_with(['|', '>'])) => Style::Block,
        Some(quote @ ('"' | '\'')) => Style::Quoted(quote),
        _ => Style::Plain,
    }
}

fn quoted(quote: char, text: &str) -> String {
    let escaped = match quote {
        '"' => text.replace('\\', "\\\\").replace('"', "\\\""),
        _ => text.replace('\'', "''"),
    };
    format!("{quote}{escaped}{quote}")
}

/// The part of the line that stands before a byte.
fn line_before(source: &str, start: usize) -> &str {
    source.get(..start).unwrap_or_default().rsplit('\n').next().unwrap_or_default()
}

fn fits(source: &str, start: usize, text: &str) -> bool {
    feel::columns(line_before(source, start)) + feel::columns(text) <= COLUMNS
}

/// The text as a folded block below its key.
fn below(source: &str, start: usize, format: &dyn Fn(usize) -> String) -> String {
    let before = line_before(source, start);
    let key = before.len() - before.trim_start_matches([' ', '-']).len();
    format!(">-\n{}", indented(key + 2, format))
}

/// The lines of a block.
fn block_body(source: &str, start: usize, format: &dyn Fn(usize) -> String) -> Option<Edit> {
    let indent = line_before(source, start).len();
    let body = source.get(start - indent..)?;
    let inside = |line: &&str| line.trim().is_empty() || line.starts_with(&" ".repeat(indent));
    let length: usize = body.split_inclusive('\n').take_while(inside).map(str::len).sum();
    let end = start - indent + body.get(..length)?.trim_end().len();
    Some(Edit { start: start - indent, end, text: indented(indent, format) })
}

fn indented(indent: usize, format: &dyn Fn(usize) -> String) -> String {
    let margin = " ".repeat(indent);
    let text = format(COLUMNS.saturating_sub(indent));
    text.lines().map(|line| format!("{margin}{line}")).collect::<Vec<_>>().join("\n")
}
