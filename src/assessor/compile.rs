//! From a definition to programs, where rules are written: names, types, and all complaints at
//! once.

use std::rc::Rc;

use feel::{Cell, Decision, Program, Scope, Severity, Type};

use crate::definition::{Choice, Definition, Kind, SectionKind};
use crate::programs::{Place, Programs, places};
use crate::rulebook::{self, Rulebook};

/// Names that the engine gives a value to, in the order of [`Rulebook::days`]: the day of
/// assessment, and the last working day before it. Where a last day moves off a day off, it is not
/// over if it lies after that working day, so conditions need no calendar to tell.
pub const DAYS: [&str; rulebook::DAYS] = ["评估日期", "上个工作日"];

/// What is wrong with a FEEL text or with how the texts depend on each other.
#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    /// The language complains.
    Feel(feel::Diagnostic),
    /// A condition that is not boolean; its type.
    NotBoolean(Type),
    /// A deadline that is not a date; its type.
    NotADate(Type),
    /// It needs more of the language than the page carries.
    NotOnPage,
    /// Whether a section applies depends on a question outside the profile, whose name follows.
    NotFromProfile(String),
    /// The question's conditions depend on its own answer; question ids around the circle.
    Cycle(Vec<String>),
}

/// What the programs are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// For the page, which loads their code and has only a part of the language.
    Page,
    /// To be run where they were made.
    Here,
}

/// A trouble and where it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The text, or the decision.
    pub place: Place,
    /// Which text of a decision; else the whole.
    pub cell: Cell,
    /// The trouble.
    pub trouble: Trouble,
}

/// The names that FEEL texts of a rulebook may use.
pub(crate) struct Names {
    pub scope: Scope,
    /// The decisions that mean something: section, position there.
    pub decisions: Vec<(usize, usize, Decision)>,
    /// What is wrong with the decisions.
    pub problems: Vec<Problem>,
}

impl Names {
    /// Questions first, then decisions, each of which may use those before it.
    pub fn of(definition: &Definition) -> Self {
        let mut scope = Scope::new();
        for name in DAYS {
            scope.declare(name, Type::Date);
        }
        for question in definition.sections.iter().flat_map(|section| &section.questions) {
            scope.declare(&question.name, type_of(&question.kind));
        }
        let mut names = Self { scope, decisions: Vec::new(), problems: Vec::new() };
        for (s, section) in definition.sections.iter().enumerate() {
            for (d, decision) in section.decisions.iter().enumerate() {
                let (made, complaints) = Decision::compile(&(&decision.logic).into(), &names.scope);
                let complaints = complaints.into_iter().map(|(cell, diagnostic)| Problem {
                    place: Place::Decision(s, d),
                    cell,
                    trouble: Trouble::Feel(diagnostic),
                });
                names.problems.extend(complaints);
                if let Some(made) = made {
                    names.scope.decide(&decision.name, made.clone());
                    names.decisions.push((s, d, made));
                }
            }
        }
        names
    }
}

/// The decisions of a rulebook that was checked.
pub(crate) fn decisions(definition: &Definition) -> Vec<(usize, usize, Decision)> {
    let none = definition.sections.iter().all(|section| section.decisions.is_empty());
    if none { Vec::new() } else { Names::of(definition).decisions }
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

fn choice(options: &[Choice]) -> Type {
    Type::Choice(options.iter().map(|option| option.label.as_str().into()).collect())
}

/// Compiles every text. The programs are given only if all of them compiled and the order exists.
pub(crate) fn compile(definition: &Definition, purpose: Purpose) -> (Option<Programs>, Vec<Problem>) {
    let Names { scope, problems, decisions } = Names::of(definition);
    let complete = decisions.len() == definition.sections.iter().map(|it| it.decisions.len()).sum::<usize>();
    let mut texts = Texts { scope, purpose, problems, complete };
    let programs = Programs::build(definition, &mut |place, text| texts.text(place, text));
    let Texts { mut problems, complete, .. } = texts;
    problems.extend(programs.iter().flat_map(|programs| outside_profile(definition, programs)));
    let programs = programs.map_err(|round| problems.push(cycle(definition, &round))).ok();
    (programs.filter(|_| complete), problems)
}

struct Texts {
    scope: Scope,
    purpose: Purpose,
    problems: Vec<Problem>,
    complete: bool,
}

impl Texts {
    fn text(&mut self, place: Place, text: &str) -> Option<Program> {
        match place {
            Place::Deadline(..) => self.date(place, text),
            Place::Section(_) | Place::Question(..) | Place::Finding(..) | Place::Decision(..) => {
                self.condition(place, text)
            }
        }
    }

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
        self.problems.extend(found.map(|trouble| Problem { place, cell: Cell::Logic, trouble }));
        let trouble = match &program {
            None => {
                self.complete = false;
                None
            }
            Some(_) if failed => None,
            Some(program) => {
                let lacking = || self.purpose == Purpose::Page && program.encode().is_none();
                wrong(program.ty()).or_else(|| lacking().then_some(Trouble::NotOnPage))
            }
        };
        self.problems.extend(trouble.map(|trouble| Problem { place, cell: Cell::Logic, trouble }));
        program
    }
}

/// Sections are offered as soon as the profile is known, so only it may decide which.
fn outside_profile(definition: &Definition, programs: &Programs) -> Vec<Problem> {
    let places: Vec<(usize, usize)> = places(definition).collect();
    let mut problems = Vec::new();
    for (s, section) in programs.sections.iter().enumerate() {
        let slots = section.when.iter().flat_map(Program::slots);
        let read = slots.filter_map(|slot| places.get(Rulebook::question_of(*slot)?));
        let outside = read.filter_map(|&(s, q)| {
            let section = definition.sections.get(s).filter(|it| it.kind != SectionKind::Profile)?;
            section.questions.get(q)
        });
        problems.extend(outside.map(|question| Problem {
            place: Place::Section(s),
            cell: Cell::Logic,
            trouble: Trouble::NotFromProfile(question.name.clone()),
        }));
    }
    problems
}

/// The complaint about a circle of questions, at the question that closes it.
fn cycle(definition: &Definition, round: &[usize]) -> Problem {
    let places: Vec<(usize, usize)> = places(definition).collect();
    let ids = round.iter().filter_map(|number| {
        let &(s, q) = places.get(*number)?;
        Some(definition.sections.get(s)?.questions.get(q)?.id.clone())
    });
    let back_to = round.last().and_then(|number| places.get(*number));
    let &(s, q) = back_to.unwrap_or(&(0, 0));
    Problem { place: Place::Question(s, q), cell: Cell::Logic, trouble: Trouble::Cycle(ids.collect()) }
}
