//! Ids and names: unique, and usable in FEEL.

use std::collections::BTreeMap;

use super::Found;
use crate::compile::DAYS;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Origin, Text};

pub(super) fn check(document: &Document, found: &mut Found) {
    let sections = || document.sections.iter();
    let questions = || sections().flat_map(|section| &section.questions);
    unique("法律编号", document.laws.iter().map(|law| &law.id), found);
    unique("机构编号", document.agencies.iter().map(|agency| &agency.id), found);
    unique("领域、路线的编号", sections().map(|section| &section.id), found);
    unique("问题编号", questions().map(|question| &question.id), found);
    let decisions = || sections().flat_map(|section| &section.decisions).map(|decision| &decision.name);
    unique("问题、决策的名称", questions().map(|question| &question.name).chain(decisions()), found);
    unique("风险、指引的编号", sections().flat_map(|it| &it.findings).map(|finding| &finding.id), found);
    for name in questions().map(|question| &question.name).chain(decisions()) {
        usable(name, found);
    }
}

/// Pairs of findings that are declared never to stand together, in file order.
pub(super) fn exclusive(document: &Document, found: &mut Found) -> Vec<(String, String)> {
    let findings = || document.sections.iter().flat_map(|section| &section.findings);
    let mut pairs = Vec::new();
    for finding in findings() {
        for other in &finding.exclusive {
            let ids = || findings().map(|it| it.id.text.as_str()).filter(|id| *id != finding.id.text);
            if ids().any(|id| id == other.text) {
                pairs.push((finding.id.text.clone(), other.text.clone()));
                continue;
            }
            let near = feel::nearest(&other.text, ids());
            let help =
                near.map_or("写别的风险或指引的 id".into(), |near| format!("是不是“{near}”？"));
            let message = format!("“互斥”里的“{}”不是别的风险或指引", other.text);
            found.add(Diagnostic::error("R013", other.at, message).help(help));
        }
    }
    pairs
}

fn unique<'a>(what: &str, texts: impl Iterator<Item = &'a Text>, found: &mut Found) {
    let mut seen: BTreeMap<&str, Origin> = BTreeMap::new();
    for text in texts.filter(|text| !text.text.is_empty()) {
        match seen.get(text.text.as_str()) {
            Some(first) => {
                let message = format!("{what}“{}”用了两次", text.text);
                found.add(
                    Diagnostic::error("R010", text.at, message)
                        .related(*first, "第一次在这里")
                        .help("改成不同的"),
                );
            }
            None => drop(seen.insert(&text.text, text.at)),
        }
    }
}

/// Names of questions and decisions are written in conditions as they stand.
fn usable(name: &Text, found: &mut Found) {
    let text = name.text.as_str();
    if DAYS.contains(&text) {
        let message = format!("“{text}”是系统自带的名称，问题和决策不能再叫这个名字");
        found.add(Diagnostic::error("R011", name.at, message));
    } else if !text.is_empty() && !stands_alone(text) {
        let help = "只用汉字、字母和数字，不以数字开头，不含空格和标点，不用 and、or、if 等 FEEL 关键字";
        found.add(Diagnostic::error("R012", name.at, format!("“{text}”不能直接用在条件里")).help(help));
    }
}

/// Whether FEEL reads the text as this very name, without anything that could be an operator.
fn stands_alone(name: &str) -> bool {
    let mut scope = feel::Scope::new();
    let slot = scope.declare(name, feel::Type::Any);
    let plain = name.chars().all(|c| c.is_alphanumeric() || c == '_');
    plain && feel::compile(name, &scope).0.is_some_and(|program| program.slots() == [slot])
}
