//! The conditions of a finding, part by part: each as a sentence about what is the case, with what
//! became of it.

use feel::{Atom, Formula, Program, Value};
use serde::Serialize;

use crate::facts::{Facts, QuestionState, Truth, truth};
use crate::rulebook::Rulebook;
use crate::sentence::{Speaker, is_never};

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

struct Teller<'a> {
    speaker: Speaker<'a>,
}

impl Teller<'_> {
    fn condition(&self, program: &Program, depth: u32) -> Condition {
        self.formula(&program.formula(), true, depth)
    }

    /// A part; `positive` where nothing negates it.
    fn formula(&self, formula: &Formula<'_>, positive: bool, depth: u32) -> Condition {
        match formula {
            Formula::All(parts) => {
                let told = parts.iter().map(|part| self.formula(part, positive, depth)).collect();
                group(both(positive), told, self.outcome(formula, positive, false))
            }
            Formula::Any(parts) => {
                let text = if positive { "有一样就算：" } else { "下面的一样也不能有：" };
                let told = parts.iter().map(|part| self.formula(part, positive, depth)).collect();
                group(text, told, self.outcome(formula, positive, false))
            }
            Formula::If(parts) => self.case(formula, parts, positive, depth),
            // The sentences say what is the case; so it only turns what became of it.
            Formula::Not(part) => {
                let inner = self.formula(part, !positive, depth);
                let silent = inner.outcome == Outcome::NotApplicable;
                Condition { outcome: self.outcome(formula, positive, silent), ..inner }
            }
            Formula::Atom(atom) => {
                let (mut silent, mut questions, mut parts) = (false, Vec::new(), Vec::new());
                for number in atom.slots().into_iter().filter_map(Rulebook::question_of) {
                    silent |= self.speaker.facts.state(number) == QuestionState::NotApplicable;
                    questions.extend(self.speaker.rulebook.question_at(number).map(|it| it.id.clone()));
                    parts.extend(self.asked(number, depth));
                }
                let outcome = self.outcome(formula, positive, silent);
                let text = self.speaker.sentence(*atom, &atom.eval(&self.speaker.facts.env));
                Condition { text, outcome, questions, parts }
            }
        }
    }

    /// `if`, which is also what a decision that is named comes to: of what is known only the case
    /// that counts.
    fn case(&self, formula: &Formula<'_>, parts: &[Formula<'_>; 3], positive: bool, depth: u32) -> Condition {
        let [condition, then, otherwise] = parts;
        let told = |part: &Formula<'_>| self.formula(part, positive, depth);
        let case = self.formula(condition, true, depth);
        let known = self.outcome(condition, true, false);
        let (text, parts) = match (known, otherwise) {
            (Outcome::Held, _) => (both(positive), vec![case, told(then)]),
            (Outcome::Unknown, Formula::Atom(atom)) if is_never(*atom) => {
                (both(positive), vec![case, told(then)])
            }
            (Outcome::Unknown, _) => {
                let parts = vec![case, told(then), told(otherwise)];
                ("第一样有，就看第二样，没有就看第三样：", parts)
            }
            (_, Formula::Atom(atom)) if is_never(*atom) => return case,
            (_, Formula::If(_)) => return told(otherwise),
            _ => ("前一样没有，就看后一样：", vec![case, told(otherwise)]),
        };
        group(text, parts, self.outcome(formula, positive, false))
    }

    /// What became of a part, of which a question is `silent` or none. Where nothing negates it,
    /// null is as good as false.
    fn outcome(&self, formula: &Formula<'_>, positive: bool, silent: bool) -> Outcome {
        let atom = &mut |atom: Atom<'_>| atom.eval(&self.speaker.facts.env);
        let holds = match positive {
            true => formula.holds(atom),
            false => match formula.eval(atom) {
                Value::Unknown => None,
                value => Some(value == Value::Boolean(true)),
            },
        };
        match holds {
            Some(true) => Outcome::Held,
            None => Outcome::Unknown,
            Some(false) if silent => Outcome::NotApplicable,
            Some(false) => Outcome::Failed,
        }
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

/// Parts and what holds them together.
fn group(text: &str, parts: Vec<Condition>, outcome: Outcome) -> Condition {
    Condition { text: text.into(), outcome, questions: Vec::new(), parts }
}

/// What holds together parts that are all wanted, or not all of them.
fn both(positive: bool) -> &'static str {
    if positive { "要同时符合：" } else { "下面的不能都有：" }
}
