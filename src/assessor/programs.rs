//! The programs of a rulebook: one for each FEEL text, and an order in which the questions'
//! conditions can be evaluated.
//!
//! They come from the texts where rules are written, and from the bundle's code where they are
//! used; who provides them is [`Programs::build`]'s argument, so both are put together alike.

use std::ops::Range;

use feel::{Date, Program};

use crate::definition::{Definition, Period};
use crate::rulebook::Rulebook;

/// The programs, in the definition's order.
#[derive(Debug)]
pub(crate) struct Programs {
    pub sections: Vec<SectionPrograms>,
    /// When each question is asked, by question number.
    pub questions: Vec<Condition>,
    /// Question numbers such that each comes after all that its conditions read.
    pub order: Vec<usize>,
}

/// A condition; absent = always true.
pub(crate) type Condition = Option<Program>;

/// The programs of one section.
#[derive(Debug)]
pub(crate) struct SectionPrograms {
    pub when: Condition,
    /// Number of its first finding, counted over the whole rulebook.
    pub first: usize,
    pub findings: Vec<FindingPrograms>,
}

/// The programs of one finding.
#[derive(Debug)]
pub(crate) struct FindingPrograms {
    pub when: Program,
    /// On which days of assessment it exists; none = on all.
    pub valid: Option<Period>,
    /// One entry per deadline; none where it has no expression.
    pub due: Vec<Option<Program>>,
}

impl FindingPrograms {
    /// Whether it exists on a day.
    pub fn exists(&self, on: Date) -> bool {
        self.valid.is_none_or(|valid| valid.contains(on))
    }
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
    /// The logic of a decision: section, decision. It has no program of its own; those that name it
    /// have its code.
    #[cfg(feature = "check")]
    Decision(usize, usize),
}

/// Gives the program of a text; `None` if it has none.
pub(crate) type Source<'s> = &'s mut dyn FnMut(Place, &str) -> Option<Program>;

impl Programs {
    /// Puts the programs together: `source` is asked once for every text, in a fixed order. Parts
    /// whose program is missing are left out; whoever provides them knows.
    ///
    /// # Errors
    /// Conditions of questions depend on each other in a circle, which is given: question numbers.
    pub fn build(definition: &Definition, source: Source<'_>) -> Result<Self, Vec<usize>> {
        let mut sections = Vec::new();
        let mut questions = Vec::new();
        let mut first = 0;
        for (s, section) in definition.sections.iter().enumerate() {
            let when = section.when.as_deref().and_then(|text| source(Place::Section(s), text));
            for (q, question) in section.questions.iter().enumerate() {
                let when = question.when.as_deref();
                questions.push(when.and_then(|text| source(Place::Question(s, q), text)));
            }
            let mut findings = Vec::new();
            for (f, finding) in section.findings.iter().enumerate() {
                let when = source(Place::Finding(s, f), &finding.when);
                let mut due = Vec::new();
                for (d, deadline) in finding.deadlines.iter().enumerate() {
                    due.push(deadline.due.as_deref().and_then(|text| source(Place::Deadline(s, f, d), text)));
                }
                findings.extend(when.map(|when| FindingPrograms { when, valid: finding.valid, due }));
            }
            let next = first + findings.len();
            sections.push(SectionPrograms { when, first, findings });
            first = next;
        }
        let order = order(definition, &sections, &questions)?;
        Ok(Self { sections, questions, order })
    }

    /// Number of findings.
    pub fn findings(&self) -> usize {
        self.sections.last().map_or(0, |section| section.first + section.findings.len())
    }

    /// The numbers of a section's findings.
    pub fn finding_numbers(&self, section: usize) -> Range<usize> {
        self.sections.get(section).map_or(0..0, |it| it.first..it.first + it.findings.len())
    }

    /// The section and the programs of a finding.
    pub fn finding(&self, number: usize) -> Option<(usize, &FindingPrograms)> {
        let section = self.sections.partition_point(|section| section.first <= number).checked_sub(1)?;
        let programs = self.sections.get(section)?;
        programs.findings.get(number - programs.first).map(|finding| (section, finding))
    }

    /// The code of every program in the order of [`Programs::build`].
    #[cfg(feature = "check")]
    pub fn encode(&self, definition: &Definition) -> Option<Vec<String>> {
        let mut questions = self.questions.iter();
        let mut code = Vec::new();
        for (section, programs) in definition.sections.iter().zip(&self.sections) {
            let own = questions.by_ref().take(section.questions.len()).flatten();
            let findings = programs.findings.iter();
            let findings = findings.flat_map(|it| std::iter::once(&it.when).chain(it.due.iter().flatten()));
            for program in programs.when.iter().chain(own).chain(findings) {
                code.push(program.encode()?);
            }
        }
        Some(code)
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

/// Depth-first over “reads”, in file order, so that the result is the file order wherever the
/// author already wrote questions after what they depend on.
fn order(
    definition: &Definition,
    sections: &[SectionPrograms],
    questions: &[Condition],
) -> Result<Vec<usize>, Vec<usize>> {
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
                    let round = path.iter().map(|(number, _)| *number).skip_while(|number| *number != next);
                    return Err(round.chain([next]).collect());
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
