//! The conditions of a finding, part by part: each as a sentence about what is the case, with what
//! became of it.

use feel::{Formula, Program, Value};
use serde::Serialize;

use crate::facts::{Facts, QuestionState, Truth, truth};
use crate::rulebook::Rulebook;
use crate::sentence::Speaker;

/// How deep it is explained why a question is asked or not.
const DEPTH: u32 = 4;

/// A condition or a part of one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Condition {
    /// What is the case, or how the parts belong together, in Chinese.
    pub text: String,
    /// Whether it is as the condition wants it.
    pub outcome: Outcome,
    /// Ids of the questions it reads, if it has no parts that are conditions.
    pub questions: Vec<String>,
    /// Its parts; of one without, why a question it reads is not asked.
    pub parts: Vec<Condition>,
}

/// What became of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// True.
    Held,
    /// Not true.
    Failed,
    /// Not known.
    Unknown,
    /// Not true because a question it reads does not concern this business.
    NotApplicable,
}

/// All that decides whether a finding stands: that it does not exist on the day, if so; the condition
/// of its section, if it has one; its own.
pub(crate) fn conditions(rulebook: &Rulebook, facts: &Facts, finding: usize) -> Vec<Condition> {
    let teller = Teller { speaker: Speaker { rulebook, facts } };
    let mut conditions: Vec<Condition> = in_force(rulebook, facts, finding).into_iter().collect();
    for condition in rulebook.stands_when(finding) {
        conditions.push(teller.condition(condition, DEPTH));
    }
    conditions
}

/// That a finding does not exist on the day, if so.
fn in_force(rulebook: &Rulebook, facts: &Facts, finding: usize) -> Option<Condition> {
    let (_, programs) = rulebook.programs().finding(finding)?;
    let text = "这一条在评估的日子还没有施行，或者已经失效".into();
    let absent = Condition { text, outcome: Outcome::Failed, questions: Vec::new(), parts: Vec::new() };
    (!programs.exists(facts.on())).then_some(absent)
}

/// The value of a condition.
#[derive(Clone, Copy, PartialEq)]
enum Sense {
    True,
    False,
    Null,
    Unknown,
}

impl Sense {
    fn negated(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            other => other,
        }
    }

    fn outcome(self) -> Outcome {
        match self {
            Self::True => Outcome::Held,
            Self::Unknown => Outcome::Unknown,
            Self::False | Self::Null => Outcome::Failed,
        }
    }
}

struct Teller<'a> {
    speaker: Speaker<'a>,
}

impl Teller<'_> {
    fn condition(&self, program: &Program, depth: u32) -> Condition {
        self.formula(&program.formula(), true, depth).0
    }

    /// A part and its value. Where nothing negates it, null is as good as false.
    fn formula(&self, formula: &Formula<'_>, positive: bool, depth: u32) -> (Condition, Sense) {
        match formula {
            Formula::All(parts) => {
                let (parts, senses) = self.formulas(parts, positive, depth);
                let text = if positive { "要同时符合：" } else { "下面的不能都有：" };
                group(text, parts, joined(&senses, Sense::False, Sense::True), positive)
            }
            Formula::Any(parts) => {
                let (parts, senses) = self.formulas(parts, positive, depth);
                let text = if positive { "有一样就算：" } else { "下面的一样也不能有：" };
                group(text, parts, joined(&senses, Sense::True, Sense::False), positive)
            }
            // The sentences say what is the case; so it only turns what became of it.
            Formula::Not(part) => {
                let (inner, sense) = self.formula(part, !positive, depth);
                let outcome = match inner.outcome {
                    Outcome::Held => Outcome::Failed,
                    Outcome::Failed if sense == Sense::False => Outcome::Held,
                    other => other,
                };
                let sense = if positive && sense == Sense::Null { Sense::False } else { sense.negated() };
                (Condition { outcome, ..inner }, sense)
            }
            Formula::If(parts) => {
                let (told, senses) = self.formulas(&**parts, false, depth);
                let sense = match senses.as_slice() {
                    [Sense::True, then, _] => *then,
                    [Sense::Unknown, then, otherwise] if then != otherwise => Sense::Unknown,
                    [_, _, otherwise] => *otherwise,
                    _ => Sense::Null,
                };
                group("第一样有，就看第二样，没有就看第三样：", told, sense, positive)
            }
            Formula::Atom(atom) => {
                let value = atom.eval(&self.speaker.facts.env);
                let sense = match value {
                    Value::Boolean(true) => Sense::True,
                    Value::Unknown => Sense::Unknown,
                    Value::Null if !positive => Sense::Null,
                    _ => Sense::False,
                };
                let (mut silent, mut questions, mut parts) = (false, Vec::new(), Vec::new());
                for number in atom.slots().into_iter().filter_map(Rulebook::question_of) {
                    silent |= self.speaker.facts.state(number) == QuestionState::NotApplicable;
                    questions.extend(self.speaker.rulebook.question_at(number).map(|it| it.id.clone()));
                    parts.extend(self.asked(number, depth));
                }
                let outcome = match sense.outcome() {
                    Outcome::Failed if silent => Outcome::NotApplicable,
                    outcome => outcome,
                };
                let text = self.speaker.sentence(*atom, &value);
                (Condition { text, outcome, questions, parts }, sense)
            }
        }
    }

    fn formulas(&self, formulas: &[Formula<'_>], positive: bool, depth: u32) -> (Vec<Condition>, Vec<Sense>) {
        let (mut conditions, mut senses) = (Vec::new(), Vec::new());
        for formula in formulas {
            let (condition, sense) = self.formula(formula, positive, depth);
            conditions.push(condition);
            senses.push(sense);
        }
        (conditions, senses)
    }

    /// Why a question is not asked, or may not be: the conditions for that which are not true.
    fn asked(&self, number: usize, depth: u32) -> Vec<Condition> {
        let Some(depth) = depth.checked_sub(1) else { return Vec::new() };
        let mut unmet = Vec::new();
        for condition in self.speaker.rulebook.asked_when(number) {
            if truth(Some(condition), &self.speaker.facts.env) != Truth::Yes {
                unmet.push(self.condition(condition, depth));
            }
        }
        unmet
    }
}

fn group(text: &str, parts: Vec<Condition>, sense: Sense, positive: bool) -> (Condition, Sense) {
    let sense = if positive && sense == Sense::Null { Sense::False } else { sense };
    (Condition { text: text.into(), outcome: sense.outcome(), questions: Vec::new(), parts }, sense)
}

/// What parts come to of which one can decide.
fn joined(senses: &[Sense], decides: Sense, otherwise: Sense) -> Sense {
    [decides, Sense::Unknown, Sense::Null].into_iter().find(|it| senses.contains(it)).unwrap_or(otherwise)
}
