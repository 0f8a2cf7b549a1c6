//! The rules come in two parts: the opening, with which the page begins, and the whole. Answers
//! that were saved wait here for the questions they belong to.

use std::rc::Rc;

use assessor::{Answers, Rulebook, Session};

/// What is there of the rules, and what waits for the rest.
#[derive(Debug, Default)]
pub struct Supply {
    whole: bool,
    stalled: bool,
    /// Saved answers to questions that are not there yet.
    waiting: Answers,
    /// Saved answers that no longer fit, so far.
    dropped: usize,
}

impl Supply {
    /// Takes saved answers over: those to questions of the opening at once, the others later.
    pub fn keep(&mut self, session: &mut Session, saved: &Answers) {
        let mut known = Answers::default();
        for (id, input) in saved.iter() {
            let answers =
                if session.rulebook().question(id).is_some() { &mut known } else { &mut self.waiting };
            answers.insert(id, input.clone());
        }
        self.dropped = session.restore(&known).len();
    }

    /// Goes on with the whole rulebook; gives how many saved answers no longer fit.
    pub fn complete(&mut self, session: &mut Session, rulebook: Rc<Rulebook>) -> usize {
        let answers = session.answers().clone();
        *session = Session::new(rulebook, session.on());
        session.restore(&answers);
        self.whole = true;
        let waiting = std::mem::take(&mut self.waiting);
        self.dropped + session.restore(&waiting).len()
    }

    /// It does not come through.
    pub fn stall(&mut self) {
        self.stalled = true;
    }

    /// Saved answers to questions that are not there yet.
    pub fn waiting(&self) -> &Answers {
        &self.waiting
    }

    /// They are not wanted any more.
    pub fn forget(&mut self) {
        self.waiting = Answers::default();
    }

    /// What an owner is told who has to wait.
    pub fn lack(&self) -> Option<&'static str> {
        match (self.whole, self.stalled) {
            (true, _) => None,
            (false, false) => Some("题目正在加载，马上就好……"),
            (false, true) => Some("网络不通，正在重试。已经填的都还在；着急的话先打下面的电话。"),
        }
    }
}
