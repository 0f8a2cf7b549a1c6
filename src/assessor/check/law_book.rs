//! Which laws may be cited, and turning written citations into checked ones.

use std::collections::BTreeMap;

use super::Found;
use super::citation::{self, Cited, CitedPlace};
use super::words::{date, slug, whole, yes};
use crate::definition::{Citation, Law};
use crate::diagnostic::Diagnostic;
use crate::document::{self, Document, Origin, Text};

/// The laws by every title they go by.
pub(super) struct LawBook<'a> {
    in_force: BTreeMap<&'a str, Entry>,
    repealed: BTreeMap<&'a str, &'a document::Repealed>,
}

#[derive(Clone)]
struct Entry {
    id: String,
    short: String,
    last_article: Option<u16>,
    /// The articles of an abridged text.
    only: Option<Vec<String>>,
    /// First day in force.
    effective: feel::Date,
}

impl<'a> LawBook<'a> {
    /// Reads 法律 and 废止, and gives the laws of the definition.
    pub fn read(document: &'a Document, as_of: feel::Date, found: &mut Found) -> (Self, Vec<Law>) {
        let mut book = Self { in_force: BTreeMap::new(), repealed: BTreeMap::new() };
        let mut laws = Vec::new();
        for law in &document.laws {
            let entry = entry(law, found);
            laws.push(Law {
                id: entry.id.clone(),
                title: law.title.text.clone(),
                short: entry.short.clone(),
                kind: law.kind.text.clone(),
                effective: entry.effective,
            });
            if entry.effective > as_of {
                let message = format!("《{}》{} 才施行，还不能引用", entry.short, entry.effective);
                found.add(Diagnostic::error("R020", law.effective.at, message).help("施行前仍引用旧法"));
            }
            for title in law.short.iter().chain([&law.title]) {
                let other = book.in_force.insert(&title.text, entry.clone());
                if other.is_some_and(|other| other.id != entry.id) && !title.text.is_empty() {
                    let message = format!("“{}”这个名称有两部法律在用", title.text);
                    found.add(Diagnostic::error("R021", title.at, message).help("每个简称只能指一部法律"));
                }
            }
        }
        for repealed in &document.repealed {
            for title in repealed.short.iter().chain([&repealed.title]) {
                book.repealed.insert(&title.text, repealed);
            }
        }
        (book, laws)
    }

    /// The checked citations of a list of written ones.
    pub fn citations(&self, written: &[Text], found: &mut Found) -> Vec<Citation> {
        written
            .iter()
            .filter(|text| !text.text.is_empty())
            .flat_map(|text| self.citation(text, found))
            .collect()
    }

    fn citation(&self, text: &Text, found: &mut Found) -> Vec<Citation> {
        let laws = match citation::parse(&text.text) {
            Ok(laws) => laws,
            Err(error) => {
                found.add(inside(Diagnostic::error("R022", text.at, error.message), error.at));
                return Vec::new();
            }
        };
        laws.iter().flat_map(|cited| self.places(cited, text.at, found)).collect()
    }

    fn places(&self, cited: &Cited<'_>, at: Origin, found: &mut Found) -> Vec<Citation> {
        let Some(law) = self.in_force.get(cited.title) else {
            found.add(inside(self.unknown(cited.title, at), cited.title_at.clone()));
            return Vec::new();
        };
        cited.places.iter().map(|place| law.cite(place, at, found)).collect()
    }

    fn unknown(&self, title: &str, at: Origin) -> Diagnostic {
        if let Some(repealed) = self.repealed.get(title) {
            let when = repealed.on.as_ref().map_or(String::new(), |on| format!("{} ", on.text));
            let message = format!("《{title}》已于 {when}废止或被取代，不能引用");
            return Diagnostic::error("R023", at, message)
                .help(format!("现用：{}", repealed.replaced_by.text));
        }
        let near = feel::nearest(title, self.in_force.keys().copied());
        let advice = near.map_or("先在 laws.yaml 里登记这部法律，再引用".into(), |near| {
            format!("是不是《{near}》？")
        });
        Diagnostic::error("R024", at, format!("laws.yaml 里没有《{title}》")).help(advice)
    }
}

impl Entry {
    fn cite(&self, place: &CitedPlace, at: Origin, found: &mut Found) -> Citation {
        if self.last_article.is_some_and(|last| place.article == 0 || place.article > last) {
            let last = self.last_article.unwrap_or_default();
            let message = format!("《{}》一共 {last} 条，没有第 {} 条", self.short, place.article);
            found.add(inside(
                Diagnostic::error("R025", at, message).help("核对现行文本的条号"),
                place.at.clone(),
            ));
        }
        let key = match place.inserted {
            Some(inserted) => format!("{}-{inserted}", place.article),
            None => place.article.to_string(),
        };
        if self.only.as_ref().is_some_and(|only| !only.contains(&key)) {
            let message = format!("《{}》只核对过部分条文，其中没有第 {} 条", self.short, place.article);
            let help = "读到原文后，把条号加进 laws.yaml 的“条文”";
            found.add(inside(Diagnostic::error("R026", at, message).help(help), place.at.clone()));
        }
        let CitedPlace { article, inserted, paragraph, item, .. } = *place;
        Citation { law: self.id.clone(), article, inserted, paragraph, item }
    }
}

fn entry(law: &document::Law, found: &mut Found) -> Entry {
    for (key, day) in [("公布", &law.promulgated), ("修订", &law.revised)] {
        if let Some(day) = day {
            date(day, key, found);
        }
    }
    let abridged = law.abridged.as_ref().is_some_and(|text| yes(text, "节录", found));
    Entry {
        id: slug(&law.id, found),
        short: law.short.first().unwrap_or(&law.title).text.clone(),
        last_article: whole(&law.last_article, "条数", found),
        only: abridged.then(|| super::words::all(&law.articles)),
        effective: date(&law.effective, "施行", found),
    }
}

fn inside(diagnostic: Diagnostic, at: std::ops::Range<usize>) -> Diagnostic {
    let span = feel::Span { start: at.start as u32, end: at.end as u32 };
    Diagnostic { inner: Some(span), ..diagnostic }
}
