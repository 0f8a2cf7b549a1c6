//! The finite domain of a question — or of several that a condition compares with each other —
//! cut into classes: answers between which no condition tells a difference.
//!
//! Questions by themselves are cut exactly. Where an atom reads several questions their joint
//! classes are those that were met while cutting each question beside typical answers of the
//! others: all of them are real, but one may be missing. Such a block is not `exact`, and what
//! would follow from a missing class is reported as undecided.

use std::collections::BTreeSet;

use assessor::definition::{Kind, Question};
use assessor::{Input, Rulebook, Scale, accept, cut};
use feel::{Atom, Date, Value};

/// At most so many typical answers of the other questions are tried beside one question.
const BESIDE: usize = 4096;

/// At most so many options of a joint multiple choice are combined.
const COMBINED: usize = 8;

/// One question of a block: its number in each rulebook, where it has one.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub numbers: Vec<Option<usize>>,
    pub domain: Domain,
}

/// What may be answered.
#[derive(Debug, Clone)]
pub(crate) enum Domain {
    One(Vec<Input>),
    Many(Vec<String>),
    Steps(Scale),
}

/// An atom that reads questions of the block: rulebook, atom, and its questions.
pub(crate) type Reader<'b> = (usize, Atom<'b>, Vec<usize>);

/// The classes of a block.
#[derive(Debug)]
pub(crate) enum Classes {
    /// One answer for each member.
    Table(Vec<Vec<Input>>),
    /// Any set of these options of a single multiple choice.
    Subsets(Vec<String>),
}

/// What is needed to evaluate conditions on answers.
pub(crate) struct Bench<'b> {
    pub books: Vec<&'b Rulebook>,
    /// Questions by rulebook and number.
    pub questions: Vec<Vec<&'b Question>>,
    pub day: Date,
}

impl Bench<'_> {
    /// An environment in which nothing but the days is known.
    pub fn blank(&self, book: usize) -> Vec<Value> {
        let days = self.books.get(book).into_iter().flat_map(|book| book.days(self.day));
        let mut env: Vec<Value> = days.map(Value::Date).collect();
        let questions = self.questions.get(book).map_or(0, Vec::len);
        env.resize(Rulebook::place_of(questions), Value::Unknown);
        env
    }

    /// All days that conditions may name.
    fn days(&self) -> Vec<Date> {
        self.books.iter().flat_map(|book| book.days(self.day)).collect()
    }

    /// The value of an answer in a rulebook.
    pub fn value(&self, book: usize, number: usize, input: &Input) -> Option<Value> {
        let question = self.questions.get(book)?.get(number)?;
        accept(question, input, self.day).ok()
    }
}

impl Domain {
    pub fn of(question: &Question, day: Date) -> Self {
        let ids = |options: &[assessor::definition::Choice]| -> Vec<String> {
            options.iter().map(|option| option.id.clone()).collect()
        };
        match &question.kind {
            Kind::Boolean => Self::One(vec![Input::Boolean(false), Input::Boolean(true)]),
            Kind::Choice { options } => Self::One(ids(options).into_iter().map(Input::Text).collect()),
            Kind::MultiChoice { options } => Self::Many(ids(options)),
            Kind::Integer { .. } | Kind::Money { .. } | Kind::Date { .. } => {
                Scale::of(question, day).map_or(Self::One(Vec::new()), Self::Steps)
            }
        }
    }

    /// What is an answer in both; none if they have nothing in common.
    pub fn common(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::One(a), Self::One(b)) => {
                let both: Vec<Input> = a.iter().filter(|input| b.contains(input)).cloned().collect();
                (!both.is_empty()).then_some(Self::One(both))
            }
            (Self::Many(a), Self::Many(b)) => {
                Some(Self::Many(a.iter().filter(|id| b.contains(id)).cloned().collect()))
            }
            (Self::Steps(a), Self::Steps(b)) => a.common(*b).map(Self::Steps),
            _ => None,
        }
    }
}

/// Cuts a block into classes.
pub(crate) fn classes(bench: &Bench<'_>, members: &[Member], readers: &[Reader<'_>]) -> Classes {
    if let [Member { domain: Domain::Many(options), .. }] = members {
        return Classes::Subsets(options.clone());
    }
    let cutter = Cutter { bench, members, readers };
    let typical: Vec<Vec<Input>> = (0..members.len()).map(|member| cutter.alone(member)).collect();
    let mut rows = Vec::new();
    for member in 0..members.len() {
        for beside in beside(&typical, member) {
            rows.extend(cutter.rows(member, &beside, typical.get(member)));
        }
    }
    let mut seen = BTreeSet::new();
    rows.retain(|row| seen.insert(cutter.signature(row)));
    Classes::Table(rows)
}

/// Every combination of typical answers of the questions other than `member`, whose own place
/// holds its first one.
fn beside(typical: &[Vec<Input>], member: usize) -> Vec<Vec<Input>> {
    let mut rows: Vec<Vec<Input>> = vec![Vec::new()];
    for (number, inputs) in typical.iter().enumerate() {
        let take = if number == member { 1 } else { (BESIDE / rows.len()).max(1) };
        rows = rows
            .iter()
            .flat_map(|row| {
                inputs
                    .iter()
                    .take(take)
                    .map(move |input| [row.as_slice(), std::slice::from_ref(input)].concat())
            })
            .collect();
    }
    rows
}

struct Cutter<'a, 'b> {
    bench: &'a Bench<'b>,
    members: &'a [Member],
    readers: &'a [Reader<'b>],
}

impl Cutter<'_, '_> {
    /// Typical answers of one question, those first that people give.
    fn alone(&self, member: usize) -> Vec<Input> {
        match self.members.get(member).map(|it| &it.domain) {
            Some(Domain::One(inputs)) => inputs.clone(),
            Some(Domain::Many(options)) => subsets(options.get(..COMBINED).unwrap_or(options)),
            Some(Domain::Steps(scale)) => {
                let row: Vec<Input> = vec![Input::Unknown; self.members.len()];
                self.steps(member, *scale, &row).into_iter().map(|step| scale.input(step)).collect()
            }
            None => Vec::new(),
        }
    }

    /// One question cut while the others stay as in `row`.
    fn rows(&self, member: usize, row: &[Input], typical: Option<&Vec<Input>>) -> Vec<Vec<Input>> {
        let inputs = match self.members.get(member).map(|it| &it.domain) {
            Some(Domain::Steps(scale)) => {
                self.steps(member, *scale, row).into_iter().map(|step| scale.input(step)).collect()
            }
            _ => typical.cloned().unwrap_or_default(),
        };
        inputs.into_iter().map(|input| replaced(row, member, input)).collect()
    }

    fn steps(&self, member: usize, scale: Scale, row: &[Input]) -> Vec<i64> {
        let mut constants: Vec<&Value> =
            self.readers.iter().flat_map(|(_, atom, _)| atom.constants()).collect();
        let others: Vec<Value> = self.values(row, 0).into_iter().flatten().collect();
        constants.extend(&others);
        let seeds = scale.seeds(&constants, &self.bench.days());
        let mut steps = cut(&seeds, |step| self.signature(&replaced(row, member, scale.input(step))));
        steps.sort_by_key(|step| scale.oddity(*step, self.bench.day));
        steps
    }

    /// The values of a row in a rulebook.
    fn values(&self, row: &[Input], book: usize) -> Vec<Option<Value>> {
        let value = |(member, input): (&Member, &Input)| {
            self.bench.value(book, member.numbers.get(book).copied().flatten()?, input)
        };
        self.members.iter().zip(row).map(value).collect()
    }

    /// What every atom says about a row, whichever of the questions do not apply.
    fn signature(&self, row: &[Input]) -> Vec<u8> {
        let mut signature = Vec::new();
        for (book, atom, reads) in self.readers {
            let mut env = self.bench.blank(*book);
            for pattern in 0..(1_usize << reads.len()) - 1 {
                for (place, number) in reads.iter().enumerate() {
                    let input = self.input_of(*book, *number, row);
                    let value = match input {
                        _ if pattern >> place & 1 == 1 => Value::Null,
                        Some(input) => self.bench.value(*book, *number, input).unwrap_or(Value::Unknown),
                        None => Value::Unknown,
                    };
                    if let Some(entry) = env.get_mut(Rulebook::place_of(*number)) {
                        *entry = value;
                    }
                }
                signature.push(outcome(&atom.eval(&env)));
            }
        }
        signature
    }

    fn input_of<'r>(&self, book: usize, number: usize, row: &'r [Input]) -> Option<&'r Input> {
        let own = |member: &Member| member.numbers.get(book).copied().flatten() == Some(number);
        row.get(self.members.iter().position(own)?)
    }
}

fn outcome(value: &Value) -> u8 {
    match value {
        Value::Boolean(false) => 0,
        Value::Boolean(true) => 1,
        Value::Unknown => 2,
        _ => 3,
    }
}

fn replaced(row: &[Input], member: usize, input: Input) -> Vec<Input> {
    let mut row = row.to_vec();
    if let Some(entry) = row.get_mut(member) {
        *entry = input;
    }
    row
}

/// Every set of these options.
fn subsets(options: &[String]) -> Vec<Input> {
    let chosen = |set: usize| {
        let chosen = options.iter().enumerate().filter(|(place, _)| set >> place & 1 == 1);
        Input::List(chosen.map(|(_, id)| id.clone()).collect())
    };
    (0..1_usize << options.len()).map(chosen).collect()
}
