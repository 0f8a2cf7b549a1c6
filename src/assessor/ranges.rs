//! Answers of which only a range is known: a day of which the owner remembers the month.
//!
//! The first of the range may stand for all of it where none of them makes a difference: to what
//! stands, to what is asked, to whether a last day is over. Where one does, the answer is 不清楚, so
//! that nothing is ever certain that an exact answer could take back. Last days are counted from the
//! first of the range, the most cautious one: an earlier start never gives a later end.

use feel::Value;

use crate::deadline::last;
use crate::facts::Facts;
use crate::rulebook::Rulebook;

/// A question by its number, and the values its answer may have, the first standing for all.
pub(crate) type Range = (usize, Vec<Value>);

/// Which ranges their first value may stand for. The facts have 不清楚 for all of them.
///
/// Each range is tried with the others unknown. Several at once may then say no more than each by
/// itself: what they settle only together could depend on the days, which nobody knows.
pub(crate) fn settled(rulebook: &Rulebook, facts: &Facts, ranges: &[Range]) -> Vec<bool> {
    let unknown = outcome(rulebook, facts);
    let mut alone: Vec<Vec<u8>> = Vec::new();
    let mut together = facts.clone();
    let mut accepted = Vec::new();
    for (number, values) in ranges {
        let mut outcomes =
            values.iter().map(|value| outcome(rulebook, &with(rulebook, facts, *number, value)));
        let Some((first, value)) = outcomes.next().zip(values.first()) else {
            accepted.push(false);
            continue;
        };
        let trial = with(rulebook, &together, *number, value);
        let alike = outcomes.all(|other| other == first);
        alone.push(first);
        let safe = alike && explained(&outcome(rulebook, &trial), &unknown, &alone);
        if safe {
            together = trial;
        } else {
            alone.pop();
        }
        accepted.push(safe);
    }
    accepted
}

/// Whether everything in an outcome is as if nothing were known, or as one range by itself has it.
fn explained(together: &[u8], unknown: &[u8], alone: &[Vec<u8>]) -> bool {
    together.iter().enumerate().all(|(at, now)| {
        unknown.get(at) == Some(now) || alone.iter().any(|outcome| outcome.get(at) == Some(now))
    })
}

fn with(rulebook: &Rulebook, facts: &Facts, number: usize, value: &Value) -> Facts {
    let mut facts = facts.clone();
    facts.give(number, Some(value.clone()));
    facts.update(rulebook, number);
    facts
}

/// All that an owner is told for certain, a byte each: states of questions, sections, findings, and of
/// every deadline whether it is over.
fn outcome(rulebook: &Rulebook, facts: &Facts) -> Vec<u8> {
    let mut outcome = facts.settled();
    for (section, definition) in rulebook.definition().sections.iter().enumerate() {
        for (number, finding) in rulebook.programs().finding_numbers(section).zip(&definition.findings) {
            let shown = facts.listed(rulebook, number).is_some();
            let programs = rulebook.programs().finding(number);
            let due = programs.into_iter().flat_map(|(_, programs)| &programs.due);
            for (deadline, program) in finding.deadlines.iter().zip(due) {
                let day = program.as_ref().filter(|_| shown).map(|program| program.eval(&facts.env));
                outcome.push(match day {
                    Some(Value::Date(day)) => {
                        let over = last(deadline, rulebook.calendar(), day).day < facts.on();
                        1 + u8::from(over)
                    }
                    Some(Value::Null) => 3,
                    _ => 0,
                });
            }
        }
    }
    outcome
}
