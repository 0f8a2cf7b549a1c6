//! The numeric door: answers and statuses as typed arrays.
//!
//! Text ids cost more than the rules themselves: whoever evaluates thousands of answer sets looks
//! them up once.

use std::rc::Rc;

use assessor::{AnswerError, Rulebook};
use feel::Date;
use wasm_bindgen::prelude::*;

use crate::error::{Refusal, refuse};
use crate::plain;

/// Answers by number. The numbers are positions in `questions()` and `findings()`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Sheet {
    rulebook: Rc<Rulebook>,
    sheet: assessor::Sheet,
}

impl Sheet {
    pub(crate) fn new(rulebook: &Rc<Rulebook>, on: Date) -> Self {
        Self { rulebook: Rc::clone(rulebook), sheet: assessor::Sheet::new(Rc::clone(rulebook), on) }
    }
}

#[wasm_bindgen]
impl Sheet {
    /// All questions, in the order of their numbers.
    ///
    /// # Errors
    /// None that is known.
    pub fn questions(&self) -> Result<JsValue, JsValue> {
        let sections = self.rulebook.definition().sections.iter();
        plain(&sections.flat_map(|section| &section.questions).collect::<Vec<_>>())
    }

    /// The ids of all findings, in the order of their numbers.
    ///
    /// # Errors
    /// None that is known.
    pub fn findings(&self) -> Result<JsValue, JsValue> {
        let sections = self.rulebook.definition().sections.iter();
        plain(&sections.flat_map(|section| &section.findings).map(|it| &it.id).collect::<Vec<_>>())
    }

    /// Takes one answer for each question, `NaN` where there is none, and writes one status for each
    /// finding: 0 not, 1 possible, 2 confirmed.
    ///
    /// # Errors
    /// `A…`: a question does not take its answer; `J003`: `statuses` has the wrong length. Nothing
    /// has changed then.
    pub fn fill(&mut self, answers: &[f64], statuses: &mut [u8]) -> Result<(), JsValue> {
        if statuses.len() != self.sheet.findings().len() {
            return Err(refuse(&Refusal::Length));
        }
        let mut codes = Vec::with_capacity(answers.len());
        for (number, answer) in answers.iter().enumerate() {
            codes.push(code(*answer).map_err(|error| refuse(&Refusal::Numbered(number, error)))?);
        }
        let filled = self.sheet.fill(codes);
        filled.map_err(|(number, error)| refuse(&Refusal::Numbered(number, error)))?;
        for (status, truth) in statuses.iter_mut().zip(self.sheet.findings()) {
            *status = *truth as u8;
        }
        Ok(())
    }

    /// Changes one answer; `NaN` takes it back. Gives the findings that were looked at again, each
    /// as its number × 4 + its status.
    ///
    /// # Errors
    /// `A…`: the question does not take the answer; nothing has changed then.
    pub fn change(&mut self, question: usize, answer: f64) -> Result<Vec<u32>, JsValue> {
        let changed = code(answer).and_then(|code| self.sheet.change(question, code).map(<[usize]>::to_vec));
        let changed = changed.map_err(|error| refuse(&Refusal::Numbered(question, error)))?;
        let truths = self.sheet.findings();
        let status = |number: usize| truths.get(number).map_or(0, |truth| *truth as u32);
        Ok(changed.into_iter().map(|number| (number as u32) << 2 | status(number)).collect())
    }
}

/// The whole number that a double stands for; nothing for `NaN`.
fn code(answer: f64) -> Result<Option<i64>, AnswerError> {
    let whole = answer as i64;
    if answer.is_nan() {
        return Ok(None);
    }
    if whole as f64 == answer { Ok(Some(whole)) } else { Err(AnswerError::NotWhole) }
}
