//! What stays on the device: only with consent, never against another window, and until it is erased.
//!
//! Two windows of one phone share one record. A window writes the record only while its owner has agreed
//! there, and removes it only when told to. Whoever writes last wins; a window with consent takes over what
//! another wrote as soon as it is looked at, so that it does not write its older answers over it.

use std::rc::Rc;

use assessor::{Answers, Session};
use feel::Date;

use super::month::{self, Month};
use super::{Asked, Effect, Model, Notice, Route, Saved, supply};

/// What was cleared last, for undoing it.
#[derive(Debug, Default)]
pub(super) enum Cleared {
    #[default]
    Nothing,
    /// Answers, which the session itself brings back, and their months.
    Answers(Vec<(String, Month)>),
    /// What the later screens remembered.
    Notes(String),
}

impl Model {
    /// The owner agrees, or takes it back.
    pub(super) fn save(&mut self, saving: bool) -> Vec<Effect> {
        self.saving = saving;
        vec![if saving { Effect::Join } else { Effect::Forget }]
    }

    /// The owner has just agreed, and another window may have kept something: what was answered there
    /// and not here is added.
    pub(super) fn join(&mut self, there: Option<Saved>) -> Vec<Effect> {
        if let Some(mut there) = there {
            for (id, input) in self.session.answers().iter() {
                there.answers.insert(id, input.clone());
            }
            let mine = |id: &str| self.session.answers().get(id).is_some();
            there.months.retain(|(id, _)| !mine(id));
            there.months.extend(month::written(&self.months));
            let known: Vec<&str> = there.notes.lines().collect();
            let new: Vec<&str> = self.notes.lines().filter(|it| !known.contains(it)).collect();
            there.notes = [known, new].concat().join("\n");
            self.take_over(there);
        }
        self.storing(None)
    }

    /// WeChat keeps pages open for days: last days are counted from the day it is now. And another
    /// window may have erased or changed what is kept.
    pub(super) fn come_back(&mut self, today: Date, kept: Option<Saved>) {
        match kept {
            None if self.saving => {
                self.saving = false;
                self.notice = Some("本机保存的进度已经在别处清除，这里的回答只在关掉页面之前有效。".into());
            }
            Some(kept) if self.saving && self.differs(&kept) => {
                self.take_over(kept);
                self.notice = Some("您在别的窗口里改过回答，这里已经换成最新的。".into());
            }
            _ => {}
        }
        if today != self.session.on() {
            self.notice = supply::redate(&mut self.session, today).or(self.notice.take());
            self.estimate();
            self.look_around();
        }
    }

    fn differs(&self, kept: &Saved) -> bool {
        let mine = self.saved();
        (&mine.answers, &mine.months, &mine.notes) != (&kept.answers, &kept.months, &kept.notes)
    }

    fn take_over(&mut self, saved: Saved) {
        self.session = Session::new(Rc::clone(self.session.rulebook()), self.session.on());
        self.months = month::read(&saved.months);
        self.notes.clone_from(&saved.notes);
        self.supply.keep(&mut self.session, saved);
        self.estimate();
        self.look_around();
    }

    /// Takes the answers of a section back.
    pub(super) fn clear(&mut self, section: &str) {
        self.session.clear_section(section);
        self.clear_months();
        self.notice = Some(Notice { undo: true, .."这一部分的回答已清除。".into() });
    }

    /// 重新体检: all answers are taken back; past results, ticks and the look stay.
    pub(super) fn start_over(&mut self) -> Vec<Effect> {
        self.session.clear_all();
        self.clear_months();
        self.drafts = Answers::default();
        self.farewell =
            Some(Notice { undo: true, .."回答已清空，从头答起。以前的结果还在。".into() });
        self.trail.replace();
        self.storing(Some(Effect::Replace(self.check())))
    }

    fn clear_months(&mut self) {
        let answers = self.session.answers();
        let cleared = |it: &(String, Month)| answers.get(&it.0).is_none();
        self.cleared = Cleared::Answers(self.months.iter().filter(|it| cleared(it)).cloned().collect());
        self.months.retain(|it| !cleared(it));
    }

    /// Deletes something the later screens remember. The button that was pressed is gone with it, and the
    /// focus.
    pub(super) fn delete(&mut self, notes: String) -> Vec<Effect> {
        self.cleared = Cleared::Notes(std::mem::replace(&mut self.notes, notes));
        self.notice = Some(Notice { undo: true, .."已删除。".into() });
        self.storing(Some(Effect::FocusHeading))
    }

    /// Takes back what the notice tells.
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        match std::mem::take(&mut self.cleared) {
            Cleared::Nothing => {}
            Cleared::Answers(mut months) => {
                self.session.undo();
                self.months.append(&mut months);
            }
            Cleared::Notes(notes) => self.notes = notes,
        }
        self.look_around();
        self.dismiss()
    }

    /// The notice is gone, and with it the button that has the focus.
    pub(super) fn dismiss(&mut self) -> Vec<Effect> {
        self.notice = None;
        self.storing(Some(Effect::FocusHeading))
    }

    /// 清除本机数据
    pub(super) fn erase(&mut self) -> Vec<Effect> {
        let rulebook = Rc::clone(self.session.rulebook());
        self.session = Session::new(rulebook, self.session.on());
        self.supply.forget();
        self.drafts = Answers::default();
        self.months = Vec::new();
        self.cleared = Cleared::Nothing;
        self.notes.clear();
        self.saving = false;
        self.farewell = Some("已清除：这台设备上不再有您的回答。".into());
        self.trail.replace();
        vec![Effect::Forget, Effect::Erase, Effect::Replace(Route::Intro)]
    }

    /// Without consent nothing is written, and nothing removed that another window keeps.
    pub(super) fn storing(&self, then: Option<Effect>) -> Vec<Effect> {
        self.saving.then_some(Effect::Store).into_iter().chain(then).collect()
    }

    /// Whether the owner asked for that.
    pub fn saving(&self) -> bool {
        self.saving
    }

    /// What to keep on the device.
    pub fn saved(&self) -> Saved {
        let mut answers = self.session.answers().clone();
        let mut asked: Vec<Asked> =
            answers.iter().filter_map(|(id, input)| Asked::of(&self.session, id, input)).collect();
        for (id, input) in self.supply.waiting().iter() {
            answers.insert(id, input.clone());
            asked.extend(self.supply.asked(id).cloned());
        }
        Saved {
            answers,
            asked,
            months: month::written(&self.months),
            look: self.look,
            notes: self.notes.clone(),
        }
    }
}
