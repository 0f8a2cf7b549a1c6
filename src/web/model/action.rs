//! What can happen to the page, and what the page makes happen.

use assessor::{Answers, Input, Session};
use feel::Date;
use serde::{Deserialize, Serialize};

use super::month::Part;
use super::{Look, Mode, Route, Theme, walk};

/// Something the owner or the browser did.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The browser shows another history entry.
    Arrive {
        /// Where its hash leads.
        route: Route,
        /// Its position, when it was here before.
        stamp: Option<u32>,
    },
    /// Begin or go on with a section.
    Start(String),
    /// Answer the question on the screen.
    Choose(Input),
    /// Tap a row that stands alone among ticked ones: 以上都没有, or 不清楚 beside a field.
    Alone(Input),
    /// Tap an option of a question with several answers.
    Toggle(String),
    /// Type into the field of the question on the screen.
    Write(String),
    /// 下一题
    Next,
    /// 上一题
    Previous,
    /// Take back all answers of a section.
    Clear(String),
    /// 标准 or 大字
    Mode(Mode),
    /// 跟随系统, 浅色 or 深色
    Theme(Theme),
    /// Keep the progress on this device, or stop keeping it.
    Save(bool),
    /// What another window may have kept before the owner agreed here.
    Join(Option<Saved>),
    /// The device refused to keep it.
    NotSaved,
    /// What the later screens remember of this owner, as they write it: ticks, and past results.
    Note(String),
    /// The same without something that the owner deletes.
    Delete(String),
    /// 重新体检, confirmed.
    Anew,
    /// 清除本机数据, confirmed.
    Erase,
    /// 重新打开, where the site has another version by now.
    Reopen,
    /// Look for an agency.
    Seek(String),
    /// Close the notice.
    Dismiss,
    /// Take back what the notice tells.
    Undo,
    /// Close the dialog.
    Close,
    /// Answer the date question on the screen with a month, or with a day again.
    Roughly(bool),
    /// Choose the year or the month of a date that is only roughly known; empty for none.
    Part(Part, String),
    /// The page is looked at again: it was in the background, or another window changed something.
    Return {
        /// The day on the device.
        today: Date,
        /// What is kept on the device now.
        kept: Option<Saved>,
    },
}

/// Something that has to happen outside the model.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Show a screen as a new history entry.
    Go(Route),
    /// Show a screen in place of this history entry.
    Replace(Route),
    /// The browser's own step back.
    Back,
    /// Write the position into the history entry.
    Stamp(u32),
    /// Move the focus to the heading of the screen.
    FocusHeading,
    /// Move the focus to the link the owner had followed, or whatever has this id, else to the heading.
    FocusLink(String),
    /// A dialog is open: hold the page beneath, and move the focus to the dialog.
    Cover,
    /// The dialog is closed.
    Uncover,
    /// Move the focus to the field that has to be corrected.
    FocusField,
    /// See what another window may have kept, and come back with it.
    Join,
    /// Keep the answers and the look on this device.
    Store,
    /// Leave nothing of the owner on this device.
    Forget,
    /// Nor of the page itself, as far as it was kept for visits without a network.
    Erase,
    /// Load the page anew.
    Reopen,
    /// Apply size and colours.
    Show(Look),
}

/// What is kept on the device.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Saved {
    /// The answers.
    pub answers: Answers,
    /// The wording under which they were given.
    pub asked: Vec<Asked>,
    /// Months where only these are known: question id and `YYYY-MM`.
    pub months: Vec<(String, String)>,
    /// Size and colours.
    pub look: Look,
    /// Ticks and past results, as the later screens write them; may be empty.
    pub notes: String,
}

/// How a saved answer was asked for and given, in words: question id, question, answer. Rules that
/// no longer have the question can still say by its wording what they did not take over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked(pub String, pub String, pub String);

impl Asked {
    /// The wording of an answer; none when it is no answer.
    pub fn of(session: &Session, id: &str, input: &Input) -> Option<Self> {
        let question = session.rulebook().question(id)?;
        let answer = walk::in_words(session, question, input)?;
        Some(Self(id.into(), question.text.clone(), answer))
    }
}
