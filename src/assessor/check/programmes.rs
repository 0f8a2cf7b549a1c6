//! Programmes: that an owner meets every announced service where it helps, and nothing else.
//!
//! A city's announcements mix services with slogans, honours and figures. Each row of the list
//! says where it appears or why it does not; here the texts are read to see whether that is so.

use super::Found;
use super::words::{whole, word};
use crate::definition::{Agency, Definition, Finding, Section};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Programme, Text};

/// What a row may be, and what follows from it.
pub(super) const KINDS: [(&str, Use); 7] = [
    ("服务", Use::Usable),
    ("承诺", Use::Usable),
    ("机制", Use::Perhaps),
    ("数字", Use::Perhaps),
    ("荣誉", Use::Background),
    ("口号", Use::Background),
    ("方向", Use::Background),
];

/// The place that is the page about the page: 为企业做的.
const ABOUT: &str = "关于本页";
/// The year of the announcements: a figure without it would pass for today's.
const YEAR: &str = "2022";

/// Whether an enterprise can use it. Ordered from the least to the most usable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Use {
    Background,
    Perhaps,
    Usable,
}

pub(super) fn check(document: &Document, definition: &Definition, found: &mut Found) {
    let places = places(document, definition);
    let mut expected = 1;
    for row in &document.programmes {
        let number: u32 = whole(&row.number, "序号", found).unwrap_or(expected);
        if number != expected {
            let message = format!("这里应当是第 {expected} 项，写的是第 {number} 项");
            let help = "序号从 1 开始，一个接一个，不跳号、不重复";
            found.add(Diagnostic::error("R094", row.number.at, message).help(help));
        }
        expected = number.saturating_add(1);
        let kinds = row.kinds.iter().filter_map(|kind| word(kind, "类型", &KINDS, found));
        let use_ = kinds.max().unwrap_or(Use::Perhaps);
        match &row.hidden {
            None => shown(row, use_, &places, found),
            Some(_) => hidden(row, use_, &places, found),
        }
    }
}

/// A place and what stands there.
struct Place<'a> {
    id: &'a str,
    texts: Vec<&'a str>,
}

impl Place<'_> {
    fn says(&self, words: &str) -> bool {
        self.texts.iter().any(|text| text.contains(words))
    }

    fn names(&self, row: &Programme) -> bool {
        words(row).any(|words| self.says(&words.text))
    }
}

/// The words by which a text names a row.
fn words(row: &Programme) -> impl Iterator<Item = &Text> {
    let name = row.words.is_empty().then_some(&row.name);
    row.words.iter().chain(name).filter(|words| !words.text.is_empty())
}

fn shown(row: &Programme, use_: Use, places: &[Place<'_>], found: &mut Found) {
    if row.shown.is_empty() {
        let message = format!("第 {} 项“{}”没有写出现在哪里", row.number.text, row.name.text);
        let help = "写“出现在: [机构、部分、风险、指引或本地做法的 id，或者 关于本页]”，或者“不展示: 原因”";
        found.add(Diagnostic::error("R095", row.name.at, message).help(help));
    }
    for at in &row.shown {
        let Some(place) = places.iter().find(|place| place.id == at.text) else {
            let near = feel::nearest(&at.text, places.iter().map(|place| place.id));
            let help =
                near.map_or_else(|| format!("写 id，或者“{ABOUT}”"), |near| format!("是不是“{near}”？"));
            let message = format!("没有“{}”这个机构、部分、风险、指引或本地做法", at.text);
            found.add(Diagnostic::error("R096", at.at, message).help(help));
            continue;
        };
        if use_ == Use::Background && place.id != ABOUT {
            let message = format!("“{}”企业用不上，不能出现在“{}”里", row.name.text, at.text);
            let help = format!("荣誉、口号、方向只能出现在“{ABOUT}”，或者写“不展示: 原因”");
            found.add(Diagnostic::error("R097", at.at, message).help(help));
        }
        if !place.names(row) {
            let message = format!("“{}”里没有提到“{}”", at.text, row.name.text);
            let help = "在那里用一句话写上；换了说法的，把那几个字写进“字样”";
            found.add(Diagnostic::error("R098", at.at, message).help(help));
        }
        if row.kinds.iter().any(|kind| kind.text == "数字") && !place.says(YEAR) {
            let message = format!("“{}”里有“{}”这个数字，没写是哪一年的", at.text, row.name.text);
            found.add(Diagnostic::error("R099", at.at, message).help("数字要带年份，例如“2022年公布”"));
        }
    }
}

fn hidden(row: &Programme, use_: Use, places: &[Place<'_>], found: &mut Found) {
    let (number, name) = (&row.number.text, &row.name);
    if let Some(at) = row.shown.first() {
        let message = format!("第 {number} 项“{}”又写“出现在”，又写“不展示”", name.text);
        found.add(Diagnostic::error("R095", at.at, message).help("留一个"));
    }
    if use_ == Use::Usable {
        let message = format!("第 {number} 项“{}”企业用得上，不能不展示", name.text);
        let help = "在用得着它的规则、机构或本地做法里写一句话，再写“出现在”";
        found.add(Diagnostic::error("R095", name.at, message).help(help));
    }
    if let Some(place) = places.iter().find(|place| place.names(row)) {
        let message = format!("“{}”写着不展示，“{}”里却提到了它", name.text, place.id);
        found.add(Diagnostic::error("R097", name.at, message).help("删去那里的话，或者改“不展示”"));
    }
}

fn places<'a>(document: &'a Document, definition: &'a Definition) -> Vec<Place<'a>> {
    let about = definition.deeds.iter().flat_map(|deed| [deed.text.as_str(), &deed.source]);
    let about = Place { id: ABOUT, texts: about.collect() };
    let agencies = definition.agencies.iter().map(|it| Place { id: &it.id, texts: of_agency(it) });
    let sections = definition.sections.iter().map(|it| Place { id: &it.id, texts: of_section(it) });
    let findings = definition.sections.iter().flat_map(|section| &section.findings);
    let findings = findings.map(|it| Place { id: &it.id, texts: of_finding(it) });
    let practices = document.practices.iter();
    let practices =
        practices.map(|it| Place { id: &it.id.text, texts: vec![&it.step.text, &it.source.text] });
    std::iter::once(about).chain(practices).chain(agencies).chain(findings).chain(sections).collect()
}

fn of_agency(agency: &Agency) -> Vec<&str> {
    let lists = agency.handles.iter().chain(&agency.excludes).map(String::as_str);
    let phones = agency.phones.iter().filter_map(|phone| phone.note.as_deref());
    let online =
        agency.online.iter().flat_map(|it| std::iter::once(it.name.as_str()).chain(it.note.as_deref()));
    let promises = agency.commitments.iter().flat_map(|it| [it.text.as_str(), &it.source]);
    std::iter::once(agency.name.as_str()).chain(lists).chain(phones).chain(online).chain(promises).collect()
}

fn of_section(section: &Section) -> Vec<&str> {
    let questions = section.questions.iter().flat_map(|question| {
        let terms = question.terms.iter().flat_map(|it| [it.term.as_str(), &it.meaning]);
        [question.text.as_str(), &question.why].into_iter().chain(terms)
    });
    [section.title.as_str(), &section.summary].into_iter().chain(questions).collect()
}

fn of_finding(finding: &Finding) -> Vec<&str> {
    let lists = finding.steps.iter().chain(&finding.materials).chain(&finding.avoid).map(String::as_str);
    [finding.title.as_str(), &finding.consequence].into_iter().chain(lists).collect()
}
