//! How many questions are still to come, from one question to the next. The number is an estimate
//! and may rise; then the owner is told which answer made it rise.

use super::Model;

/// What was still to come when the owner came to a question, and why it became more since.
#[derive(Debug, Default)]
pub struct Pace {
    /// The section, the question, and the questions after it.
    at: Option<(String, String, u32)>,
    grown: Option<String>,
}

impl Model {
    /// Why there are more questions than there were: `因为您答了“都没签”，多了 2 题`.
    pub fn grown(&self) -> Option<&str> {
        self.pace.grown.as_deref()
    }

    /// Compares with the question before, if the owner comes from there.
    pub(super) fn keep_pace(&mut self) {
        let before = self.pace.at.take();
        let now = self.section().zip(self.question()).zip(self.step());
        let now = now.map(|((section, question), step)| (section.id.clone(), question.id.clone(), step.left));
        self.pace.grown =
            before.as_ref().zip(now.as_ref()).and_then(|(before, now)| self.growth(before, now));
        self.pace.at = now;
    }

    fn growth(&self, before: &(String, String, u32), now: &(String, String, u32)) -> Option<String> {
        let (section, asked, left) = before;
        let forward = *section == now.0 && *asked != now.1 && !self.revisit;
        let more = (now.2 + 1).checked_sub(*left).filter(|more| *more > 0 && forward)?;
        let answer = self.answer_in_words(self.rulebook().question(asked)?)?;
        Some(format!("因为您答了“{answer}”，多了 {more} 题"))
    }
}
