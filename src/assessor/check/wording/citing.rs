//! Citations beside what the finding says: numbers of an older text, articles that are overtaken, and
//! articles that mislead alone.

use super::pattern::{Pattern, Plain};
use super::{Found, inside, listed, sayings, texts};
use crate::check::citation::{self, CitedPlace};
use crate::diagnostic::Diagnostic;
use crate::document::{Companion, Document, Finding, Renumbered, Stated, Text, Uncitable};

/// A place of a law, by its full title.
struct Place<'a> {
    law: &'a str,
    place: CitedPlace,
    text: &'a Text,
}

/// An entry of a list: the articles it is about, and the words it looks for.
struct Entry<'a> {
    articles: Vec<Place<'a>>,
    about: Vec<Pattern>,
}

/// The lists, read once.
struct Lists<'d> {
    renumbered: Vec<(&'d Renumbered, Entry<'d>, Entry<'d>)>,
    uncitable: Vec<(&'d Uncitable, Entry<'d>)>,
    companions: Vec<(&'d Companion, Entry<'d>, Entry<'d>)>,
    stated: Vec<(&'d Stated, Entry<'d>)>,
}

pub(super) fn check(document: &Document, found: &mut Found) {
    let lists = Lists::read(document, found);
    for finding in document.sections.iter().flat_map(|section| &section.findings) {
        let reading = Reading::of(document, finding);
        found.0.extend(lists.renumbered(&reading));
        found.0.extend(lists.uncitable(&reading));
        found.0.extend(lists.companions(&reading));
        found.0.extend(lists.stated(&reading));
    }
}

impl<'d> Lists<'d> {
    fn read(document: &'d Document, found: &mut Found) -> Self {
        let mut entry = |articles: &'d Text, about: &[Text]| Entry {
            articles: listed_places(document, articles, found),
            about: sayings::read(about, found),
        };
        let wording = &document.wording;
        let pair = |it: &'d Renumbered| (it, entry(&it.old, &it.about), entry(&it.new, &[]));
        let renumbered = wording.renumbered.iter().map(pair).collect();
        let companion = |it: &'d Companion| (it, entry(&it.cited, &it.about), entry(&it.also, &[]));
        let companions = wording.companions.iter().map(companion).collect();
        let uncitable = wording.uncitable.iter().map(|it| (it, entry(&it.articles, &[]))).collect();
        let stated = wording.stated.iter().map(|it| (it, entry(&it.cited, &it.words))).collect();
        Self { renumbered, uncitable, companions, stated }
    }

    fn renumbered(&self, reading: &Reading<'_>) -> impl Iterator<Item = Diagnostic> {
        self.renumbered.iter().filter_map(|(it, old, new)| {
            let place = reading.cites(old).filter(|_| reading.says(old) && reading.cites(new).is_none())?;
            let (old, about, new) = (&it.old.text, listed(&it.about), &it.new.text);
            let message = format!("{old}是旧条号：说到“{about}”的，现行文本里是{new}");
            let help = "打开现行文本核对，改成现在的条号；确实两条都要引的，把现在的条号也写上";
            Some(pointed("R102", place, message, help))
        })
    }

    fn uncitable(&self, reading: &Reading<'_>) -> impl Iterator<Item = Diagnostic> {
        self.uncitable.iter().filter_map(|(it, entry)| {
            let place = reading.cites(entry)?;
            let message = format!("这一条不能引：{}", it.reason.text);
            Some(pointed("R103", place, message, format!("改引：{}", it.instead.text)))
        })
    }

    fn companions(&self, reading: &Reading<'_>) -> impl Iterator<Item = Diagnostic> {
        self.companions.iter().filter_map(|(it, entry, also)| {
            let place =
                reading.cites(entry).filter(|_| reading.says(entry) && reading.cites(also).is_none())?;
            let message = format!("只引这一条会让人误解：{}", it.reason.text);
            Some(pointed("R104", place, message, format!("同时引 {}，后果里把两条都说清楚", it.also.text)))
        })
    }

    fn stated(&self, reading: &Reading<'_>) -> impl Iterator<Item = Diagnostic> {
        self.stated.iter().filter_map(|(it, entry)| {
            let place = reading.cites(entry).filter(|_| !reading.says(entry))?;
            let message = format!("引了这一条，正文里却没有写明：{}", it.reason.text);
            Some(pointed(
                "R110",
                place,
                message,
                format!("在后果、步骤或者期限里写明“{}”", listed(&it.words)),
            ))
        })
    }
}

fn pointed(code: &'static str, place: &Place<'_>, message: String, help: impl Into<String>) -> Diagnostic {
    inside(Diagnostic::error(code, place.text.at, message).help(help), place.place.at.clone())
}

/// A finding as the lists look at it.
struct Reading<'a> {
    cited: Vec<Place<'a>>,
    texts: Vec<Plain>,
}

impl<'a> Reading<'a> {
    fn of(document: &'a Document, finding: &'a Finding) -> Self {
        let basis = finding.basis.iter().chain(finding.deadlines.iter().flat_map(|deadline| &deadline.basis));
        let rules = finding.deadlines.iter().map(|deadline| &deadline.rule);
        Self {
            cited: basis.flat_map(|text| places(document, text)).collect(),
            texts: texts::finding(finding).into_iter().chain(rules).map(|it| Plain::of(&it.text)).collect(),
        }
    }

    /// The first of the entry's articles that the finding cites.
    fn cites(&self, entry: &Entry<'_>) -> Option<&Place<'a>> {
        self.cited.iter().find(|cited| entry.articles.iter().any(|article| article.covers(cited)))
    }

    fn says(&self, entry: &Entry<'_>) -> bool {
        let said = |pattern: &Pattern| self.texts.iter().any(|text| pattern.find(text).is_some());
        entry.about.is_empty() || entry.about.iter().any(said)
    }
}

impl Place<'_> {
    /// Whether a citation means this article; one of a whole article means each of its paragraphs.
    fn covers(&self, cited: &Place<'_>) -> bool {
        let (a, b) = (&self.place, &cited.place);
        let paragraph = a.paragraph.is_none() || b.paragraph.is_none() || a.paragraph == b.paragraph;
        self.law == cited.law && a.article == b.article && a.inserted == b.inserted && paragraph
    }
}

/// The places of a written citation; of laws that are not listed, none: others complain about those.
fn places<'a>(document: &'a Document, text: &'a Text) -> Vec<Place<'a>> {
    let mut places = Vec::new();
    for cited in citation::parse(&text.text).unwrap_or_default() {
        let called = |title: &Text| title.text == cited.title;
        let law = document.laws.iter().find(|law| law.short.iter().chain([&law.title]).any(called));
        if let Some(law) = law {
            places.extend(cited.places.into_iter().map(|place| Place { law: &law.title.text, place, text }));
        }
    }
    places
}

/// The places of an entry. One that means nothing is a mistake of the list.
fn listed_places<'a>(document: &'a Document, text: &'a Text, found: &mut Found) -> Vec<Place<'a>> {
    let places = places(document, text);
    if places.is_empty() && !text.text.is_empty() {
        let message = format!("“{}”不是 laws.yaml 里一部法律的条文", text.text);
        found.add(Diagnostic::error("R109", text.at, message).help("写成“《仲裁法》第七十二条”这样"));
    }
    places
}
