//! What is known: the answers turned into FEEL values, question by question.
//!
//! Three things are kept apart. A question that is **not applicable** (its condition, or its
//! section's, is not true) is `null`: nothing waits for it. A question without an answer, or
//! answered 不清楚, is *unknown*. A question whose own condition is unknown is *undetermined*:
//! unknown as well, even if an answer is stored, because it may yet turn out not to apply. That
//! keeps the law of the engine: what is definite under partial answers stays so under every
//! completion of them.

use feel::{Date, Program, Value};

use crate::answer::{Input, accept};
use crate::answers::Answers;
use crate::rulebook::Rulebook;

/// Where a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionState {
    /// It is asked and has no answer.
    Open,
    /// It is asked and answered; 不清楚 counts.
    Answered,
    /// It does not concern this business.
    NotApplicable,
    /// Whether it is asked depends on an answer that is missing or 不清楚.
    Undetermined,
}

/// A condition of three outcomes. Ordered so that the minimum of two is their conjunction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Truth {
    /// False or null: it does not hold.
    No,
    /// Unknown.
    Open,
    /// True.
    Yes,
}

/// Evaluates a condition; absent = always.
pub(crate) fn truth(condition: Option<&Program>, env: &[Value]) -> Truth {
    match condition.map_or(Some(true), |program| program.holds(env)) {
        Some(true) => Truth::Yes,
        Some(false) => Truth::No,
        None => Truth::Open,
    }
}

/// Everything known on a day.
#[derive(Debug, Clone)]
pub(crate) struct Facts {
    /// FEEL variables: 评估日期, then one per question.
    pub env: Vec<Value>,
    /// By question number.
    pub states: Vec<QuestionState>,
    /// Whether each section applies.
    pub sections: Vec<Truth>,
}

impl Facts {
    /// Evaluates all conditions in dependency order. Answers that are not acceptable count as
    /// missing; whoever takes answers in refuses them first.
    pub fn new(rulebook: &Rulebook, answers: &Answers, on: Date) -> Self {
        let programs = rulebook.programs();
        let mut facts = Self {
            env: vec![Value::Unknown; rulebook.len() + 1],
            states: vec![QuestionState::Open; rulebook.len()],
            sections: Vec::new(),
        };
        if let Some(day) = facts.env.first_mut() {
            *day = Value::Date(on);
        }
        for &number in &programs.order {
            let section = rulebook.section_number(number).and_then(|s| programs.sections.get(s));
            let own = programs.questions.get(number).and_then(Option::as_ref);
            let applies = truth(section.and_then(|it| it.when.as_ref()), &facts.env);
            let applies = applies.min(truth(own, &facts.env));
            let (state, value) = Self::settle(rulebook, answers, on, number, applies);
            if let (Some(slot), Some(entry)) = (facts.env.get_mut(number + 1), facts.states.get_mut(number)) {
                (*slot, *entry) = (value, state);
            }
        }
        let sections = programs.sections.iter();
        facts.sections = sections.map(|it| truth(it.when.as_ref(), &facts.env)).collect();
        facts
    }

    fn settle(
        rulebook: &Rulebook,
        answers: &Answers,
        on: Date,
        number: usize,
        applies: Truth,
    ) -> (QuestionState, Value) {
        let answered = rulebook.question_at(number).and_then(|question| {
            let input: &Input = answers.get(&question.id)?;
            accept(question, input, on).ok()
        });
        match (applies, answered) {
            (Truth::No, _) => (QuestionState::NotApplicable, Value::Null),
            (Truth::Open, _) => (QuestionState::Undetermined, Value::Unknown),
            (Truth::Yes, Some(value)) => (QuestionState::Answered, value),
            (Truth::Yes, None) => (QuestionState::Open, Value::Unknown),
        }
    }

    /// The state of a question.
    pub fn state(&self, number: usize) -> QuestionState {
        self.states.get(number).copied().unwrap_or(QuestionState::NotApplicable)
    }

    /// The value of a question.
    pub fn value(&self, number: usize) -> &Value {
        self.env.get(number + 1).unwrap_or(&Value::Null)
    }

    /// Whether a section applies.
    pub fn section(&self, number: usize) -> Truth {
        self.sections.get(number).copied().unwrap_or(Truth::No)
    }
}
