//! Which question comes next: the one whose answer can be expected to settle most.
//!
//! Only questions that can still change something are asked at all (see `relevance`). Among them
//! each is worth, for every finding it can still decide or give a date, the finding's severity divided by the
//! number of questions that finding waits for, and half as much again where the finding has to do
//! with the question answered last: one thing is talked over before the next. The author's 优先
//! goes before all that, and the order of the file decides where nothing else does. All is whole
//! numbers, so the order is the same everywhere.

use feel::Program;

use crate::definition::Severity;
use crate::facts::{Facts, Truth};
use crate::relevance::Relevance;
use crate::rulebook::Rulebook;

/// What a finding of the lowest severity is worth to the only question that decides it. Divisible
/// by every small number of questions.
const UNIT: u64 = 5040;

/// Of the open questions of a section the one to ask, if there is one. `last`: the question that
/// was answered last.
pub(crate) fn next(rulebook: &Rulebook, facts: &Facts, section: usize, last: Option<usize>) -> Option<usize> {
    let open: Vec<usize> = Relevance::new(rulebook, facts).section(section).open().collect();
    let mut worth = vec![0; open.len()];
    for (decides, value) in findings(rulebook, facts, section, last) {
        let share = value / u64::try_from(decides.len()).unwrap_or(1).max(1);
        for number in decides {
            if let Some(sum) = open.binary_search(&number).ok().and_then(|at| worth.get_mut(at)) {
                *sum += share;
            }
        }
    }
    let priority = |number: usize| rulebook.question_at(number).and_then(|it| it.priority).unwrap_or(0);
    let mut best: Option<(i64, u64, usize)> = None;
    for (number, worth) in open.into_iter().zip(worth) {
        let candidate = (priority(number), worth, number);
        if best.is_none_or(|best| (best.0, best.1) < (candidate.0, candidate.1)) {
            best = Some(candidate);
        }
    }
    best.map(|(_, _, number)| number)
}

/// What is undecided in a section: the questions each thing waits for, and what it is worth. A
/// finding that stands waits for the dates its deadlines run from.
fn findings(
    rulebook: &Rulebook,
    facts: &Facts,
    section: usize,
    last: Option<usize>,
) -> Vec<(Vec<usize>, u64)> {
    let programs = rulebook.programs().sections.get(section);
    let definition = rulebook.definition().sections.get(section);
    let pairs = definition.into_iter().flat_map(|it| &it.findings);
    let pairs = pairs.zip(programs.into_iter().flat_map(|it| &it.findings));
    let mut undecided = Vec::new();
    for (number, (finding, programs)) in rulebook.programs().finding_numbers(section).zip(pairs) {
        let topic = last.is_some_and(|last| reads(&programs.when, last));
        let value = weight(finding.severity) * UNIT;
        let value = if topic { value + value / 2 } else { value };
        let mut relevance = Relevance::new(rulebook, facts);
        match facts.finding(number) {
            Truth::No => continue,
            Truth::Open => relevance.condition(Some(&programs.when)),
            Truth::Yes => {
                programs.due.iter().flatten().for_each(|due| relevance.add(due.blockers(&facts.env)))
            }
        }
        undecided.push((relevance.open().collect(), value));
    }
    undecided
}

fn reads(condition: &Program, question: usize) -> bool {
    condition.slots().iter().any(|slot| Rulebook::question_of(*slot) == Some(question))
}

/// Guidance of a route has no severity: each piece counts the same.
fn weight(severity: Option<Severity>) -> u64 {
    match severity {
        Some(Severity::Critical) => 8,
        Some(Severity::High) => 4,
        Some(Severity::Medium) | None => 2,
        Some(Severity::Low) => 1,
    }
}
