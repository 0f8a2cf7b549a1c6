//! What else could be answered to a question: one answer for each class of answers that conditions
//! tell apart, the nearest to the present one first.

use feel::{Atom, Date, Program, Value};

use crate::answer::accept;
use crate::definition::{Choice, Kind, Question};
use crate::input::Input;
use crate::rulebook::Rulebook;
use crate::scale::{Scale, cut};
use crate::sorted;

/// At most so many options are combined; beyond, one is changed at once.
const COMBINED: usize = 12;

/// The other answers to a question.
pub(crate) struct Candidates {
    pub inputs: Vec<(Input, Value)>,
    /// Whether every class is among them.
    pub exact: bool,
}

/// A question whose answer is to be changed.
pub(crate) struct Asked<'a> {
    pub rulebook: &'a Rulebook,
    pub number: usize,
    pub question: &'a Question,
    /// The present values.
    pub env: &'a [Value],
    pub on: Date,
}

impl Asked<'_> {
    /// What else could be answered. For sets of options only these conditions count: between sets that
    /// are all the same to them, those are taken that differ least from the present one.
    pub fn candidates(&self, conditions: &[&Program]) -> Candidates {
        let everywhere = atoms(&self.readers(), self.number);
        match &self.question.kind {
            Kind::Boolean => self.options(vec![Input::Boolean(true), Input::Boolean(false)], &everywhere),
            Kind::Choice { options } => {
                let inputs = self.reachable(options).map(|option| Input::Text(option.id.clone()));
                self.options(inputs.collect(), &everywhere)
            }
            Kind::MultiChoice { options } => self.sets(options, &atoms(conditions, self.number)),
            Kind::Integer { .. } | Kind::Money { .. } | Kind::Date { .. } => self.steps(&everywhere),
        }
    }

    /// Every condition that reads the question.
    fn readers(&self) -> Vec<&Program> {
        let mut found = Vec::new();
        let slot = Rulebook::slot_of(self.number);
        let Some(reading) = slot.and_then(|slot| self.rulebook.readers().of(slot)) else { return found };
        let programs = self.rulebook.programs();
        for section in &reading.sections {
            found.extend(programs.sections.get(*section).and_then(|it| it.when.as_ref()));
        }
        for question in &reading.questions {
            found.extend(programs.questions.get(*question).and_then(Option::as_ref));
        }
        for finding in &reading.findings {
            found.extend(programs.finding(*finding).map(|(_, it)| &it.when));
        }
        found
    }

    fn present(&self) -> &Value {
        Rulebook::slot_of(self.number).and_then(|slot| self.env.get(slot.index())).unwrap_or(&Value::Unknown)
    }

    fn reachable<'o>(&self, options: &'o [Choice]) -> impl Iterator<Item = &'o Choice> {
        let within = &self.question.reachable;
        options.iter().filter(|option| within.is_empty() || within.contains(&option.id))
    }

    fn value(&self, input: &Input) -> Option<Value> {
        accept(self.question, input, self.on).ok()
    }

    /// What conditions say about a value.
    fn signature(&self, atoms: &[Atom<'_>], value: Value) -> Vec<u8> {
        let mut env = self.env.to_vec();
        let slot = Rulebook::slot_of(self.number);
        if let Some(entry) = slot.and_then(|slot| env.get_mut(slot.index())) {
            *entry = value;
        }
        let say = |atom: &Atom<'_>| match atom.eval(&env) {
            Value::Boolean(false) => 0,
            Value::Boolean(true) => 1,
            Value::Unknown => 2,
            _ => 3,
        };
        atoms.iter().map(say).collect()
    }

    /// Whether some atom compares the answer with another that can be changed as well.
    fn joint(&self, atoms: &[Atom<'_>]) -> bool {
        let mut others = atoms.iter().flat_map(|atom| atom.slots()).filter_map(Rulebook::question_of);
        others.any(|other| {
            other != self.number && self.rulebook.question_at(other).is_some_and(|question| !question.fixed)
        })
    }

    /// One input of each class, the present one's left out. Where an answer is compared with
    /// another that may be changed too, each is a class.
    fn options(&self, inputs: Vec<Input>, atoms: &[Atom<'_>]) -> Candidates {
        let joint = self.joint(atoms);
        let mut seen = vec![self.signature(atoms, self.present().clone())];
        let mut found = Vec::new();
        for input in inputs {
            let Some(value) = self.value(&input).filter(|value| value != self.present()) else { continue };
            if is_new(&mut seen, self.signature(atoms, value.clone())) || joint {
                found.push((input, value));
            }
        }
        Candidates { inputs: found, exact: true }
    }

    /// For each class, the sets of options that differ from the present one in nothing that could be
    /// left as it is.
    fn sets(&self, options: &[Choice], atoms: &[Atom<'_>]) -> Candidates {
        let free: Vec<&Choice> = self.reachable(options).take(64).collect();
        let exact = free.len() <= COMBINED;
        let mut sets = Sets { asked: self, options, atoms, free, kept: Vec::new(), found: Vec::new() };
        if self.present().is_unknown() {
            sets.add(0);
        }
        if exact {
            for size in 1..=sets.free.len() as u32 {
                (1_u64..1 << sets.free.len())
                    .filter(|change| change.count_ones() == size)
                    .for_each(|it| sets.add(it));
            }
        } else {
            (0..sets.free.len()).for_each(|at| sets.add(1 << at));
        }
        Candidates { inputs: sets.found, exact: exact && !self.joint(atoms) }
    }

    /// One step of each stretch on which conditions say the same, the nearest to the present one. Where
    /// an answer is compared with another that may be changed too, every step at which something may
    /// change.
    fn steps(&self, atoms: &[Atom<'_>]) -> Candidates {
        let joint = self.joint(atoms);
        let nothing = Candidates { inputs: Vec::new(), exact: !joint };
        let Some(scale) = Scale::of(self.question, self.on) else { return nothing };
        let mut constants = Vec::new();
        let mut others = Vec::new();
        for atom in atoms {
            constants.extend(atom.constants());
            others.extend(atom.slots().into_iter().filter_map(|slot| self.env.get(slot.index())));
        }
        constants.extend(others);
        let at = |step: i64| self.value(&scale.input(step)).unwrap_or(Value::Unknown);
        let from = scale.step(self.present());
        let distance = |step: i64| from.map_or(scale.oddity(step, self.on), |from| (step - from).abs());
        let seeds = scale.seeds(&constants, &self.rulebook.days(self.on));
        let mut steps = Vec::new();
        for step in cut(&seeds, |step| self.signature(atoms, at(step))) {
            sorted::insert(&mut steps, (distance(step), step));
        }
        let mut seen = vec![self.signature(atoms, self.present().clone())];
        let mut inputs = Vec::new();
        for (_, step) in steps {
            let fresh = is_new(&mut seen, self.signature(atoms, at(step)));
            if Some(step) != from && (fresh || joint) {
                inputs.push((scale.input(step), at(step)));
            }
        }
        Candidates { inputs, ..nothing }
    }
}

/// Sets of options on the way to [`Candidates`].
struct Sets<'s, 'p> {
    asked: &'s Asked<'s>,
    options: &'s [Choice],
    atoms: &'s [Atom<'p>],
    /// The options that may come or go.
    free: Vec<&'s Choice>,
    /// What was changed, and what conditions say then.
    kept: Vec<(u64, Vec<u8>)>,
    found: Vec<(Input, Value)>,
}

impl Sets<'_, '_> {
    /// Adds the set in which these of the free options come or go, if conditions say of it what they
    /// say neither of the present one nor of one that changes less.
    fn add(&mut self, change: u64) {
        let chosen: &[Value] = if let Value::List(items) = self.asked.present() { items } else { &[] };
        let mut ids = Vec::new();
        for option in self.options {
            let has = chosen.contains(&Value::string(&option.label));
            let turned =
                self.free.iter().position(|it| it.id == option.id).is_some_and(|at| change >> at & 1 == 1);
            if has != turned {
                ids.push(option.id.clone());
            }
        }
        let input = Input::List(ids);
        let Some(value) = self.asked.value(&input) else { return };
        let says = self.asked.signature(self.atoms, value.clone());
        let known = self.kept.iter().any(|(less, same)| change & less == *less && *same == says);
        if !known && says != self.asked.signature(self.atoms, self.asked.present().clone()) {
            self.kept.push((change, says));
            self.found.push((input, value));
        }
    }
}

/// Notes a signature; whether it was not there.
fn is_new(seen: &mut Vec<Vec<u8>>, signature: Vec<u8>) -> bool {
    let new = !seen.contains(&signature);
    if new {
        seen.push(signature);
    }
    new
}

/// The atoms of conditions that read a question.
fn atoms<'p>(conditions: &[&'p Program], number: usize) -> Vec<Atom<'p>> {
    let mut found = Vec::new();
    for condition in conditions {
        condition.formula().atoms(&mut |atom| {
            if atom.slots().into_iter().any(|slot| Rulebook::question_of(slot) == Some(number)) {
                found.push(atom);
            }
        });
    }
    found
}
