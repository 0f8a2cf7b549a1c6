//! YAML as a tree with places. Only what rule files need: texts, lists, mappings.
//!
//! Scalars stay texts, whatever YAML would make of them (是/否, dates and numbers are the
//! checker's business). What was read before a syntax error is kept, so that the rest of the
//! file's complaints appear in the same round.

use assessor::Diagnostic;
use assessor::document::Origin;
use saphyr_parser::{Event, Parser, Span};

use super::invisible;

/// A node and where it stands.
#[derive(Debug, Clone)]
pub struct Node {
    pub at: Origin,
    pub kind: NodeKind,
    /// Whether a syntax error cut it off: what it lacks is not the author's omission.
    pub cut: bool,
}

/// The three kinds.
#[derive(Debug, Clone)]
pub enum NodeKind {
    /// Any scalar, as written; empty for a null.
    Text(String),
    List(Vec<Node>),
    /// In file order; duplicate keys have been complained about and dropped.
    Map(Vec<(Node, Node)>),
}

/// Parses one file. `None` for an empty one.
pub fn parse(file: u32, source: &str, complaints: &mut Vec<Diagnostic>) -> Option<Node> {
    invisible::in_file(file, source, complaints);
    let bytes = source.char_indices().map(|(byte, _)| byte as u32).chain([source.len() as u32]);
    let mut builder = Builder {
        file,
        source,
        bytes: bytes.collect(),
        open: Vec::new(),
        root: None,
        cut: false,
        complaints,
    };
    for event in Parser::new_from_str(source) {
        match event {
            Ok((event, span)) => builder.event(event, span),
            Err(error) => {
                let at = builder.origin(Span::new(*error.marker(), *error.marker()));
                let message = format!("YAML 写法有误（{}）", error.info());
                let help = advice(source.get(..at.end as usize).unwrap_or(source));
                builder.complaints.push(Diagnostic::error("Y001", at, message).help(help));
                builder.cut = true;
                break;
            }
        }
    }
    while !builder.open.is_empty() {
        builder.close();
    }
    builder.root
}

/// The usual mistakes of a Chinese keyboard, if the last two lines before an error hold one.
fn advice(before: &str) -> &'static str {
    let near = |c: char| before.lines().rev().take(2).any(|line| line.contains(c));
    if near('：') {
        "全角冒号“：”要改成半角冒号加空格“: ”"
    } else if near('\t') {
        "缩进要用空格，不能用制表符"
    } else {
        "检查这里和上一行：缩进只用空格，冒号后面要有空格，引号和括号要成对"
    }
}

/// Containers that are still open, innermost last.
enum Open {
    List(Origin, Vec<Node>),
    /// Entries, and the key that waits for its value.
    Map(Origin, Vec<(Node, Node)>, Option<Node>),
}

struct Builder<'a> {
    file: u32,
    source: &'a str,
    /// Byte offset of each character: the parser counts characters.
    bytes: Vec<u32>,
    open: Vec<Open>,
    root: Option<Node>,
    /// Whether what is closed now was cut off.
    cut: bool,
    complaints: &'a mut Vec<Diagnostic>,
}

impl Builder<'_> {
    fn origin(&self, span: Span) -> Origin {
        let end = self.bytes.last().copied().unwrap_or_default();
        let byte = |index: usize| self.bytes.get(index).copied().unwrap_or(end);
        Origin { file: self.file, start: byte(span.start.index()), end: byte(span.end.index()) }
    }

    fn event(&mut self, event: Event<'_>, span: Span) {
        let at = self.origin(span);
        match event {
            Event::Scalar(text, style, ..) => {
                let null = style == saphyr_parser::ScalarStyle::Plain && matches!(&*text, "~" | "null");
                let text = if null { String::new() } else { text.into_owned() };
                let written = self.source.get(at.start as usize..at.end as usize).unwrap_or_default();
                invisible::in_text(&text, written, at, self.complaints);
                self.add(Node { at, cut: self.cut, kind: NodeKind::Text(text) });
            }
            Event::SequenceStart(..) => self.open.push(Open::List(at, Vec::new())),
            Event::MappingStart(..) => self.open.push(Open::Map(at, Vec::new(), None)),
            Event::SequenceEnd | Event::MappingEnd => self.close(),
            Event::Alias(_) => {
                let message = "规则文件不用 YAML 的引用（*）";
                self.complaints.push(Diagnostic::error("Y002", at, message).help("把内容直接写在这里"));
                self.add(Node { at, cut: self.cut, kind: NodeKind::Text(String::new()) });
            }
            _ => {}
        }
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Open::List(at, items)) => self.add(Node { at, cut: self.cut, kind: NodeKind::List(items) }),
            Some(Open::Map(at, entries, _)) => {
                self.add(Node { at, cut: self.cut, kind: NodeKind::Map(entries) })
            }
            None => {}
        }
    }

    fn add(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = self.root.take().or(Some(node)),
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Map(_, entries, key @ None)) => {
                if let Some(twin) = entries.iter().find(|(other, _)| other.same_text(&node)) {
                    let message = format!("“{}”在这一段里写了两次", node.text().unwrap_or_default());
                    let twin = Diagnostic::error("Y003", node.at, message).related(twin.0.at, "第一次在这里");
                    self.complaints.push(twin.help("删去一个，或者合并"));
                }
                *key = Some(node);
            }
            Some(Open::Map(_, entries, key)) => {
                if let Some(key) = key.take()
                    && !entries.iter().any(|(other, _)| other.same_text(&key))
                {
                    entries.push((key, node));
                }
            }
        }
    }
}

impl Node {
    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Text(text) => Some(text),
            _ => None,
        }
    }

    fn same_text(&self, other: &Self) -> bool {
        self.text().is_some() && self.text() == other.text()
    }
}
