//! Which parts of the conditions the worked examples have put to the test (masking MC/DC): each
//! atom of a finding's condition must decide the outcome once while it is true and once while it
//! is not. What is missing is proposed.

use std::collections::BTreeSet;

use assessor::definition::Finding;
use assessor::{Answers, Place, Rulebook, Suite};
use biodivine_lib_bdd::Bdd;
use feel::{Date, Formula, Value};

use crate::atoms::{self, Placed};
use crate::claims::decisive;
use crate::model::Model;
use crate::space::Space;

/// What the examples of a rulebook cover.
#[derive(Debug, Clone, Default)]
pub struct Coverage {
    /// Atoms that can decide an outcome.
    pub parts: usize,
    /// Those of them that did, while true and while not.
    pub covered: usize,
    /// What is missing, in file order.
    pub missing: Vec<Missing>,
}

/// An atom that no example has put to the test while it was true, or while it was not.
#[derive(Debug, Clone)]
pub struct Missing {
    /// Section and finding, by position.
    pub finding: (usize, usize),
    /// Which atom of its condition, from 0.
    pub part: usize,
    /// Whether the atom has to be true.
    pub wanted: bool,
    /// The day on which the answers are given.
    pub on: Date,
    /// Answers that would do: as few as suffice.
    pub answers: Answers,
    /// Whether the finding is confirmed by them.
    pub confirmed: bool,
}

/// Goes through the examples of each finding. What they do not show is looked for on the day on
/// which the law was checked, or on the first day of a finding that begins later.
#[must_use]
pub fn coverage(rulebook: &Rulebook, suite: &Suite) -> Coverage {
    let as_of = rulebook.definition().as_of;
    let day =
        |finding: &Finding| finding.valid.and_then(|valid| valid.from).map_or(as_of, |from| from.max(as_of));
    let findings = rulebook.definition().sections.iter().enumerate().flat_map(|(s, section)| {
        section.findings.iter().enumerate().map(move |(f, finding)| ((s, f), finding))
    });
    let days: BTreeSet<Date> = findings.clone().map(|(_, finding)| day(finding)).collect();
    let mut coverage = Coverage::default();
    for on in days {
        let space = Space::new(vec![rulebook], on);
        let Some(model) = Model::new(&space, 0) else { continue };
        for (at, finding) in findings.clone().filter(|(_, finding)| day(finding) == on) {
            let examples = suite.0.iter().filter(|it| it.finding == finding.id);
            let given = examples.map(|it| rulebook.environment(&it.answers, it.on)).collect();
            let Some(program) = rulebook.program(Place::Finding(at.0, at.1)) else { continue };
            let one = One { rulebook, model: &model, at, on, formula: program.formula(), given };
            for (number, atom) in atoms::of(program).iter().enumerate() {
                if !atom.reads.is_empty() {
                    one.part(number, atom, &mut coverage);
                }
            }
        }
    }
    coverage.missing.sort_by_key(|it| (it.finding, it.part));
    coverage
}

/// One finding and the values its examples give.
struct One<'a, 'b> {
    rulebook: &'b Rulebook,
    model: &'a Model<'a, 'b>,
    at: (usize, usize),
    /// The day of what is proposed.
    on: Date,
    formula: Formula<'b>,
    given: Vec<Vec<Value>>,
}

impl One<'_, '_> {
    fn part(&self, number: usize, atom: &Placed<'_>, coverage: &mut Coverage) {
        let shown = |wanted: bool| self.given.iter().any(|env| self.shows(number, atom, wanted, env));
        let [yes, no] = [true, false].map(shown);
        if yes && no {
            coverage.parts += 1;
            coverage.covered += 1;
            return;
        }
        let sets = decisive(self.model, self.at, number, atom);
        let mut missing = Vec::new();
        for ((wanted, shown), set) in [(true, yes), (false, no)].into_iter().zip(&sets) {
            if !shown {
                missing.extend(self.proposal(number, atom, wanted, set));
            }
        }
        // A part that never decides is the prover's concern: there is nothing to show.
        let decides = yes || no || !missing.is_empty();
        coverage.parts += usize::from(decides);
        coverage.covered += usize::from(decides && missing.is_empty());
        coverage.missing.extend(missing);
    }

    /// Whether an atom decides the outcome while it is true, or while it is not.
    fn shows(&self, number: usize, atom: &Placed<'_>, wanted: bool, env: &[Value]) -> bool {
        let value = atom.atom.eval(env);
        let known = !value.is_unknown();
        let is = value == Value::Boolean(true);
        let [on, off] = [true, false].map(|value| self.holds(number, value, env));
        let differ = on.zip(off).is_some_and(|(on, off)| on != off);
        known && is == wanted && differ && self.applies(env)
    }

    /// Whether the condition holds with one atom held at a value.
    fn holds(&self, number: usize, value: bool, env: &[Value]) -> Option<bool> {
        let mut next = 0;
        self.formula.holds(&mut |atom| {
            next += 1;
            if next == number + 1 { Value::Boolean(value) } else { atom.eval(env) }
        })
    }

    fn applies(&self, env: &[Value]) -> bool {
        self.rulebook.program(Place::Section(self.at.0)).is_none_or(|it| it.holds(env) == Some(true))
    }

    /// As few answers as show it; none if there are none.
    fn proposal(&self, number: usize, atom: &Placed<'_>, wanted: bool, set: &Bdd) -> Option<Missing> {
        let day = self.on;
        let place = Place::Finding(self.at.0, self.at.1);
        let mut answers = self.model.witness(set, &self.model.cone_of(self.at.0, place))?;
        let enough =
            |answers: &Answers| self.shows(number, atom, wanted, &self.rulebook.environment(answers, day));
        let ids: Vec<String> = answers.iter().map(|(id, _)| id.into()).collect();
        for id in ids.iter().rev() {
            let mut fewer = answers.clone();
            fewer.remove(id);
            if enough(&fewer) {
                answers = fewer;
            }
        }
        let env = self.rulebook.environment(&answers, day);
        let confirmed = self.rulebook.program(place)?.holds(&env) == Some(true);
        Some(Missing { finding: self.at, part: number, wanted, on: day, answers, confirmed })
    }
}
