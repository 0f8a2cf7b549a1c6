//! People: whole businesses with their answers and all that they must be told.
//!
//! A worked example beside a rule looks at that rule. A person goes through the profile and whole
//! domains and routes, and what is certain there is written down completely, so that a rule that
//! fires for somebody it should leave alone is noticed.

use feel::Date;

use super::Found;
use super::contacts;
use super::law_book::LawBook;
use super::suite;
use super::words::{all, date, word};
use crate::answers::Answers;
use crate::definition::{Citation, Definition, Period, Section, SectionKind, Severity};
use crate::diagnostic::Diagnostic;
use crate::document::{self, Document, Origin, Pair, Text};

/// One person.
#[derive(Debug, Clone)]
pub struct Person {
    /// The story, and where it is written.
    pub story: Text,
    /// The day of assessment.
    pub on: Date,
    /// Ids of the domains and routes gone through.
    pub sections: Vec<String>,
    /// The answers.
    pub answers: Answers,
    /// Ids of the questions answered, each with the place of its name.
    pub given: Vec<Text>,
    /// What must come out.
    pub expected: Prospect,
}

/// What a person must be told. Texts are ids and stand where they were written.
#[derive(Debug, Clone)]
pub struct Prospect {
    /// All findings of the sections that are certain.
    pub confirmed: Vec<Text>,
    /// All that are possible, if that is said.
    pub possible: Option<Vec<Text>>,
    /// Findings that must not show at all.
    pub absent: Vec<Text>,
    /// Citations that the findings expected must rest on, each with what was written.
    pub basis: Vec<(Citation, Text)>,
    /// Agencies that the findings expected must name; the first is the first contact of the first finding.
    pub agencies: Vec<Text>,
    /// Findings, each with the last day of one of its deadlines.
    pub deadlines: Vec<(Text, Date)>,
    /// Domains, each with the highest severity that is certain.
    pub levels: Vec<(Text, Option<Severity>)>,
}

pub(super) fn read(document: &Document, definition: &Definition, found: &mut Found) -> Vec<Person> {
    // The law book has been complained about when the definition was made.
    let (book, _) = LawBook::read(document, definition.as_of, &mut Found(Vec::new()));
    let reader = Reader { document, definition, book };
    document.people.iter().map(|it| reader.person(it, found)).collect()
}

struct Reader<'a> {
    document: &'a Document,
    definition: &'a Definition,
    book: LawBook<'a>,
}

impl Reader<'_> {
    fn person(&self, written: &document::Person, found: &mut Found) -> Person {
        let on = written.on.as_ref().map_or(self.definition.as_of, |text| date(text, "日期", found));
        self.known("范围", &written.sections, |section| Some(&section.id), found);
        let sections = all(&written.sections);
        let mut answers = Answers::default();
        let mut given = Vec::new();
        for it in &written.answers {
            if let Some((id, input)) = suite::answer(it, self.definition, on, found) {
                self.inside(&id, &sections, &it.question, found);
                answers.insert(&id, input);
                given.push(Text { text: id, at: it.question.at });
            }
        }
        let expected = self.prospect(&written.expected, &sections, on, found);
        Person { story: written.story.clone(), on, sections, answers, given, expected }
    }

    /// An answer belongs to the profile or to what the person goes through: elsewhere nothing would be
    /// held that it brings about.
    fn inside(&self, question: &str, sections: &[String], name: &Text, found: &mut Found) {
        let asks = |section: &&Section| section.questions.iter().any(|it| it.id == question);
        let Some(section) = self.definition.sections.iter().find(asks) else { return };
        if section.kind != SectionKind::Profile && !sections.contains(&section.id) {
            let message = format!("“{}”是“{}”的问题，不在“范围”里", name.text, section.title);
            let help = format!("把 {} 加进“范围”，或者删去这个回答", section.id);
            found.add(Diagnostic::error("R110", name.at, message).help(help));
        }
    }

    fn prospect(
        &self,
        written: &document::Prospect,
        sections: &[String],
        on: Date,
        found: &mut Found,
    ) -> Prospect {
        let document::Prospect { confirmed, possible, absent, basis, agencies, deadlines, levels } = written;
        let keys = |pairs: &[Pair]| pairs.iter().map(|pair| pair.key.clone()).collect::<Vec<_>>();
        let all = [("确定", confirmed), ("可能", possible.as_ref().unwrap_or(&Vec::new())), ("没有", absent)]
            .map(|(key, ids)| (key, ids.clone()));
        for (key, ids) in all.iter().chain([&("期限", keys(deadlines))]) {
            self.findings(key, ids, sections, found);
        }
        once(all.iter().flat_map(|(_, ids)| ids), found);
        self.known("等级", &keys(levels), |it| Some(&it.id).filter(|id| sections.contains(id)), found);
        contacts::known(self.document, agencies, found);
        // The version of a law that is in force on the day.
        let day = Period { from: Some(on), until: on.add_days(1) };
        let cited = |text: &Text, found: &mut Found| {
            let citations = self.book.citations(std::slice::from_ref(text), day, found);
            citations.into_iter().map(|it| (it, text.clone())).collect::<Vec<_>>()
        };
        Prospect {
            confirmed: confirmed.clone(),
            possible: possible.clone(),
            absent: absent.clone(),
            basis: basis.iter().flat_map(|text| cited(text, found)).collect(),
            agencies: agencies.clone(),
            deadlines: deadlines.iter().map(|it| (it.key.clone(), date(&it.value, "期限", found))).collect(),
            levels: levels.iter().map(|it| (it.key.clone(), level(&it.value, found))).collect(),
        }
    }

    /// Complains about ids of findings that no section of this person has.
    fn findings(&self, key: &str, ids: &[Text], sections: &[String], found: &mut Found) {
        let inside = self.definition.sections.iter().filter(|it| sections.contains(&it.id));
        let inside: Vec<&str> = inside.flat_map(|it| &it.findings).map(|it| it.id.as_str()).collect();
        for id in ids.iter().filter(|id| !inside.contains(&id.text.as_str())) {
            dangling(key, id, "风险或指引", inside.iter().copied(), found);
        }
    }

    /// Complains about ids of sections that are none, or not of the right kind.
    fn known<'d>(
        &'d self,
        key: &str,
        ids: &[Text],
        of: impl Fn(&'d Section) -> Option<&'d String>,
        found: &mut Found,
    ) {
        let sections = self.definition.sections.iter().filter(|it| it.kind != SectionKind::Profile);
        let known: Vec<&str> = sections.filter_map(of).map(String::as_str).collect();
        for id in ids.iter().filter(|id| !known.contains(&id.text.as_str())) {
            dangling(key, id, "领域或路线", known.iter().copied(), found);
        }
    }
}

fn dangling<'k>(key: &str, id: &Text, what: &str, known: impl Iterator<Item = &'k str>, found: &mut Found) {
    let near = feel::nearest(&id.text, known);
    let help = near.map_or_else(|| format!("写“范围”里的{what}的 id"), |near| format!("是不是“{near}”？"));
    let message = format!("“{key}”里的“{}”不是这里能写的{what}", id.text);
    found.add(Diagnostic::error("R111", id.at, message).help(help));
}

/// A finding is certain, possible or absent, and one of them only.
fn once<'t>(ids: impl Iterator<Item = &'t Text>, found: &mut Found) {
    let mut seen: Vec<(&str, Origin)> = Vec::new();
    for id in ids {
        match seen.iter().find(|(other, _)| *other == id.text) {
            Some((_, first)) => {
                let message = format!("“{}”在“预期”里写了两次", id.text);
                let twice = Diagnostic::error("R112", id.at, message).related(*first, "第一次在这里");
                found.add(twice.help("只留一处：确定、可能、没有，三选一"));
            }
            None => seen.push((&id.text, id.at)),
        }
    }
}

fn level(text: &Text, found: &mut Found) -> Option<Severity> {
    let words = [
        ("无", None),
        ("低", Some(Severity::Low)),
        ("中", Some(Severity::Medium)),
        ("高", Some(Severity::High)),
        ("极高", Some(Severity::Critical)),
    ];
    word(text, "等级", &words, found).flatten()
}
