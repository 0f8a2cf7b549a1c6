//! How many questions a section asks: on the average of random answers, at most in those, and at
//! most that can apply together.

use std::rc::Rc;

use assessor::{Answers, Rulebook, Session};
use biodivine_lib_bdd::Bdd;

use crate::model::Model;
use crate::sample::Sampler;
use crate::space::Space;

/// Walks through each section.
const WALKS: u32 = 24;

/// Number of questions of one section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Length {
    /// Id of the section.
    pub section: String,
    /// Hundredths of a question, on the average over random answers, those about the business
    /// that come first included.
    pub mean_hundredths: u32,
    /// The most that were asked.
    pub longest_walk: u32,
    /// The most of its own questions that can apply together, whatever is answered.
    pub longest: u32,
}

/// The lengths of all sections that ask, in file order. The same rulebook gives the same numbers.
#[must_use]
pub fn lengths(rulebook: &Rc<Rulebook>) -> Vec<Length> {
    let space = Space::new(vec![rulebook], rulebook.definition().as_of);
    let Some(model) = Model::new(&space, 0) else { return Vec::new() };
    let mut sampler = Sampler::new(rulebook);
    let mut found = Vec::new();
    let numbered: Vec<usize> = rulebook.numbered().map(|(s, ..)| s).collect();
    for (s, section) in rulebook.definition().sections.iter().enumerate() {
        let own = numbered.iter().enumerate().filter(|(_, it)| **it == s);
        let asked: Vec<&Bdd> = own.filter_map(|(number, _)| model.asked.get(number)).collect();
        let walks: Vec<u32> = (0..WALKS).map(|_| walk(rulebook, &sampler.answers(), &section.id)).collect();
        found.push(Length {
            section: section.id.clone(),
            mean_hundredths: walks.iter().sum::<u32>() * 100 / WALKS,
            longest_walk: walks.iter().copied().max().unwrap_or(0),
            longest: together(&asked),
        });
    }
    found
}

/// The most of these sets that have an assignment in common.
fn together(sets: &[&Bdd]) -> u32 {
    // At place n: the assignments that are in more than n of the sets so far.
    let mut more: Vec<Bdd> = Vec::new();
    for set in sets {
        let mut carried = (*set).clone();
        for known in &mut more {
            let next = known.and(&carried);
            *known = known.or(&carried);
            carried = next;
        }
        if !carried.is_false() {
            more.push(carried);
        }
    }
    more.len() as u32
}

/// Gives these answers to what is asked until nothing is; gives the number of answers.
fn walk(rulebook: &Rc<Rulebook>, answers: &Answers, section: &str) -> u32 {
    let mut session = Session::new(Rc::clone(rulebook), rulebook.definition().as_of);
    let mut count = 0;
    while let Some(id) = session.next(section).map(|question| question.id.clone()) {
        let Some(input) = answers.get(&id) else { break };
        if session.answer(&id, input.clone()).is_err() {
            break;
        }
        count += 1;
    }
    count
}
