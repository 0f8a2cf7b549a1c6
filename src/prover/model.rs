//! What a rulebook says, as sets of answers: when each question is asked, each section applies
//! and each finding is confirmed.

use assessor::definition::{Question, SectionKind};
use assessor::{Answers, Place, Rulebook};
use biodivine_lib_bdd::{Bdd, BddValuation};
use feel::{Atom, Formula, Program, Value};

use crate::atoms;
use crate::space::Space;

/// The answers under which a condition is true, and those under which it is false. Under the rest
/// it is null.
#[derive(Clone)]
pub(crate) struct Truth {
    pub yes: Bdd,
    pub no: Bdd,
}

impl Truth {
    fn negated(self) -> Self {
        Self { yes: self.no, no: self.yes }
    }
}

/// One atom of a condition held at a value: its place among the condition's atoms.
pub(crate) type Held = Option<(usize, bool)>;

/// One rulebook in a space.
pub(crate) struct Model<'s, 'b> {
    pub space: &'s Space<'b>,
    pub book: usize,
    /// When each question is asked, by number.
    pub asked: Vec<Bdd>,
    /// When each section applies.
    pub sections: Vec<Bdd>,
}

impl<'s, 'b> Model<'s, 'b> {
    pub fn new(space: &'s Space<'b>, book: usize) -> Option<Self> {
        let rulebook = *space.bench.books.get(book)?;
        let places: Vec<(usize, usize)> = rulebook.numbered().map(|(s, q, _)| (s, q)).collect();
        let asked = vec![space.constant(true); places.len()];
        let mut model = Self { space, book, asked, sections: Vec::new() };
        for &number in rulebook.question_order() {
            let &(s, q) = places.get(number)?;
            let applies = model.when(Place::Section(s)).and(&model.when(Place::Question(s, q)));
            *model.asked.get_mut(number)? = applies;
        }
        let sections = 0..rulebook.definition().sections.len();
        model.sections = sections.map(|s| model.when(Place::Section(s))).collect();
        Some(model)
    }

    /// A question by number.
    pub fn question(&self, number: usize) -> Option<&'b Question> {
        self.space.bench.questions.get(self.book)?.get(number).copied()
    }

    /// The program at a place.
    pub fn program(&self, place: Place) -> Option<&'b Program> {
        self.space.bench.books.get(self.book)?.program(place)
    }

    /// When the condition of a place is true; where none is written, always.
    pub fn when(&self, place: Place) -> Bdd {
        self.program(place).map_or_else(|| self.space.constant(true), |it| self.truth(it, None).yes)
    }

    /// When a finding is confirmed.
    pub fn confirmed(&self, section: usize, finding: usize) -> Bdd {
        self.within(section, &self.when(Place::Finding(section, finding)))
    }

    /// The part of a set in which a section applies.
    pub fn within(&self, section: usize, set: &Bdd) -> Bdd {
        self.sections.get(section).map_or_else(|| set.clone(), |applies| applies.and(set))
    }

    /// When a condition is true and when false, perhaps with one atom held.
    pub fn truth(&self, program: &Program, held: Held) -> Truth {
        self.formula(&program.formula(), held, &mut 0)
    }

    fn formula(&self, formula: &Formula<'_>, held: Held, next: &mut usize) -> Truth {
        match formula {
            Formula::All(parts) => self.all(parts.iter().map(|it| self.formula(it, held, next))),
            // Some part is true unless all their negations are.
            Formula::Any(parts) => {
                self.all(parts.iter().map(|it| self.formula(it, held, next).negated())).negated()
            }
            Formula::Not(part) => self.formula(part, held, next).negated(),
            Formula::If(parts) => {
                let [condition, then, otherwise] = parts.each_ref().map(|it| self.formula(it, held, next));
                let choose = |a: &Bdd, b: &Bdd| Bdd::if_then_else(&condition.yes, a, b);
                Truth { yes: choose(&then.yes, &otherwise.yes), no: choose(&then.no, &otherwise.no) }
            }
            Formula::Atom(atom) => {
                let place = *next;
                *next += 1;
                match held {
                    Some((held, value)) if held == place => {
                        Truth { yes: self.space.constant(value), no: self.space.constant(!value) }
                    }
                    _ => self.atom(*atom),
                }
            }
        }
    }

    /// When all parts are true, and when one is false.
    fn all(&self, parts: impl Iterator<Item = Truth>) -> Truth {
        let start = Truth { yes: self.space.constant(true), no: self.space.constant(false) };
        parts.fold(start, |all, it| Truth { yes: all.yes.and(&it.yes), no: all.no.or(&it.no) })
    }

    /// When an atom is true and when false.
    pub fn atom(&self, atom: Atom<'_>) -> Truth {
        let eval = |env: &[Value]| atom.eval(env);
        let numbers: Vec<usize> = atom.slots().into_iter().filter_map(Rulebook::question_of).collect();
        if let (Some(chosen), [number]) = (self.space.option(self.book, atom), numbers.as_slice())
            && let Some(asked) = self.asked.get(*number)
        {
            return Truth { yes: asked.and(&chosen), no: asked.and_not(&chosen) };
        }
        let is = |wanted: bool| self.holds(&numbers, &eval, &move |value| *value == Value::Boolean(wanted));
        Truth { yes: is(true), no: is(false) }
    }

    /// When an expression of questions has a value that passes. Each question is taken as asked
    /// and as not asked.
    pub fn holds(
        &self,
        numbers: &[usize],
        eval: &dyn Fn(&[Value]) -> Value,
        passes: &dyn Fn(&Value) -> bool,
    ) -> Bdd {
        let mut found = self.space.constant(false);
        for pattern in 0..1_usize << numbers.len() {
            let mut guard = self.space.constant(true);
            let mut asked = Vec::new();
            for (place, number) in numbers.iter().enumerate() {
                let Some(applies) = self.asked.get(*number) else { continue };
                if pattern >> place & 1 == 0 {
                    guard = guard.and(applies);
                    asked.push(*number);
                } else {
                    guard = guard.and_not(applies);
                }
            }
            if guard.is_false() {
                continue;
            }
            let mut env = self.space.bench.blank(self.book);
            let set = |env: &mut Vec<Value>, number: usize, value: Value| {
                if let Some(entry) = env.get_mut(Rulebook::place_of(number)) {
                    *entry = value;
                }
            };
            numbers.iter().for_each(|number| set(&mut env, *number, Value::Null));
            let table = self.space.table(self.book, &asked, &mut |values| {
                asked.iter().zip(values).for_each(|(number, value)| set(&mut env, *number, value.clone()));
                passes(&eval(&env))
            });
            found = found.or(&guard.and(&table));
        }
        found
    }

    /// All questions that these depend on, sorted.
    pub fn cone(&self, start: impl IntoIterator<Item = usize>) -> Vec<usize> {
        self.space
            .bench
            .books
            .get(self.book)
            .map(|book| book.cone(start.into_iter().collect()))
            .unwrap_or_default()
    }

    /// All questions that a condition and its section depend on, sorted; and the first question of
    /// a route, because nothing is reported about a route in which nothing is answered.
    pub fn cone_of(&self, section: usize, place: Place) -> Vec<usize> {
        let programs = [Place::Section(section), place].into_iter().filter_map(|it| self.program(it));
        let sections = self.space.bench.books.get(self.book).map(|book| &book.definition().sections);
        let route = sections.and_then(|it| it.get(section)).is_some_and(|it| it.kind == SectionKind::Route);
        let numbered = self.space.bench.books.get(self.book).into_iter().flat_map(|book| book.numbered());
        let entry = numbered.enumerate().find(|(_, (s, ..))| route && *s == section);
        self.cone(programs.flat_map(atoms::questions).chain(entry.map(|(number, _)| number)))
    }

    /// Whether what was proved about these questions holds for all answers.
    pub fn is_exact(&self, cone: &[usize]) -> bool {
        cone.iter().all(|number| self.space.is_exact(self.book, *number))
    }

    /// A complete answer set of these questions: an answer to each that is asked.
    pub fn witness(&self, set: &Bdd, cone: &[usize]) -> Option<Answers> {
        Some(self.answers(&set.most_negative_valuation()?, cone))
    }

    /// The answers of an assignment to those of these questions that are asked.
    pub fn answers(&self, valuation: &BddValuation, cone: &[usize]) -> Answers {
        let asked = |number: &usize| self.asked.get(*number).is_some_and(|it| it.eval_in(valuation));
        let asked: Vec<usize> = cone.iter().copied().filter(asked).collect();
        self.space.answers(self.book, &asked, valuation)
    }
}
