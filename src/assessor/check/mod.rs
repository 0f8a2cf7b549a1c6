//! The checker: from a document to a rulebook, with all complaints at once.
//!
//! It works in layers that never stop each other. `convert` gives every word its meaning and
//! always produces a whole definition (what could not be read becomes a harmless value);
//! `names`, `references` and `formulas` look at that definition; `suite` reads the worked
//! examples and `people` the whole-person ones. A rulebook is given only if no layer found an error.

mod citation;
mod citations;
mod contacts;
mod convert;
mod deadline;
mod decision;
mod formulas;
mod holidays;
mod law_book;
mod names;
mod overdue;
mod people;
mod programmes;
mod question;
mod reach;
mod region;
mod section;
mod suite;
mod valid;
mod vocabulary;
mod wording;
mod words;

pub use citations::CitedAt;
pub(crate) use formulas::complaint;
pub use people::{Person, Prospect};
pub use suite::{Example, Expected, Suite};
pub use vocabulary::Vocabulary;

use crate::compile;
use crate::definition::Definition;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Document, Text};
use crate::programs::Programs;
use crate::rulebook::Rulebook;

/// What the checker found.
#[derive(Debug)]
pub struct Checked {
    /// The rulebook, if it holds together; not bundled, so without a hash.
    pub rulebook: Option<Rulebook>,
    /// The worked examples, as far as they could be read.
    pub suite: Suite,
    /// The people, as far as they could be read.
    pub people: Vec<Person>,
    /// Every citation and where it is written.
    pub citations: Vec<CitedAt>,
    /// Ids of findings that are declared never to stand together, for proofs; in no bundle.
    pub exclusive: Vec<(String, String)>,
    /// All complaints, in file order.
    pub diagnostics: Vec<Diagnostic>,
}

/// Checks a document. `complaints` are those of whoever read the files; they come first in the
/// result where the place is the same, and errors among them withhold the rulebook too.
pub fn check(document: &Document, complaints: Vec<Diagnostic>) -> Checked {
    let mut found = Found(complaints);
    let definition = convert::definition(document, &mut found);
    names::check(document, &mut found);
    let exclusive = names::exclusive(document, &mut found);
    let programs = formulas::check(document, &definition, &mut found);
    reach::check(document, &mut found);
    overdue::check(document, &mut found);
    region::check(document, &mut found);
    contacts::check(document, &mut found);
    programmes::check(document, &definition, &mut found);
    wording::check(document, &mut found);
    let suite = suite::read(document, &definition, &mut found);
    let people = people::read(document, &definition, &mut found);
    let citations = citations::list(document, &definition);
    let Found(mut diagnostics) = found;
    diagnostics.sort_by_key(|it| (it.at.file, it.at.start, it.inner.map(|span| span.start)));
    once(&mut diagnostics);
    let sound = diagnostics.iter().all(|it| it.severity != Severity::Error);
    let rulebook = programs.filter(|_| sound).map(|programs| unbundled(definition, programs));
    Checked { rulebook, suite, people, citations, exclusive, diagnostics }
}

fn unbundled(definition: Definition, programs: Programs) -> Rulebook {
    Rulebook::new(definition, String::new(), programs)
}

/// The FEEL texts of a document and the names they may use, for whoever arranges texts. What is
/// wrong with the document is not said here.
pub fn formulas(document: &Document) -> (feel::Scope, Vec<&Text>) {
    let definition = convert::definition(document, &mut Found(Vec::new()));
    let texts = formulas::texts(document).filter(|text| !text.text.is_empty()).collect();
    (compile::Names::of(&definition).scope, texts)
}

/// Leaves each complaint once: what several versions of a rule have in common is checked for each.
fn once(diagnostics: &mut Vec<Diagnostic>) {
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(diagnostics.len());
    for diagnostic in diagnostics.drain(..) {
        let here = kept.iter().rev().take_while(|other| other.at == diagnostic.at);
        if !here.into_iter().any(|other| *other == diagnostic) {
            kept.push(diagnostic);
        }
    }
    *diagnostics = kept;
}

/// The growing list of complaints.
struct Found(Vec<Diagnostic>);

impl Found {
    fn add(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }
}
