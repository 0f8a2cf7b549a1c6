//! The claims about a rulebook, each proved or refuted.
//!
//! Findings come and go with the law, so the rulebook is looked at on the day on which its law was
//! checked and on every later day on which a finding begins or ends. What does not hang on that is
//! claimed on the first of these days only; a finding, on the first on which it exists; a decision
//! table, on all of them.

mod decisions;
mod findings;
mod options;
mod questions;

pub(crate) use findings::decisive;

use std::rc::Rc;

use assessor::definition::{Definition, Finding};
use assessor::{Place, Rulebook};
use biodivine_lib_bdd::Bdd;
use feel::Date;

use crate::model::Model;
use crate::proof::{Grade, Proof, Refutation, Subject};
use crate::space::Space;

/// Proves a rulebook from the day on which its law was checked. `exclusive` are pairs of ids of
/// findings that must never stand together.
#[must_use]
pub fn prove(rulebook: &Rc<Rulebook>, exclusive: &[(String, String)]) -> Proof {
    let days = days(rulebook.definition());
    let mut rest = days.iter().copied();
    let mut proof = rest.next().map(|day| on(rulebook, day, true, exclusive)).unwrap_or_default();
    for day in rest {
        let later = on(rulebook, day, false, exclusive);
        proof.proved += later.proved;
        proof.refutations.extend(later.refutations);
    }
    decisions::over(days.len(), &mut proof.refutations);
    proof.refutations.sort_by_key(|it| it.grade);
    proof
}

/// The day on which the law was checked, and all later ones on which a finding begins or ends.
fn days(definition: &Definition) -> Vec<Date> {
    let findings = definition.sections.iter().flat_map(|section| &section.findings);
    let ends = findings.filter_map(|it| it.valid).flat_map(|valid| [valid.from, valid.until]);
    let mut days: Vec<Date> = ends.flatten().filter(|day| *day > definition.as_of).collect();
    days.push(definition.as_of);
    days.sort();
    days.dedup();
    days
}

/// What can be said on one day; `all`: also what does not hang on the day.
fn on(rulebook: &Rc<Rulebook>, day: Date, all: bool, exclusive: &[(String, String)]) -> Proof {
    let space = Space::new(vec![rulebook], day);
    let Some(model) = Model::new(&space, 0) else { return Proof::default() };
    let sections = rulebook.definition().sections.iter().enumerate();
    let confirmed = sections
        .map(|(s, section)| (0..section.findings.len()).map(|f| model.confirmed(s, f)).collect::<Vec<Bdd>>());
    let confirmed = confirmed.collect();
    let joint = space.joint().into_iter();
    let joint = joint.map(|(ids, classes)| (ids.into_iter().map(Into::into).collect(), classes)).collect();
    let proof = Proof { classes: space.classes(), joint, ..Proof::default() };
    let mut claims = Claims { rulebook, day, all, model, confirmed, proof };
    if all {
        claims.questions();
        claims.options();
    }
    claims.findings();
    claims.decisions();
    claims.exclusive(exclusive);
    claims.proof.refutations.iter_mut().for_each(|it| it.on = day);
    claims.proof
}

struct Claims<'s, 'b> {
    rulebook: &'b Rulebook,
    day: Date,
    /// Whether this is the first day that is looked at.
    all: bool,
    model: Model<'s, 'b>,
    /// When each finding is confirmed, by section.
    confirmed: Vec<Vec<Bdd>>,
    proof: Proof,
}

/// What a claim says about a set of answers.
enum Must {
    /// There are such answers.
    Exist,
    /// There are none.
    NotExist,
}

impl Claims<'_, '_> {
    /// Proves that a set of answers is not empty, or that it is. The cone is of all questions
    /// that were looked at.
    fn claim(&mut self, must: &Must, set: &Bdd, cone: &[usize], refutation: Refutation) {
        let holds = match must {
            Must::Exist => !set.is_false(),
            Must::NotExist => set.is_false(),
        };
        // A witness is real whatever classes may be missing; emptiness is not.
        let sure = !set.is_false() || self.model.is_exact(cone);
        match (holds, sure) {
            (true, true) => self.proof.proved += 1,
            (false, true) => {
                let witness = self.model.witness(set, cone);
                self.proof.refutations.push(Refutation { witness, ..refutation });
            }
            (_, false) => self.undecided(refutation),
        }
    }

    fn undecided(&mut self, refutation: Refutation) {
        let message = format!("不能判定是否“{}”", refutation.message);
        let help = "条件把几个问题的答案放在一起比较，可能漏了情形；请人工核对".into();
        self.proof.refutations.push(Refutation { grade: Grade::Undecided, message, help, ..refutation });
    }

    fn place(&self, id: &str) -> Option<(usize, usize)> {
        let sections = self.rulebook.definition().sections.iter().enumerate();
        sections
            .flat_map(|(s, it)| it.findings.iter().enumerate().map(move |(f, it)| (s, f, it)))
            .find(|(_, _, it)| it.id == id)
            .map(|(s, f, _)| (s, f))
    }

    fn finding(&self, (section, finding): (usize, usize)) -> Option<&Finding> {
        self.rulebook.definition().sections.get(section)?.findings.get(finding)
    }

    /// Whether a finding exists on this day.
    fn exists(&self, finding: &Finding) -> bool {
        finding.valid.is_none_or(|valid| valid.contains(self.day))
    }

    /// Whether a finding exists on this day and on none that was looked at before.
    fn is_new(&self, finding: &Finding) -> bool {
        let begins = finding.valid.and_then(|valid| valid.from) == Some(self.day);
        self.exists(finding) && (self.all || begins)
    }

    fn exclusive(&mut self, pairs: &[(String, String)]) {
        for (one, other) in pairs {
            let (Some(a), Some(b)) = (self.place(one), self.place(other)) else { continue };
            let both = [a, b].map(|at| self.finding(at));
            let meet = both.iter().flatten().all(|it| self.exists(it));
            if !meet || !both.iter().flatten().any(|it| self.is_new(it)) {
                continue;
            }
            let (Some(first), Some(second)) = (self.confirmed_at(a), self.confirmed_at(b)) else { continue };
            let both = first.and(second);
            let places = [a, b].map(|(s, f)| self.model.cone_of(s, Place::Finding(s, f)));
            let cone = self.model.cone(places.concat());
            let refutation = refuted(
                "P005",
                Subject::Finding(a.0, a.1),
                format!("“{one}”和“{other}”声明了互斥，却会同时成立"),
                "收紧其中一条的“触发”，或者删去“互斥”",
            );
            self.claim(&Must::NotExist, &both, &cone, refutation);
        }
    }

    fn confirmed_at(&self, (section, finding): (usize, usize)) -> Option<&Bdd> {
        self.confirmed.get(section)?.get(finding)
    }
}

/// What is worth a look.
fn noted(code: &'static str, subject: Subject, message: String, help: &str) -> Refutation {
    Refutation { grade: Grade::Note, ..refuted(code, subject, message, help) }
}

fn refuted(code: &'static str, subject: Subject, message: String, help: &str) -> Refutation {
    Refutation {
        code,
        grade: Grade::Refuted,
        subject,
        message,
        help: help.into(),
        witness: None,
        on: Date::EPOCH,
    }
}
