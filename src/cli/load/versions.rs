//! 新版: what a rule says once a law has changed, written as what is different.
//!
//! Every version becomes a rule of its own with its own id and 有效期, so that nothing after the
//! reader knows of versions. What the entry does not say it takes over, except the id and the day
//! of the next reading, which it must say itself; examples are tried again on its first day.

use assessor::Diagnostic;
use assessor::document::{Finding, Origin};

use serde_json::Value;

use super::node::{Node, NodeKind};
use super::reader::Read;
use super::schema::{Form, Record, Shapes, one_or_many};

const VERSIONS: &str = "新版";
const VALID: &str = "有效期";
const FROM: &str = "自";
const UNTIL: &str = "失效";
const EXAMPLES: &str = "示例";
const DAY: &str = "日期";
/// Keys that no version takes over.
const OWN: [&str; 4] = [VERSIONS, VALID, "id", "复核日期"];

type Entries = [(Node, Node)];

/// Findings, each in all its versions.
pub struct Versions(pub Vec<Finding>);

impl Read for Versions {
    fn read(node: &Node, complaints: &mut Vec<Diagnostic>) -> Self {
        let NodeKind::List(items) = &node.kind else { return Self(Vec::read(node, complaints)) };
        let mut findings = Vec::new();
        for item in items {
            for version in versions(item, complaints) {
                findings.push(Finding::read(&version, complaints));
            }
        }
        Self(findings)
    }

    fn absent() -> Option<Self> {
        Some(Self(Vec::new()))
    }

    fn missing(_: Origin) -> Self {
        Self(Vec::new())
    }

    fn shape(text: &Value, shapes: &mut Shapes) -> Value {
        Finding::shape(text, shapes);
        let version = shapes.variant("Finding", "Version", version);
        let rule = shapes.variant("Finding", "Finding", |finding| {
            finding.keys.insert(VERSIONS, one_or_many(version));
        });
        one_or_many(rule)
    }
}

/// From the schema of a rule to that of a later version of it: a first day, and what is different.
fn version(rule: &mut Record) {
    rule.title = VERSIONS;
    rule.keys.retain(|key, _| ![VERSIONS, VALID].contains(key));
    rule.keys.insert(FROM, Form::Day.shape());
    rule.required = vec![FROM, "id", "复核日期"];
}

fn versions(item: &Node, complaints: &mut Vec<Diagnostic>) -> Vec<Node> {
    let NodeKind::Map(base) = &item.kind else { return vec![item.clone()] };
    let Some(later) = value(base, VERSIONS) else { return vec![item.clone()] };
    let later = match &later.kind {
        NodeKind::List(list) => list.as_slice(),
        _ => std::slice::from_ref(later),
    };
    let written = value(base, VALID).and_then(entries).unwrap_or_default();
    let mut from = value(written, FROM).cloned();
    let mut all: Vec<Node> = Vec::new();
    let mut own: Vec<(Node, Node)> = without(base, &[VERSIONS, VALID]);
    let mut here = item;
    for version in later {
        let changes = entries(version).unwrap_or_default();
        let start = value(changes, FROM).cloned();
        if start.is_none() {
            let help = "写“新版: [{自: 2027-01-01, id: …, 依据: …, 复核日期: …}]”，自是新版的第一天";
            complaints.push(Diagnostic::error("Y015", version.at, "新版缺少“自”").help(help));
        }
        all.push(made(here, own, from, start.clone()));
        own = without(changes, &[FROM]);
        let kept = without(base, &OWN).into_iter().map(undated);
        own.extend(kept.filter(|(key, _)| key.text().is_none_or(|it| value(changes, it).is_none())));
        (from, here) = (start, version);
    }
    all.push(made(here, own, from, value(written, UNTIL).cloned()));
    all
}

/// Examples that are taken over are tried on the first day of the version, not on theirs.
fn undated((key, value): (Node, Node)) -> (Node, Node) {
    let (NodeKind::List(examples), Some(EXAMPLES)) = (&value.kind, key.text()) else { return (key, value) };
    let undated = |example: &Node| match entries(example) {
        Some(written) => Node { kind: NodeKind::Map(without(written, &[DAY])), ..example.clone() },
        None => example.clone(),
    };
    let kind = NodeKind::List(examples.iter().map(undated).collect());
    (key, Node { kind, ..value })
}

/// A rule of these entries that exists from a day until another.
fn made(at: &Node, mut own: Vec<(Node, Node)>, from: Option<Node>, until: Option<Node>) -> Node {
    let node = |kind: NodeKind| Node { at: at.at, cut: at.cut, kind };
    let days = [(FROM, from), (UNTIL, until)];
    let days =
        days.into_iter().filter_map(|(key, day)| Some((node(NodeKind::Text(key.into())), day?))).collect();
    own.push((node(NodeKind::Text(VALID.into())), node(NodeKind::Map(days))));
    node(NodeKind::Map(own))
}

fn entries(node: &Node) -> Option<&Entries> {
    match &node.kind {
        NodeKind::Map(entries) => Some(entries),
        _ => None,
    }
}

fn value<'n>(entries: &'n Entries, key: &str) -> Option<&'n Node> {
    entries.iter().find(|(name, _)| name.text() == Some(key)).map(|(_, value)| value)
}

fn without(entries: &Entries, keys: &[&str]) -> Vec<(Node, Node)> {
    let kept = entries.iter().filter(|(key, _)| key.text().is_none_or(|text| !keys.contains(&text)));
    kept.cloned().collect()
}
