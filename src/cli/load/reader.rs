//! Nodes to structs, by key, with every complaint: missing, unknown, empty, of the wrong shape.

use assessor::Diagnostic;
use assessor::document::{Given, Origin, Pair, Text};

use serde_json::Value;

use super::node::{Node, NodeKind};
use super::schema::{Shapes, free_keys, one_or_many};

/// Something a value can be read as.
pub trait Read: Sized {
    /// Reads a value; what cannot be read becomes something empty.
    fn read(node: &Node, complaints: &mut Vec<Diagnostic>) -> Self;

    /// What stands in for an absent key: none if the key is required.
    fn absent() -> Option<Self> {
        None
    }

    /// What stands in for a required key that is missing from the entry at this place.
    fn missing(at: Origin) -> Self;

    /// The JSON Schema of what it reads, whose texts have the schema `text`.
    fn shape(text: &Value, shapes: &mut Shapes) -> Value;
}

/// The entries of a mapping, taken one by one; what is left at the end is unknown.
pub struct Fields<'a> {
    at: Origin,
    /// What the mapping is, for messages: 问题, 风险 …
    what: &'static str,
    entries: Vec<(&'a Node, &'a Node)>,
    known: Vec<&'static str>,
    cut: bool,
}

impl<'a> Fields<'a> {
    /// The fields of a node that must be a mapping.
    pub fn of(node: &'a Node, what: &'static str, complaints: &mut Vec<Diagnostic>) -> Self {
        let entries = match &node.kind {
            NodeKind::Map(entries) => entries.iter().map(|(key, value)| (key, value)).collect(),
            _ => {
                let diagnostic = Diagnostic::error("Y010", node.at, format!("{what}要写成一组“键: 值”"));
                let help = match node.text() {
                    Some(text) if text.contains('：') => "全角冒号“：”要改成半角冒号加空格“: ”",
                    _ => "每行一个键，冒号后面加空格",
                };
                complaints.push(diagnostic.help(help));
                Vec::new()
            }
        };
        Self { at: first_line(node), what, entries, known: Vec::new(), cut: node.cut }
    }

    /// The value of a key.
    pub fn take<T: Read>(&mut self, key: &'static str, complaints: &mut Vec<Diagnostic>) -> T {
        self.known.push(key);
        let position = self.entries.iter().position(|(name, _)| name.text() == Some(key));
        match position.map(|position| self.entries.remove(position)) {
            Some((name, value)) => {
                if value.text() == Some("") {
                    let message = format!("“{key}”后面是空的");
                    complaints
                        .push(Diagnostic::error("Y011", name.at, message).help("写上内容，或者删去这一行"));
                }
                T::read(value, complaints)
            }
            None if self.cut => T::missing(self.at),
            None => T::absent().unwrap_or_else(|| {
                let message = format!("{}缺少“{key}”", self.what);
                complaints
                    .push(Diagnostic::error("Y012", self.at, message).help(format!("加一行“{key}: …”")));
                T::missing(self.at)
            }),
        }
    }

    /// Complains about keys that nobody took.
    pub fn finish(self, complaints: &mut Vec<Diagnostic>) {
        for (key, _) in self.entries {
            let text = key.text().unwrap_or_default();
            let message = format!("{}没有“{text}”这个键", self.what);
            let near = feel::nearest(text, self.known.iter().copied());
            let help = near.map_or_else(
                || format!("可以写：{}", self.known.join("、")),
                |near| format!("是不是“{near}”？"),
            );
            complaints.push(Diagnostic::error("Y013", key.at, message).help(help));
        }
    }
}

/// The first line's worth of a node: pointing at a whole mapping would say nothing.
fn first_line(node: &Node) -> Origin {
    match &node.kind {
        NodeKind::Map(entries) => entries.first().map_or(node.at, |(key, _)| key.at),
        _ => node.at,
    }
}

fn wrong_shape(node: &Node, expected: &str, complaints: &mut Vec<Diagnostic>) {
    let at = match &node.kind {
        NodeKind::List(items) => items.first().map_or(node.at, |item| item.at),
        _ => first_line(node),
    };
    complaints.push(Diagnostic::error("Y014", at, format!("这里要写{expected}")));
}

impl Read for Text {
    fn read(node: &Node, complaints: &mut Vec<Diagnostic>) -> Self {
        match node.text() {
            Some(text) => Self { text: text.trim_end_matches('\n').into(), at: node.at },
            None => {
                wrong_shape(node, "一段文字", complaints);
                Self::missing(node.at)
            }
        }
    }

    fn missing(at: Origin) -> Self {
        Self { text: String::new(), at }
    }

    fn shape(text: &Value, _: &mut Shapes) -> Value {
        text.clone()
    }
}

impl<T: Read> Read for Option<T> {
    fn read(node: &Node, complaints: &mut Vec<Diagnostic>) -> Self {
        Some(T::read(node, complaints))
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn missing(_: Origin) -> Self {
        None
    }

    fn shape(text: &Value, shapes: &mut Shapes) -> Value {
        T::shape(text, shapes)
    }
}

/// A list; a single value counts as a list of one, so that `依据: 《…》` needs no dash.
impl<T: Read> Read for Vec<T> {
    fn read(node: &Node, complaints: &mut Vec<Diagnostic>) -> Self {
        match &node.kind {
            NodeKind::List(items) => items.iter().map(|item| T::read(item, complaints)).collect(),
            NodeKind::Text(text) if text.is_empty() => Vec::new(),
            _ => vec![T::read(node, complaints)],
        }
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }

    fn missing(_: Origin) -> Self {
        Vec::new()
    }

    fn shape(text: &Value, shapes: &mut Shapes) -> Value {
        one_or_many(T::shape(text, shapes))
    }
}

/// A mapping with the author's own keys, in file order.
#[derive(Debug, Default)]
pub struct Pairs(pub Vec<Pair>);

impl IntoIterator for Pairs {
    type Item = Pair;
    type IntoIter = std::vec::IntoIter<Pair>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Read for Pairs {
    fn read(node: &Node, complaints: &mut Vec<Diagnostic>) -> Self {
        let entries = free_entries(node, complaints);
        let pair = |(key, value): &(Node, Node), complaints: &mut Vec<Diagnostic>| Pair {
            key: Text::read(key, complaints),
            value: Text::read(value, complaints),
        };
        Self(entries.iter().map(|entry| pair(entry, complaints)).collect())
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }

    fn missing(_: Origin) -> Self {
        Self::default()
    }

    fn shape(text: &Value, shapes: &mut Shapes) -> Value {
        free_keys(Text::shape(text, shapes))
    }
}

/// The answers of an example.
#[derive(Debug, Default)]
pub struct Answers(pub Vec<Given>);

impl Read for Answers {
    fn read(node: &Node, complaints: &mut Vec<Diagnostic>) -> Self {
        let entries = free_entries(node, complaints);
        let given = |(key, value): &(Node, Node), complaints: &mut Vec<Diagnostic>| Given {
            question: Text::read(key, complaints),
            values: Vec::read(value, complaints),
            list: matches!(value.kind, NodeKind::List(_)),
        };
        Self(entries.iter().map(|entry| given(entry, complaints)).collect())
    }

    fn missing(_: Origin) -> Self {
        Self::default()
    }

    fn shape(text: &Value, shapes: &mut Shapes) -> Value {
        free_keys(Vec::<Text>::shape(text, shapes))
    }
}

fn free_entries<'a>(node: &'a Node, complaints: &mut Vec<Diagnostic>) -> &'a [(Node, Node)] {
    match &node.kind {
        NodeKind::Map(entries) => entries,
        _ => {
            wrong_shape(node, "一组“名称: 内容”", complaints);
            &[]
        }
    }
}
