//! Reading `rules/`: YAML files to an [`assessor::document::Document`], with all complaints.
//!
//! `rulebook.yaml` lists the files, or a folder of them; what a file holds is told by its top-level
//! keys. The parser is saphyr's (well kept, gives places); everything above its events is ours, because a rule
//! author needs every mistake at once and in Chinese, which no deserialiser gives.

mod invisible;
mod lists;
mod node;
mod reader;
mod records;
mod schema;
mod sources;
mod versions;

use std::path::{Path, PathBuf};

use assessor::Diagnostic;
use assessor::document::{Document, Header, Origin, Person, Text};
use serde_json::Value;

use node::{Node, NodeKind};
use reader::Read;
use records::{Domain, Profile, Route};
use schema::Shapes;
pub use schema::schema;
pub use sources::{Source, Sources, line_and_column};

/// Name of the file that lists the others.
pub const ENTRY: &str = "rulebook.yaml";

/// A rulebook as read from a folder.
#[derive(Debug, Default)]
pub struct Loaded {
    /// What was written.
    pub document: Document,
    /// What could not be read.
    pub complaints: Vec<Diagnostic>,
    /// The files, for drawing complaints.
    pub sources: Sources,
    base: PathBuf,
}

/// All texts of a YAML file, keys among them, each with its first byte.
pub fn scalars(source: &str, complaints: &mut Vec<Diagnostic>) -> Vec<(usize, String)> {
    let mut open: Vec<Node> = node::parse(0, source, complaints).into_iter().collect();
    let mut found = Vec::new();
    while let Some(node) = open.pop() {
        match node.kind {
            NodeKind::Text(text) => found.push((node.at.start as usize, text)),
            NodeKind::List(items) => open.extend(items.into_iter().rev()),
            NodeKind::Map(entries) => {
                open.extend(entries.into_iter().rev().flat_map(|(key, value)| [value, key]));
            }
        }
    }
    found
}

/// Reads the rulebook in a folder; complaints name files as seen from `base`. A folder without `rulebook.yaml` is a complaint like others.
pub fn folder(folder: &Path, base: &Path) -> Loaded {
    let mut loaded = Loaded { base: base.to_path_buf(), ..Loaded::default() };
    let entry = loaded.open(folder, ENTRY, Origin::default());
    if let Some(node) = entry {
        loaded.document.header = Header::read(&node, &mut loaded.complaints);
    }
    for file in loaded.document.header.files.clone() {
        for name in loaded.names(folder, &file) {
            if let Some(node) = loaded.open(folder, &name, file.at) {
                loaded.file(&node);
            }
        }
    }
    loaded
}

impl Loaded {
    /// The files that an entry of the list means: itself, or the YAML files of a folder, which ends
    /// in `/`, in the order of their names.
    fn names(&mut self, folder: &Path, listed: &Text) -> Vec<String> {
        let name = &listed.text;
        if !name.ends_with('/') {
            return vec![name.clone()];
        }
        let inside = std::fs::read_dir(folder.join(name)).into_iter().flatten().flatten();
        let names = inside.filter_map(|entry| entry.file_name().into_string().ok());
        let mut names: Vec<String> =
            names.filter(|file| file.ends_with(".yaml")).map(|file| format!("{name}{file}")).collect();
        names.sort();
        if names.is_empty() {
            let message = format!("文件夹 {name} 里没有 .yaml 文件");
            let help = "检查文件夹的名称，或者从“文件”里删去这一行";
            self.complaints.push(Diagnostic::error("Y021", listed.at, message).help(help));
        }
        names
    }

    fn open(&mut self, folder: &Path, name: &str, listed_at: Origin) -> Option<Node> {
        let path = folder.join(name);
        let shown = path.strip_prefix(&self.base).unwrap_or(&path).to_path_buf();
        match std::fs::read_to_string(&path) {
            Ok(text) => {
                let number = self.sources.add(shown, text);
                let source = self.sources.get(number)?;
                node::parse(number, &source.text, &mut self.complaints)
            }
            Err(error) => {
                if self.sources.is_empty() {
                    self.sources.add(shown, String::new());
                }
                let message = format!("读不到文件 {name}：{error}");
                let help = "检查文件名和“文件”列表是否一致，文件是否为 UTF-8 编码";
                self.complaints.push(Diagnostic::error("Y020", listed_at, message).help(help));
                None
            }
        }
    }

    /// Takes one file over, by its top-level keys.
    fn file(&mut self, node: &Node) {
        let kind = FILES.iter().find(|(key, _)| key.is_none_or(|key| has(node, key)));
        if let Some((_, kind)) = kind {
            (kind.take)(&mut self.document, node, &mut self.complaints);
        }
    }
}

/// A kind of file: how it is taken over, and its schema.
struct FileKind {
    take: fn(&mut Document, &Node, &mut Vec<Diagnostic>),
    shape: fn(&Value, &mut Shapes) -> Value,
}

/// The kinds by the key that tells them; the last one is what has none of the keys.
const FILES: [(Option<&str>, FileKind); 5] = [
    (
        Some("档案"),
        FileKind {
            take: |document, node, complaints| document.sections.push(Profile::read(node, complaints).0),
            shape: Profile::shape,
        },
    ),
    (
        Some("领域"),
        FileKind {
            take: |document, node, complaints| document.sections.push(Domain::read(node, complaints).0),
            shape: Domain::shape,
        },
    ),
    (
        Some("路线"),
        FileKind {
            take: |document, node, complaints| document.sections.push(Route::read(node, complaints).0),
            shape: Route::shape,
        },
    ),
    (
        Some("人物"),
        FileKind {
            take: |document, node, complaints| document.people.push(Person::read(node, complaints)),
            shape: Person::shape,
        },
    ),
    (None, FileKind { take: lists::read, shape: lists::shape }),
];

fn has(node: &Node, key: &str) -> bool {
    matches!(&node.kind, NodeKind::Map(entries) if entries.iter().any(|(name, _)| name.text() == Some(key)))
}
