//! From a definition to compiled programs: names, types, and an order in which the questions'
//! conditions can be evaluated. Used by the checker and by the page alike; it finds every
//! problem, not only the first.

use std::rc::Rc;

use feel::{Program, Scope, Severity, Type};

use crate::definition::{Definition, Kind};
use crate::rulebook::{Condition, Rulebook};

/// Name of the day of assessment in FEEL texts.
pub const DAY: &str = "评估日期";

/// The programs of a rulebook, in the definition's order.
#[derive(Debug)]
pub(crate) struct Compiled {
    pub sections: Vec<CompiledSection>,
    /// When each question is asked, by question number.
    pub questions: Vec<Condition>,
    /// Question numbers such that each comes after all that its conditions read.
    pub order: Vec<usize>,
}

/// The programs of one section.
#[derive(Debug)]
pub(crate) struct CompiledSection {
    pub when: Condition,
    pub findings: Vec<CompiledFinding>,
}

/// The programs of one finding.
#[derive(Debug)]
pub(crate) struct CompiledFinding {
    pub when: Program,
    /// One entry per deadline; none where it has no expression.
    pub due: Vec<Option<Program>>,
}

/// Which FEEL text of a definition is meant; positions in its lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// `when` of a section.
    Section(usize),
    /// `when` of a question: section, question.
    Question(usize, usize),
    /// `when` of a finding: section, finding.
    Finding(usize, usize),
    /// `due` of a deadline: section, finding, deadline.
    Deadline(usize, usize, usize),
}

/// What is wrong with a FEEL text or with how the texts depend on each other.
#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    /// The language complains.
    Feel(feel::Diagnostic),
    /// A condition that is not boolean; its type.
    NotBoolean(Type),
    /// A deadline that is not a date; its type.
    NotADate(Type),
    /// The question's conditions depend on its own answer; question ids around the circle.
    Cycle(Vec<String>),
}

/// A trouble and where it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The text.
    pub place: Place,
    /// The trouble.
    pub trouble: Trouble,
}

impl Place {
    /// The id of what the place belongs to.
    pub(crate) fn describe(self, definition: &Definition) -> String {
        let section = |s: usize| definition.sections.get(s);
        let id = match self {
            Self::Section(s) => section(s).map(|section| &section.id),
            Self::Question(s, q) => section(s).and_then(|it| it.questions.get(q)).map(|it| &it.id),
            Self::Finding(s, f) | Self::Deadline(s, f, _) => {
                section(s).and_then(|it| it.findings.get(f)).map(|it| &it.id)
            }
        };
        id.cloned().unwrap_or_default()
    }
}

/// (section, question) positions of all questions, in file order.
pub(crate) fn places(definition: &Definition) -> impl Iterator<Item = (usize, usize)> + '_ {
    definition
        .sections
        .iter()
        .enumerate()
        .flat_map(|(s, section)| (0..section.questions.len()).map(move |q| (s, q)))
}

/// The names that FEEL texts of this rulebook may use.
pub(crate) fn scope(definition: &Definition) -> Scope {
    let mut scope = Scope::new();
    scope.declare(DAY, Type::Date);
    for question in definition.sections.iter().flat_map(|section| &section.questions) {
        scope.declare(&question.name, type_of(&question.kind));
    }
    scope
}

fn type_of(kind: &Kind) -> Type {
    match kind {
        Kind::Boolean => Type::Boolean,
        Kind::Choice { options } => choice(options),
        Kind::MultiChoice { options } => Type::List(Rc::new(choice(options))),
        Kind::Integer { .. } | Kind::Money { .. } => Type::Number,
        Kind::Date { .. } => Type::Date,
    }
}

fn choice(options: &[crate::definition::Choice]) -> Type {
    Type::Choice(options.iter().map(|option| option.label.as_str().into()).collect())
}

/// Compiles every text. The programs are given only if all of them compiled and the order exists.
pub(crate) fn compile(definition: &Definition) -> (Option<Compiled>, Vec<Problem>) {
    let mut texts = Texts { scope: scope(definition), problems: Vec::new(), complete: true };
    let mut sections = Vec::new();
    let mut questions = Vec::new();
    for (s, section) in definition.sections.iter().enumerate() {
        let when = section.when.as_deref().and_then(|text| texts.condition(Place::Section(s), text));
        for (q, question) in section.questions.iter().enumerate() {
            let when = question.when.as_deref();
            questions.push(when.and_then(|text| texts.condition(Place::Question(s, q), text)));
        }
        let findings = section.findings.iter().enumerate().filter_map(|(f, finding)| {
            let due = finding
                .deadlines
                .iter()
                .enumerate()
                .map(|(d, deadline)| texts.date(Place::Deadline(s, f, d), deadline.due.as_deref()?));
            let due = due.collect();
            let when = texts.condition(Place::Finding(s, f), &finding.when)?;
            Some(CompiledFinding { when, due })
        });
        let findings = findings.collect();
        sections.push(CompiledSection { when, findings });
    }
    let Texts { mut problems, complete, .. } = texts;
    let order = order(definition, &sections, &questions).map_err(|cycle| problems.push(*cycle)).ok();
    let compiled = order.filter(|_| complete).map(|order| Compiled { sections, questions, order });
    (compiled, problems)
}

struct Texts {
    scope: Scope,
    problems: Vec<Problem>,
    complete: bool,
}

impl Texts {
    fn condition(&mut self, place: Place, text: &str) -> Option<Program> {
        self.program(place, text, |ty| {
            (!matches!(ty, Type::Boolean | Type::Any)).then(|| Trouble::NotBoolean(ty.clone()))
        })
    }

    fn date(&mut self, place: Place, text: &str) -> Option<Program> {
        self.program(place, text, |ty| {
            (!matches!(ty, Type::Date | Type::Any)).then(|| Trouble::NotADate(ty.clone()))
        })
    }

    fn program(&mut self, place: Place, text: &str, wrong: fn(&Type) -> Option<Trouble>) -> Option<Program> {
        let (program, diagnostics) = feel::compile(text, &self.scope);
        let failed = diagnostics.iter().any(|it| it.severity == Severity::Error);
        let found = diagnostics.into_iter().map(Trouble::Feel);
        self.problems.extend(found.map(|trouble| Problem { place, trouble }));
        match &program {
            None => self.complete = false,
            Some(program) if !failed => {
                self.problems.extend(wrong(program.ty()).map(|trouble| Problem { place, trouble }));
            }
            Some(_) => {}
        }
        program
    }
}

/// Depth-first over “reads”, in file order, so that the result is the file order wherever the
/// author already wrote questions after what they depend on.
fn order(
    definition: &Definition,
    sections: &[CompiledSection],
    questions: &[Condition],
) -> Result<Vec<usize>, Box<Problem>> {
    let places: Vec<(usize, usize)> = places(definition).collect();
    let reads = |number: usize| -> Vec<usize> {
        let section = places.get(number).and_then(|&(s, _)| sections.get(s)?.when.as_ref());
        let own = questions.get(number).and_then(Option::as_ref);
        let slots = section.into_iter().chain(own).flat_map(Program::slots);
        slots.filter_map(|slot| Rulebook::question_of(*slot)).collect()
    };
    let mut done = vec![false; places.len()];
    let mut order = Vec::with_capacity(places.len());
    for start in 0..places.len() {
        // The open path with what is still to visit below each of its questions.
        let mut path: Vec<(usize, Vec<usize>)> = Vec::new();
        if done.get(start) == Some(&false) {
            path.push((start, reads(start)));
        }
        while let Some((number, rest)) = path.last_mut() {
            let number = *number;
            match rest.pop() {
                Some(next) if path.iter().any(|(open, _)| *open == next) => {
                    return Err(Box::new(cycle(definition, &places, &path, next)));
                }
                Some(next) if done.get(next) == Some(&false) => path.push((next, reads(next))),
                Some(_) => {}
                None => {
                    path.pop();
                    if let Some(done) = done.get_mut(number) {
                        *done = true;
                    }
                    order.push(number);
                }
            }
        }
    }
    Ok(order)
}

fn cycle(
    definition: &Definition,
    places: &[(usize, usize)],
    path: &[(usize, Vec<usize>)],
    back_to: usize,
) -> Problem {
    let round = path.iter().map(|(number, _)| *number).skip_while(|number| *number != back_to);
    let ids = round.chain([back_to]).filter_map(|number| {
        let &(s, q) = places.get(number)?;
        Some(definition.sections.get(s)?.questions.get(q)?.id.clone())
    });
    let &(s, q) = places.get(back_to).unwrap_or(&(0, 0));
    Problem { place: Place::Question(s, q), trouble: Trouble::Cycle(ids.collect()) }
}
