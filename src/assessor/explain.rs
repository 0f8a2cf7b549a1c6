//! Why a finding stands or does not: the answers that suffice, the rule with the answers in it, and
//! every part of its condition as a sentence, with what is the case.

use feel::Date;
use serde::Serialize;

use crate::answers::Answers;
use crate::assess::because;
use crate::condition::{Condition, conditions};
use crate::facts::Facts;
use crate::report::{Because, Status};
use crate::rulebook::Rulebook;
use crate::substitute::{Decided, Substituted, substitute};
use crate::trial::Trial;

/// Why a finding stands, may stand, or does not.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// Finding id.
    pub finding: String,
    /// Its title.
    pub title: String,
    /// Whether it stands; none if it does not.
    pub status: Option<Status>,
    /// A smallest set of answers that suffices for that, whatever the others are: as in a report.
    pub because: Vec<Because>,
    /// Ids of the questions that would settle a possible finding, in asking order.
    pub depends_on: Vec<String>,
    /// The FEEL condition, as the rulebook has it.
    pub rule: String,
    /// The same with values in place of questions and decisions, `?` where there is none.
    pub substituted: String,
    /// The decisions that the rule names, in its order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<Decided>,
    /// That it does not exist on the day, if so; the condition of its section, if it has one; its own.
    pub conditions: Vec<Condition>,
}

/// Explains a finding under these answers on a day; none if no finding has this id.
pub fn explain(rulebook: &Rulebook, answers: &Answers, on: Date, finding: &str) -> Option<Explanation> {
    explained(rulebook, &Facts::new(rulebook, answers, on), finding)
}

pub(crate) fn explained(rulebook: &Rulebook, facts: &Facts, id: &str) -> Option<Explanation> {
    let number = rulebook.finding_number(id)?;
    let finding = rulebook.finding_at(number)?;
    let mut trial = Trial::new(rulebook, facts, number);
    let needed = trial.sufficient().into_iter();
    let Substituted { text: substituted, decisions } = substitute(rulebook, facts, &finding.when);
    let ids = |numbers: Vec<usize>| numbers.into_iter().filter_map(|it| rulebook.question_at(it));
    Some(Explanation {
        finding: finding.id.clone(),
        title: finding.title.clone(),
        status: trial.stands().status(),
        because: needed.filter_map(|number| because(rulebook, facts, number)).collect(),
        depends_on: ids(trial.decisive()).map(|question| question.id.clone()).collect(),
        rule: finding.when.clone(),
        substituted,
        decisions,
        conditions: conditions(rulebook, facts, number),
    })
}
