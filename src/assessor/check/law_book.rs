//! Which laws may be cited, and turning written citations into checked ones.
//!
//! A law that changes has an entry for each version, with the same titles. A finding cites it by
//! title, and means the version in force while the finding exists; a finding that outlives the
//! version it cites is an error, because article numbers and periods must be read again in the new
//! text. Days before the law was checked are nobody's concern: rules are written for what comes.

use std::collections::BTreeMap;

use super::Found;
use super::citation::{self, Cited, CitedPlace};
use super::words::{date, slug, whole, yes};
use crate::definition::{Citation, Law, Period};
use crate::diagnostic::Diagnostic;
use crate::document::{self, Document, Origin, Text};

/// The laws by every title they go by.
pub(super) struct LawBook<'a> {
    /// The versions of each law.
    laws: BTreeMap<&'a str, Vec<Entry>>,
    repealed: BTreeMap<&'a str, &'a document::Repealed>,
    /// The day on which the law was checked.
    as_of: feel::Date,
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
    /// First day no longer in force.
    until: Option<feel::Date>,
}

impl<'a> LawBook<'a> {
    /// Reads 法律 and 废止, and gives the laws of the definition.
    pub fn read(document: &'a Document, as_of: feel::Date, found: &mut Found) -> (Self, Vec<Law>) {
        let mut book = Self { laws: BTreeMap::new(), repealed: BTreeMap::new(), as_of };
        let mut laws = Vec::new();
        for law in &document.laws {
            let entry = entry(law, found);
            laws.push(Law {
                id: entry.id.clone(),
                title: law.title.text.clone(),
                short: entry.short.clone(),
                kind: law.kind.text.clone(),
                effective: entry.effective,
                until: entry.until,
            });
            for title in law.short.iter().chain([&law.title]).filter(|title| !title.text.is_empty()) {
                let versions = book.laws.entry(&title.text).or_default();
                if versions.iter().any(|other| other.id != entry.id && other.overlaps(&entry)) {
                    let message = format!("“{}”这个名称有两部法律在用", title.text);
                    let help = "每个简称只能指一部法律；同一部法律的两个版本，前一个要写“失效”";
                    found.add(Diagnostic::error("R021", title.at, message).help(help));
                }
                versions.push(entry.clone());
            }
        }
        for repealed in &document.repealed {
            for title in repealed.short.iter().chain([&repealed.title]) {
                book.repealed.insert(&title.text, repealed);
            }
        }
        (book, laws)
    }

    /// The day on which the law was checked.
    pub fn as_of(&self) -> feel::Date {
        self.as_of
    }

    /// The checked citations of a list of written ones, for a finding that exists in a period.
    pub fn citations(&self, written: &[Text], valid: Period, found: &mut Found) -> Vec<Citation> {
        written
            .iter()
            .filter(|text| !text.text.is_empty())
            .flat_map(|text| self.citation(text, valid, found))
            .collect()
    }

    fn citation(&self, text: &Text, valid: Period, found: &mut Found) -> Vec<Citation> {
        let laws = match citation::parse(&text.text) {
            Ok(laws) => laws,
            Err(error) => {
                found.add(inside(Diagnostic::error("R022", text.at, error.message), error.at));
                return Vec::new();
            }
        };
        laws.iter().flat_map(|cited| self.places(cited, text.at, valid, found)).collect()
    }

    fn places(&self, cited: &Cited<'_>, at: Origin, valid: Period, found: &mut Found) -> Vec<Citation> {
        let Some(versions) = self.laws.get(cited.title) else {
            found.add(inside(self.unknown(cited.title, at), cited.title_at.clone()));
            return Vec::new();
        };
        let start = valid.from.map_or(self.as_of, |from| from.max(self.as_of));
        let mut add = |diagnostic| found.add(inside(diagnostic, cited.title_at.clone()));
        let Some(law) = versions.iter().find(|law| law.period().contains(start)) else {
            add(not_in_force(versions, start, at));
            return Vec::new();
        };
        if let Some(end) = law.until.filter(|end| valid.until.is_none_or(|until| until > *end)) {
            add(outlived(law, end, versions.iter().any(|other| other.effective == end), at));
        }
        cited.places.iter().map(|place| law.cite(place, at, found)).collect()
    }

    fn unknown(&self, title: &str, at: Origin) -> Diagnostic {
        if let Some(repealed) = self.repealed.get(title) {
            let when = repealed.on.as_ref().map_or(String::new(), |on| format!("{} ", on.text));
            let message = format!("《{title}》已于 {when}废止或被取代，不能引用");
            return Diagnostic::error("R023", at, message)
                .help(format!("现用：{}", repealed.replaced_by.text));
        }
        let near = feel::nearest(title, self.laws.keys().copied());
        let advice = near.map_or("先在 laws.yaml 里登记这部法律，再引用".into(), |near| {
            format!("是不是《{near}》？")
        });
        Diagnostic::error("R024", at, format!("laws.yaml 里没有《{title}》")).help(advice)
    }
}

/// No version is in force on the first day on which it is cited.
fn not_in_force(versions: &[Entry], start: feel::Date, at: Origin) -> Diagnostic {
    let later = versions.iter().filter(|law| law.effective > start).min_by_key(|law| law.effective);
    if let Some(Entry { short, effective, .. }) = later {
        let message = format!("《{short}》{effective} 才施行，这里从 {start} 起就引用它");
        let help = format!("施行前仍引用旧法；只管施行以后的，写“有效期: {{自: {effective}}}”");
        return Diagnostic::error("R020", at, message).help(help);
    }
    let ended = versions.iter().max_by_key(|law| law.until);
    let short = ended.map_or("", |law| &law.short);
    let until = ended.and_then(|law| law.until).unwrap_or(start);
    let message = format!("《{short}》{until} 起已经失效，不能引用");
    Diagnostic::error("R027", at, message).help("改引现行的法律，或者在 laws.yaml 里登记新的版本")
}

/// A finding goes on existing after the version that it cites has ended.
fn outlived(law: &Entry, end: feel::Date, replaced: bool, at: Origin) -> Diagnostic {
    let what = if replaced { "换成新版本" } else { "失效" };
    let message = format!("《{}》{end} 起{what}，这条规则过了那天还在引用它", law.short);
    let help = format!(
        "加一段“新版: [{{自: {end}, …}}]”，对着新文本写依据；到那天就不再提示的，写“有效期: {{失效: {end}}}”"
    );
    Diagnostic::error("R028", at, message).help(help)
}

impl Entry {
    fn period(&self) -> Period {
        Period { from: Some(self.effective), until: self.until }
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.period().contains(other.effective) || other.period().contains(self.effective)
    }

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
        until: law.until.as_ref().map(|day| date(day, "失效", found)),
    }
}

fn inside(diagnostic: Diagnostic, at: std::ops::Range<usize>) -> Diagnostic {
    let span = feel::Span { start: at.start as u32, end: at.end as u32 };
    Diagnostic { inner: Some(span), ..diagnostic }
}
