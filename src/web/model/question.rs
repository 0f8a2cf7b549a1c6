//! Answering the question on the screen.
//!
//! A tapped row is an answer at once, so that nothing is lost whichever way the owner leaves.
//! Typed text becomes an answer on 下一题, or quietly when the screen is left; text that is no
//! answer stays where it was typed, with a sentence beside it.

use assessor::Input;
use assessor::definition::{Kind, Question, When};
use assessor::report::Because;

use super::entry::{self, Entry};
use super::{Effect, Model, Month, Route, choose, walk};

impl Model {
    /// The text in the field of a question: what is being typed, else the answer.
    pub fn field(&self, question: &Question) -> String {
        let typed = self.drafts.get(&question.id);
        match typed.or_else(|| self.session.input(&question.id)) {
            Some(Input::Text(text)) => text.clone(),
            _ => String::new(),
        }
    }

    /// What the text in the field means, in words: `12万元`. None while it means nothing.
    pub fn echo(&self, question: &Question) -> Option<String> {
        let text = read(question, &self.field(question)).ok().flatten()?;
        self.in_words(question, &Input::Text(text))
    }

    /// The amount in the field as a plain decimal; none while it is no answer.
    pub fn amount(&self, question: &Question) -> Option<String> {
        let text = read(question, &self.field(question)).ok().flatten()?;
        self.in_words(question, &Input::Text(text.clone())).map(|_| text)
    }

    /// Why the question on the screen is asked of this business: the answers that make it apply.
    pub fn occasion(&self) -> Option<String> {
        let question = self.question()?;
        if self.session.state(&question.id) == assessor::QuestionState::NotApplicable {
            return None;
        }
        let said: Vec<String> = self.session.asked_because(&question.id).iter().map(said).collect();
        (!said.is_empty()).then(|| format!("因为{}，所以问这个。", said.join("，")))
    }

    /// What is wrong with the answer on the screen.
    pub fn complaint(&self) -> Option<&str> {
        self.complaint.as_deref()
    }

    /// Whether the owner only came to change this answer.
    pub fn on_errand(&self) -> bool {
        self.errand
    }

    /// Whether 上一题 leads to a question.
    pub fn has_previous(&self) -> bool {
        matches!(self.trail.before(), Some(Route::Question { .. })) || self.preceding().is_some()
    }

    pub(super) fn choose(&mut self, input: Input) {
        let Some(id) = self.question().map(|question| question.id.clone()) else { return };
        self.drafts.remove(&id);
        self.forget_month(&id);
        self.complaint = self.session.answer(&id, input).err().map(|error| error.to_string());
    }

    pub(super) fn toggle(&mut self, option: &str) {
        let answer = choose::toggle(self.answer(), option);
        self.replace(answer);
    }

    pub(super) fn alone(&mut self, row: Input) {
        if self.question().is_some_and(|question| self.month(&question.id).is_some()) {
            return self.choose(row);
        }
        let answer = choose::alone(self.answer(), row);
        self.replace(answer);
    }

    fn answer(&self) -> Option<&Input> {
        self.session.input(&self.question()?.id)
    }

    fn replace(&mut self, answer: Option<Input>) {
        match (answer, self.question().map(|question| question.id.clone())) {
            (Some(input), _) => self.choose(input),
            (None, Some(id)) => self.session.clear(&id),
            (None, None) => {}
        }
    }

    pub(super) fn write(&mut self, text: String) {
        let Some(id) = self.question().map(|question| question.id.clone()) else { return };
        if self.session.input(&id) == Some(&Input::Unknown) {
            self.session.clear(&id);
        }
        self.drafts.insert(&id, Input::Text(text));
        self.complaint = None;
    }

    /// Makes an answer of what was typed, if anything was.
    fn commit(&mut self) -> Result<(), String> {
        let Some(question) = self.question().cloned() else { return Ok(()) };
        let Some(Input::Text(typed)) = self.drafts.get(&question.id) else { return Ok(()) };
        match read(&question, typed)? {
            Some(text) => {
                let answered = self.session.answer(&question.id, Input::Text(text));
                answered.map_err(|error| error.to_string())?;
            }
            None => self.session.clear(&question.id),
        }
        self.drafts.remove(&question.id);
        Ok(())
    }

    /// On the way out of a screen: what was typed counts if it can, and otherwise waits there.
    pub(super) fn leave(&mut self) {
        drop(self.commit());
    }

    pub(super) fn next(&mut self) -> Vec<Effect> {
        let committed = self.commit();
        let (Some(section), Some(question)) = (self.section(), self.question()) else {
            return vec![Effect::Go(Route::Intro)];
        };
        let complaint = match committed {
            Err(sentence) => Some(sentence),
            Ok(()) if self.waits() => Some(missing(question, self.month(&question.id))),
            Ok(()) => None,
        };
        if complaint.is_some() {
            self.complaint = complaint;
            return vec![Effect::FocusField];
        }
        if self.errand {
            return self.storing(Some(Effect::Back));
        }
        let route = walk::following(&self.session, section, &question.id, self.revisit);
        self.walking = true;
        self.storing(Some(Effect::Go(route)))
    }

    /// Whether the question on the screen still needs an answer.
    fn waits(&self) -> bool {
        let Some(question) = self.question() else { return false };
        let applies = self.session.state(&question.id) != assessor::QuestionState::NotApplicable;
        applies && self.session.input(&question.id).is_none()
    }

    pub(super) fn previous(&mut self) -> Vec<Effect> {
        let asked = matches!(self.trail.before(), Some(Route::Question { .. }));
        let preceding = self.preceding().filter(|_| !asked && !self.errand);
        self.walking = true;
        match preceding {
            Some(route) => vec![Effect::Go(route)],
            None if self.trail.can_go_back() => vec![Effect::Back],
            None => vec![Effect::Go(Route::Intro)],
        }
    }

    fn preceding(&self) -> Option<Route> {
        walk::preceding(&self.session, self.section()?, &self.question()?.id)
    }
}

/// An answer as a reason. An option says by itself what it is about; 是, a number or a date does not.
fn said(because: &Because) -> String {
    let Because { text, answer, .. } = because;
    let bare = matches!(answer.as_str(), "是" | "否" | "以上都没有");
    if bare || answer.starts_with(|c: char| c.is_ascii_digit()) {
        format!("“{text}”您答了“{answer}”")
    } else {
        format!("您答了“{answer}”")
    }
}

/// The text that the engine takes for what was typed; none when nothing was.
fn read(question: &Question, typed: &str) -> Result<Option<String>, String> {
    let unit = match &question.kind {
        Kind::Integer { unit, .. } => unit.as_deref(),
        Kind::Money { .. } => None,
        _ => return Ok((!typed.is_empty()).then(|| typed.into())),
    };
    Ok(match entry::read(typed, unit)? {
        Entry::Empty => None,
        Entry::Number(number) => Some(number),
    })
}

/// The sentence for a question that was passed without an answer.
fn missing(question: &Question, month: Option<Month>) -> String {
    let ask = match (&question.kind, month) {
        (Kind::Date { when }, Some(Month { year: Some(_), month: Some(_) })) => match when {
            When::Past => "这个月还没有到，请选今天以前的",
            When::Future | When::Any => "这个月已经过了，请选今天以后的",
        },
        (_, Some(_)) => "请把年和月都选上",
        (kind, None) => match kind {
            Kind::Boolean | Kind::Choice { .. } => "请选一项",
            Kind::MultiChoice { .. } => "请选一项或几项，都不是就选“以上都没有”",
            Kind::Integer { .. } | Kind::Money { .. } => "请填一个数字",
            Kind::Date { .. } => "请选一个日期",
        },
    };
    let escape = if question.may_be_unknown { "；拿不准就选“不清楚”" } else { "" };
    format!("{ask}{escape}。")
}
