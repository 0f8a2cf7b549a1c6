//! Every smallest condition of a rulebook and the questions it reads.

use assessor::{Place, Rulebook};
use feel::{Atom, Formula, Program};

pub(crate) use assessor::questions;

/// An atom and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Placed<'b> {
    pub atom: Atom<'b>,
    /// Question numbers it reads, in order.
    pub reads: Vec<usize>,
    /// Whether it stands in a case: of an `if`, or of a decision, whose cases nobody wrote here.
    pub cased: bool,
}

/// Every place where a condition may stand, in file order.
pub(crate) fn conditions(book: &Rulebook) -> Vec<Place> {
    let mut places = Vec::new();
    for (s, section) in book.definition().sections.iter().enumerate() {
        places.push(Place::Section(s));
        places.extend((0..section.questions.len()).map(|q| Place::Question(s, q)));
        places.extend((0..section.findings.len()).map(|f| Place::Finding(s, f)));
    }
    places
}

/// The atoms of a program in the order of its text.
pub(crate) fn of(program: &Program) -> Vec<Placed<'_>> {
    let mut found = Vec::new();
    collect(&program.formula(), false, &mut found);
    found
}

fn collect<'b>(formula: &Formula<'b>, cased: bool, found: &mut Vec<Placed<'b>>) {
    match formula {
        Formula::All(parts) | Formula::Any(parts) => parts.iter().for_each(|it| collect(it, cased, found)),
        Formula::Not(part) => collect(part, cased, found),
        Formula::If(parts) => parts.iter().for_each(|it| collect(it, true, found)),
        Formula::Atom(atom) => {
            let reads = atom.slots().into_iter().filter_map(Rulebook::question_of).collect();
            found.push(Placed { atom: *atom, reads, cased });
        }
    }
}

/// All atoms of a rulebook's conditions, and of the rows of its decision tables.
pub(crate) fn all(book: &Rulebook) -> Vec<Placed<'_>> {
    let rows = book.decisions().iter().flat_map(|(_, _, decision)| decision.rows());
    let written = conditions(book).into_iter().filter_map(|place| book.program(place));
    written.chain(rows.map(|row| &row.hits)).flat_map(of).collect()
}
