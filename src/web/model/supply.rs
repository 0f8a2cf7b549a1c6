//! The rules come in two parts: the opening, with which the page begins, and the whole. Answers
//! that were saved wait here for the questions they belong to; those that find none, or one that
//! is asked in other words now, are told by their wording.

use std::rc::Rc;

use assessor::{Answers, Rulebook, Session};
use feel::Date;

use super::{Asked, Notice, Remark, Route, Saved};

/// What is there of the rules, and what waits for the rest.
#[derive(Debug, Default)]
pub struct Supply {
    whole: bool,
    stalled: bool,
    /// The site has another version by now.
    gone: bool,
    /// Saved answers to questions that are not there yet.
    waiting: Answers,
    /// The wording of all saved answers.
    asked: Vec<Asked>,
    /// Ids of the saved answers that no longer fit, so far.
    dropped: Vec<String>,
}

/// Lines of a notice; more are counted.
const LINES: usize = 5;

impl Supply {
    /// Takes saved answers over: those to questions of the opening at once, the others later.
    pub fn keep(&mut self, session: &mut Session, saved: Saved) {
        let mut known = Answers::default();
        for (id, input) in saved.answers.iter() {
            let answers =
                if session.rulebook().question(id).is_some() { &mut known } else { &mut self.waiting };
            answers.insert(id, input.clone());
        }
        self.asked = saved.asked;
        self.dropped = refused(session, &known);
    }

    /// Goes on with the whole rulebook; says what of the saved answers no longer fits.
    pub fn complete(&mut self, session: &mut Session, rulebook: Rc<Rulebook>) -> Option<Notice> {
        let answers = session.answers().clone();
        *session = Session::new(rulebook, session.on());
        session.restore(&answers);
        self.whole = true;
        let waiting = std::mem::take(&mut self.waiting);
        self.dropped.extend(refused(session, &waiting));
        let asked = std::mem::take(&mut self.asked);
        migrated(session, &std::mem::take(&mut self.dropped), &asked)
    }

    /// It does not come through; where it is `gone`, the site has another version by now.
    pub fn stall(&mut self, gone: bool) {
        self.stalled = true;
        self.gone = gone;
    }

    /// Whether it is waited for in vain, because the site has another version.
    pub fn is_gone(&self) -> bool {
        self.gone && !self.whole
    }

    /// Saved answers to questions that are not there yet.
    pub fn waiting(&self) -> &Answers {
        &self.waiting
    }

    /// The wording of a saved answer.
    pub fn asked(&self, question: &str) -> Option<&Asked> {
        self.asked.iter().find(|Asked(id, ..)| id == question)
    }

    /// They are not wanted any more.
    pub fn forget(&mut self) {
        self.waiting = Answers::default();
        self.asked = Vec::new();
        self.dropped = Vec::new();
    }

    /// What an owner is told who has to wait.
    pub fn lack(&self) -> Option<&'static str> {
        match (self.whole, self.stalled, self.gone) {
            (true, ..) => None,
            (_, false, _) => Some("题目正在加载，马上就好……"),
            (_, _, false) => Some("网络不通，正在重试。已经填的都还在；着急的话先打下面的电话。"),
            _ => Some(
                "网站换了新版本，这一页要的题目已经不在了。请重新打开；存在本机的回答会带过去，没有存的要先在下面勾上。",
            ),
        }
    }
}

/// The same answers on another day; says which do not fit that day.
pub fn redate(session: &mut Session, today: Date) -> Option<Notice> {
    let answers = session.answers().clone();
    let asked: Vec<Asked> = answers.iter().filter_map(|(id, input)| Asked::of(session, id, input)).collect();
    *session = Session::new(Rc::clone(session.rulebook()), today);
    let dropped = refused(session, &answers);
    migrated(session, &dropped, &asked)
}

/// Restores answers; gives the ids of those that no longer fit.
fn refused(session: &mut Session, answers: &Answers) -> Vec<String> {
    session.restore(answers).into_iter().map(|(id, _)| id).collect()
}

/// What the owner is told about saved answers under other rules: each that was dropped by its
/// wording, and each that was kept although its question is worded differently now.
fn migrated(session: &Session, dropped: &[String], asked: &[Asked]) -> Option<Notice> {
    let mut remarks = Vec::new();
    let mut nameless = 0;
    for id in dropped {
        match asked.iter().find(|it| it.0 == *id) {
            Some(Asked(_, question, answer)) => remarks
                .push(Remark {
                    words: format!("没有带过来：“{question}”（您答的是“{answer}”）"), to: None
                }),
            None => nameless += 1,
        }
    }
    for Asked(id, question, answer) in asked.iter().filter(|it| session.input(&it.0).is_some()) {
        let now = session.rulebook().question(id).filter(|it| it.text != *question);
        let section = session.rulebook().section_of(id);
        if let (Some(now), Some(section)) = (now, section) {
            let words = format!("问法改了，请看一眼：“{}”（您答的是“{answer}”）", now.text);
            remarks.push(Remark { words, to: Some(Route::question(&section.id, id)) });
        }
    }
    if remarks.is_empty() && nameless == 0 {
        return None;
    }
    nameless += remarks.len().saturating_sub(LINES);
    remarks.truncate(LINES);
    if nameless > 0 {
        let words = format!("另有 {nameless} 个旧回答，请到各部分的“我的回答”里看一眼。");
        remarks.push(Remark { words, to: None });
    }
    let text = "规则更新了，或者日子过了，您先前的回答有这些变化：".into();
    Some(Notice { text, remarks, lasting: true, undo: false })
}
