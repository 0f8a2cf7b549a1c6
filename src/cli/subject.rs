//! What the prover speaks of by position, found in the files and put into words.

use assessor::document::{Document, Origin, Text};
use assessor::{Answers, Place, Rulebook, accept, words};
use feel::{Scope, Span};
use prover::Subject;

use crate::load::{Sources, line_and_column};

/// The places of a document.
pub struct Places<'d> {
    document: &'d Document,
    scope: Scope,
}

impl<'d> Places<'d> {
    /// The places of this document.
    pub fn new(document: &'d Document) -> Self {
        Self { document, scope: assessor::formulas(document).0 }
    }

    /// Where a subject is written, and which part of that text is meant.
    pub fn of(&self, subject: Subject) -> (Origin, Option<Span>) {
        let text = match subject {
            Subject::Part(place, number) => {
                let Some(text) = self.text(place) else { return Default::default() };
                return (text.at, feel::atom_places(&text.text, &self.scope).get(number).copied());
            }
            Subject::Text(place) => self.text(place),
            Subject::Section(s) => self.document.sections.get(s).map(|it| &it.id),
            Subject::Question(s, q) => self.question(s, q).map(|it| &it.id),
            Subject::Choice(s, q, o) => {
                self.question(s, q).and_then(|it| it.options.get(o)).map(|it| &it.value)
            }
            Subject::Finding(s, f) => self.finding(s, f).map(|it| &it.id),
            Subject::Decision(s, d) => self.decision(s, d).map(|it| &it.name),
            Subject::Rule(s, d, r) => self.decision(s, d).and_then(|it| it.rules.get(r)).map(|it| &it.output),
        };
        (text.map(|text| text.at).unwrap_or_default(), None)
    }

    fn text(&self, place: Place) -> Option<&'d Text> {
        match place {
            Place::Section(s) => self.document.sections.get(s)?.when.as_ref(),
            Place::Question(s, q) => self.question(s, q)?.when.as_ref(),
            Place::Finding(s, f) => Some(&self.finding(s, f)?.when),
            Place::Deadline(s, f, d) => self.finding(s, f)?.deadlines.get(d)?.day(),
            Place::Decision(s, d) => self.decision(s, d).map(|it| &it.name),
        }
    }

    fn question(&self, s: usize, q: usize) -> Option<&'d assessor::document::Question> {
        self.document.sections.get(s)?.questions.get(q)
    }

    fn decision(&self, s: usize, d: usize) -> Option<&'d assessor::document::Decision> {
        self.document.sections.get(s)?.decisions.get(d)
    }

    fn finding(&self, s: usize, f: usize) -> Option<&'d assessor::document::Finding> {
        self.document.sections.get(s)?.findings.get(f)
    }
}

/// `file:line` of a place.
pub fn line(sources: &Sources, at: Origin) -> String {
    let Some(source) = sources.get(at.file) else { return String::new() };
    format!("{}:{}", source.path.display(), line_and_column(&source.text, at.start as usize).0)
}

/// What is written at a place.
pub fn excerpt(sources: &Sources, at: Origin, inner: Option<Span>) -> &str {
    let bytes = sources.bytes_of(at, inner);
    let source = sources.get(at.file);
    source.zip(bytes).and_then(|(source, bytes)| source.text.get(bytes)).unwrap_or_default()
}

/// Answers as an owner would say them.
pub fn in_words(answers: &Answers, rulebook: &Rulebook) -> String {
    let day = rulebook.definition().as_of;
    let said = answers.iter().filter_map(|(id, input)| {
        let question = rulebook.question(id)?;
        let value = accept(question, input, day).ok()?;
        Some(format!("{}={}", question.name, words::answer(question, &value)))
    });
    said.collect::<Vec<_>>().join("，")
}
