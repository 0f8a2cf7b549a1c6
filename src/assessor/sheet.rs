//! A sheet: answers by number, for programs that go through many sets of answers.
//!
//! A [`crate::Session`] serves one owner: it knows ids, keeps what was typed and can take it back.
//! A sheet knows numbers only. Questions and findings are counted from 0 over the whole rulebook in
//! file order; an answer is a whole number:
//!
//! | question | answer |
//! |---|---|
//! | 是否 | 1 or 0 |
//! | 单选 | position of the option, from 0 |
//! | 多选 | one bit for each option chosen; the first option is the lowest |
//! | 整数 | the number |
//! | 金额 | 分 |
//! | 日期 | days since 1970-01-01 |

use std::rc::Rc;

use feel::{Date, Value};

use crate::answer::{AnswerError, accept_coded};
use crate::answers::Answers;
use crate::definition::{Kind, Question};
use crate::facts::{Facts, Truth};
use crate::rulebook::Rulebook;

/// Answers by number, and whether each finding stands.
#[derive(Debug, Clone)]
pub struct Sheet {
    rulebook: Rc<Rulebook>,
    on: Date,
    facts: Facts,
    /// The values of a question's options, by question number; made once, because making a text
    /// costs as much as a rule.
    options: Rc<[Vec<Value>]>,
}

impl Sheet {
    /// An empty sheet on the day of assessment.
    pub fn new(rulebook: Rc<Rulebook>, on: Date) -> Self {
        let facts = Facts::new(&rulebook, &Answers::default(), on);
        let questions = rulebook.definition().sections.iter().flat_map(|section| &section.questions);
        let options = questions.map(options).collect();
        Self { rulebook, on, facts, options }
    }

    /// Takes all answers, in place of those before, and evaluates all conditions. `None`, and what
    /// is missing at the end, is not answered.
    ///
    /// # Errors
    /// The first answer that its question does not take, and the question's number; nothing has
    /// changed then.
    pub fn fill(
        &mut self,
        answers: impl IntoIterator<Item = Option<i64>>,
    ) -> Result<(), (usize, AnswerError)> {
        let mut answers = answers.into_iter();
        let mut values = Vec::with_capacity(self.rulebook.len());
        for number in 0..self.rulebook.len() {
            let answer = answers.next().flatten();
            values.push(self.value(number, answer).map_err(|error| (number, error))?);
        }
        self.facts.give_all(values);
        self.facts.evaluate(&self.rulebook);
        Ok(())
    }

    /// Changes one answer, or takes it back, and looks again at what depends on it. Gives the
    /// numbers of the findings that it looked at; no other has changed.
    ///
    /// # Errors
    /// The question does not take the answer, or there is none of this number; nothing has changed
    /// then.
    pub fn change(&mut self, question: usize, answer: Option<i64>) -> Result<&[usize], AnswerError> {
        let value = self.value(question, answer)?;
        self.facts.give(question, value);
        self.facts.update(&self.rulebook, question);
        Ok(self.facts.touched())
    }

    /// Whether each finding stands, by number: confirmed, possible ([`Truth::Open`]) or not.
    pub fn findings(&self) -> &[Truth] {
        self.facts.findings()
    }

    fn value(&self, number: usize, answer: Option<i64>) -> Result<Option<Value>, AnswerError> {
        let question = self.rulebook.question_at(number).ok_or(AnswerError::UnknownQuestion)?;
        let options = self.options.get(number).map_or(&[][..], Vec::as_slice);
        answer.map(|code| accept_coded(question, options, code, self.on)).transpose()
    }
}

/// The values of a question's options.
fn options(question: &Question) -> Vec<Value> {
    match &question.kind {
        Kind::Choice { options } | Kind::MultiChoice { options } => {
            options.iter().map(|option| Value::string(&option.label)).collect()
        }
        _ => Vec::new(),
    }
}
