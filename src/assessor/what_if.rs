//! What it would take to be rid of a finding: the smallest changes of answers after which it is
//! neither confirmed nor possible, and what they would bring up instead.
//!
//! Nothing is tried blindly. While none of the answers that suffice for a finding is changed it
//! stands, so one of them must be; if it still stands then, one of those that suffice now; and so on,
//! first with one change, then with two, then with three. That finds every smallest way.

use feel::{Date, Value};
use serde::Serialize;

use crate::answers::Answers;
use crate::assess::because;
use crate::candidates::Asked;
use crate::definition::{Kind, Question, Severity};
use crate::facts::{Facts, Truth};
use crate::input::Input;
use crate::report::{Because, Status};
use crate::rulebook::Rulebook;
use crate::sorted;
use crate::trial::Trial;
use crate::words;

/// Most answers changed at once.
const CHANGES: usize = 3;

/// How often answers are changed before the search is given up, where time is no matter.
pub(crate) const BOUND: u32 = 20_000;

/// Most ways listed.
const WAYS: usize = 64;

/// How a finding could be cleared.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WhatIf {
    /// Finding id.
    pub finding: String,
    /// Its title.
    pub title: String,
    /// Whether it stands; none if it does not, and then there is nothing to clear.
    pub status: Option<Status>,
    /// The smallest sets of changes that clear it; those first that bring up least.
    pub ways: Vec<Way>,
    /// Answers it rests on that nothing can change.
    pub fixed: Vec<Because>,
    /// What the search can say about the ways.
    pub search: Search,
}

/// Changes that clear a finding together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Way {
    /// One to three changes, in asking order; none of them can be left out.
    pub changes: Vec<Change>,
    /// Findings that were not there before, or only possible and are now confirmed; in file order.
    pub raises: Vec<Raised>,
}

/// Another answer to a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// Question id.
    pub question: String,
    /// The question as asked.
    pub text: String,
    /// What would be different, as a sentence: 把“书面合同”改成“都签了”.
    pub sentence: String,
    /// The present answer in words; none if there is none.
    pub from: Option<String>,
    /// The other answer in words.
    pub to: String,
    /// The other answer.
    pub answer: Input,
}

/// A finding that a change would bring up.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Raised {
    /// Finding id.
    pub finding: String,
    /// Its title.
    pub title: String,
    /// Whether it would be certain.
    pub status: Status,
    /// Severity; none for routes.
    pub severity: Option<Severity>,
}

/// How far the search went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Search {
    /// The ways are all there are of the smallest size; if there are none, no change of what can be
    /// changed clears the finding.
    Complete,
    /// There is none of up to three changes; more were not tried.
    TooMany,
    /// A bound was hit, or answers are compared with each other: what was found is right, but there
    /// may be more, or smaller ones.
    Partial,
}

/// What would clear a finding under these answers on a day; none if no finding has this id.
pub fn what_if(rulebook: &Rulebook, answers: &Answers, on: Date, finding: &str) -> Option<WhatIf> {
    cleared(rulebook, &Facts::new(rulebook, answers, on), on, finding, BOUND)
}

/// As [`what_if`], changing answers at most `bound` times.
pub(crate) fn cleared(rulebook: &Rulebook, facts: &Facts, on: Date, id: &str, bound: u32) -> Option<WhatIf> {
    let number = rulebook.finding_number(id)?;
    let finding = rulebook.finding_at(number)?;
    let mut trial = Trial::new(rulebook, facts, number);
    let stands = trial.stands();
    let mut hunt =
        Hunt { rulebook, on, bound, changed: Vec::new(), found: Vec::new(), cut_off: false, partial: false };
    let mut search = Search::Complete;
    for left in 1..=CHANGES {
        hunt.cut_off = false;
        hunt.clear(&mut trial, left);
        if !hunt.found.is_empty() || !hunt.cut_off || hunt.partial {
            break;
        }
    }
    if hunt.partial {
        search = Search::Partial;
    } else if hunt.found.is_empty() && hunt.cut_off {
        search = Search::TooMany;
    }
    let fixed = |number: &usize| rulebook.question_at(*number).is_some_and(|question| question.fixed);
    let because = |number| because(rulebook, facts, number);
    Some(WhatIf {
        finding: finding.id.clone(),
        title: finding.title.clone(),
        status: stands.status(),
        ways: hunt.ways(facts),
        fixed: trial.sufficient().into_iter().filter(fixed).filter_map(because).collect(),
        search,
    })
}

/// Answers to questions, by number.
type Changed = Vec<(usize, Input, Value)>;

/// The search.
struct Hunt<'a> {
    rulebook: &'a Rulebook,
    on: Date,
    /// How often answers may be changed.
    bound: u32,
    /// What is changed now.
    changed: Changed,
    /// What cleared the finding.
    found: Vec<Changed>,
    /// Whether more changes than allowed could have done something.
    cut_off: bool,
    /// Whether something may have been missed.
    partial: bool,
}

impl Hunt<'_> {
    /// Tries all that `left` more changes can do.
    fn clear(&mut self, trial: &mut Trial<'_>, left: usize) {
        let stands = trial.stands();
        if stands == Truth::No {
            return self.keep();
        }
        let mut targets = Vec::new();
        for number in trial.sufficient().into_iter().chain(trial.decisive()) {
            if self.changeable(number) {
                sorted::insert(&mut targets, number);
            }
        }
        if left == 0 {
            self.cut_off |= !targets.is_empty();
            return;
        }
        for number in targets {
            let Some(question) = self.rulebook.question_at(number) else { continue };
            let asked =
                Asked { rulebook: self.rulebook, number, question, env: &trial.facts.env, on: self.on };
            let candidates = asked.candidates(&trial.conditions());
            self.partial |= !candidates.exact;
            for (input, value) in candidates.inputs {
                if trial.changes > self.bound || self.found.len() > WAYS {
                    self.partial = true;
                    return;
                }
                let before = trial.give(number, Some(value.clone()));
                self.changed.push((number, input, value));
                self.clear(trial, left - 1);
                self.changed.pop();
                trial.give(number, before);
            }
        }
    }

    fn changeable(&self, number: usize) -> bool {
        let fixed = self.rulebook.question_at(number).is_none_or(|question| question.fixed);
        !fixed && self.changed.iter().all(|(changed, ..)| *changed != number)
    }

    fn keep(&mut self) {
        let mut way = self.changed.clone();
        way.sort_by_key(|(number, ..)| *number);
        if !way.is_empty() && !self.found.contains(&way) {
            self.found.push(way);
        }
    }

    /// What was found, without what changes more options than it must.
    fn ways(&self, facts: &Facts) -> Vec<Way> {
        let needless =
            |way: &Changed| self.found.iter().any(|other| other != way && within(other, way, facts));
        let mut ways: Vec<Way> = Vec::new();
        for changed in self.found.iter().filter(|way| !needless(way)) {
            let way = Way { changes: self.changes(changed, facts), raises: self.raises(changed, facts) };
            // Of amounts and days that bring up the same, the nearest will do.
            if !ways.iter().any(|other| self.alike(other, &way)) {
                ways.push(way);
            }
        }
        let weight = |way: &Way| {
            let certain = way.raises.iter().filter(|it| it.status == Status::Confirmed).count();
            (certain, way.raises.len())
        };
        ways.sort_by_key(weight);
        ways
    }

    fn alike(&self, one: &Way, other: &Way) -> bool {
        let stepped = |id: &str| {
            let kind = self.rulebook.question(id).map(|question| &question.kind);
            matches!(kind, Some(Kind::Integer { .. } | Kind::Money { .. } | Kind::Date { .. }))
        };
        let same = |(a, b): (&Change, &Change)| {
            a.question == b.question && (a.answer == b.answer || stepped(&a.question))
        };
        one.raises == other.raises
            && one.changes.len() == other.changes.len()
            && one.changes.iter().zip(&other.changes).all(same)
    }

    fn changes(&self, changed: &Changed, facts: &Facts) -> Vec<Change> {
        let change = |(number, input, value): &(usize, Input, Value)| {
            let question = self.rulebook.question_at(*number)?;
            Some(Change {
                question: question.id.clone(),
                text: question.text.clone(),
                sentence: changing(question, facts.given(*number), value),
                from: facts.given(*number).map(|value| words::answer(question, value)),
                to: words::answer(question, value),
                answer: input.clone(),
            })
        };
        changed.iter().filter_map(change).collect()
    }

    /// What changes bring up, among what a report would list.
    fn raises(&self, changed: &Changed, facts: &Facts) -> Vec<Raised> {
        let mut after = facts.clone();
        for (number, _, value) in changed {
            after.give(*number, Some(value.clone()));
            after.update(self.rulebook, *number);
        }
        let mut raised = Vec::new();
        for number in 0..after.findings().len() {
            if after.finding(number) <= facts.finding(number) {
                continue;
            }
            let Some(finding) = self.rulebook.finding_at(number) else { continue };
            if let Some(status) = after.listed(self.rulebook, number) {
                let (finding, title, severity) =
                    (finding.id.clone(), finding.title.clone(), finding.severity);
                raised.push(Raised { finding, title, status, severity });
            }
        }
        raised
    }
}

/// Whether `less` changes the same questions as `more`, and of no choice of options anything that
/// `more` leaves as it is.
fn within(less: &Changed, more: &Changed, facts: &Facts) -> bool {
    let items = |value: &Value| if let Value::List(items) = value { items.to_vec() } else { Vec::new() };
    let one = |((a, _, x), (b, _, y)): (&(usize, Input, Value), &(usize, Input, Value))| {
        let before = facts.given(*a).map(items).unwrap_or_default();
        let (x_items, y_items) = (items(x), items(y));
        let untouched = |item: &Value| {
            y_items.contains(item) != before.contains(item) || x_items.contains(item) == before.contains(item)
        };
        let options = matches!((x, y), (Value::List(_), Value::List(_)));
        a == b && (x == y || options && x_items.iter().chain(&before).all(untouched))
    };
    less.len() == more.len() && less.iter().zip(more).all(one)
}

/// A change as a sentence; of several options, only those that come or go.
fn changing(question: &Question, from: Option<&Value>, to: &Value) -> String {
    let name = &question.name;
    let (Some(Value::List(from)), Value::List(to)) = (from, to) else {
        return format!("把“{name}”改成“{}”", words::answer(question, to));
    };
    let without = |all: &[Value], known: &[Value]| {
        let rest: Vec<String> =
            all.iter().filter(|it| !known.contains(it)).map(|it| format!("“{it}”")).collect();
        rest.join("、")
    };
    let mut said = Vec::new();
    for (verb, options) in [("不再有", without(from, to)), ("加上", without(to, from))] {
        if !options.is_empty() {
            said.push(format!("{verb}{options}"));
        }
    }
    format!("“{name}”里{}", said.join("，"))
}
