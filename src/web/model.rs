//! The page without a browser: what is known, where the owner is, and what a tap does.
//!
//! [`Model::update`] takes an [`Action`] and changes the model; whatever has to happen outside
//! (the hash, the focus, storage) comes back as [`Effect`]s for `app` to carry out. Nothing here
//! knows Yew or a browser, so the whole flow is tested natively.

mod action;
mod choose;
mod clock;
mod entry;
mod keeping;
mod look;
mod month;
mod notice;
mod pace;
mod question;
mod route;
mod supply;
mod trail;
mod walk;

#[cfg(test)]
mod tests;

use std::rc::Rc;

use assessor::definition::{Kind, Question, Section, SectionKind};
use assessor::report::Report;
use assessor::{Answers, Input, QuestionState, Rulebook, Session};

pub use action::{Action, Asked, Effect, Saved};
pub use look::{Look, Mode, Theme};
pub use month::{Month, Part};
pub use notice::{Notice, Remark};
pub use route::{Route, Subject};
pub use walk::{Step, answered, enter, recommended};

use keeping::Cleared;
use pace::Pace;
use supply::Supply;
use trail::Trail;

/// Everything the page shows is a function of this.
#[derive(Debug)]
pub struct Model {
    session: Session,
    supply: Supply,
    trail: Trail,
    /// What is typed for a question and not yet an answer, by question id.
    drafts: Answers,
    /// Months given where the day is not known, by question id.
    months: Vec<(String, Month)>,
    /// What the last notice to tell so takes back.
    cleared: Cleared,
    /// What is wrong with the field on the screen.
    complaint: Option<String>,
    /// Said at the top of this screen.
    notice: Option<Notice>,
    /// Said at the top of the next screen.
    farewell: Option<Notice>,
    /// What a screen reader is told about the screen.
    spoken: String,
    look: Look,
    /// What is looked for among the agencies.
    wanted: String,
    /// Ticks and past results. Only the later screens can read them, so here they are a text.
    notes: String,
    saving: bool,
    /// The question had an answer when the owner came to it.
    revisit: bool,
    /// The owner came to change one answer and wants to go back afterwards.
    errand: bool,
    /// The next arrival at a question continues through its section.
    walking: bool,
    /// How many questions were still to come, and why they became more.
    pace: Pace,
}

impl Model {
    /// A page that opens at `route` on the opening of the rules, with what was saved on this
    /// device, if anything.
    pub fn new(session: Session, route: Route, stamp: Option<u32>, saved: Option<Saved>) -> Self {
        let mut model = Self {
            session,
            supply: Supply::default(),
            trail: Trail::new(route, stamp),
            drafts: Answers::default(),
            months: Vec::new(),
            cleared: Cleared::default(),
            complaint: None,
            notice: None,
            farewell: None,
            spoken: String::new(),
            look: Look::default(),
            wanted: String::new(),
            notes: String::new(),
            saving: saved.is_some(),
            revisit: false,
            errand: false,
            walking: false,
            pace: Pace::default(),
        };
        match saved {
            Some(saved) => {
                model.look = saved.look;
                model.months = month::read(&saved.months);
                model.notes.clone_from(&saved.notes);
                model.supply.keep(&mut model.session, saved);
            }
            None if stamp.is_some() && model.route().shows_answers() => model.lose(),
            None => {}
        }
        model.look_around();
        model
    }

    /// A reload after which nothing is left, in the middle of questions: back to the first screen,
    /// with the reason.
    fn lose(&mut self) {
        self.trail = Trail::new(Route::Intro, Some(self.trail.position()));
        self.trail.replace();
        let why = "页面重新打开过。您没有选“记住我的回答”，答过的没有留下，请从头开始。";
        self.notice = Some(Notice { lasting: true, ..why.into() });
    }

    /// Does what a tap or the browser asked for; gives what has to happen outside.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Arrive { route, stamp } => return self.arrive(route, stamp),
            Action::Start(section) => return self.start(&section),
            Action::Choose(input) => self.choose(input),
            Action::Alone(input) => self.alone(input),
            Action::Toggle(option) => self.toggle(&option),
            Action::Write(text) => {
                self.write(text);
                return Vec::new();
            }
            Action::Seek(wanted) => {
                self.wanted = wanted;
                return Vec::new();
            }
            Action::Next => return self.next(),
            Action::Previous => return self.previous(),
            Action::Clear(section) => self.clear(&section),
            Action::Mode(mode) => return self.dress(Look { mode, ..self.look }),
            Action::Theme(theme) => return self.dress(Look { theme, ..self.look }),
            Action::Save(saving) => return self.save(saving),
            Action::Join(there) => return self.join(there),
            Action::NotSaved => {
                self.saving = false;
                let why = "没能保存：这台设备不允许保存，或者存满了。进度只在关掉页面之前有效。";
                self.notice = Some(why.into());
                return vec![Effect::Forget];
            }
            Action::Note(notes) => self.notes = notes,
            Action::Delete(notes) => return self.delete(notes),
            Action::Anew => return self.start_over(),
            Action::Erase => return self.erase(),
            Action::Reopen => return self.storing(Some(Effect::Reopen)),
            Action::Dismiss => return self.dismiss(),
            Action::Undo => return self.undo(),
            Action::Close => return self.close(),
            Action::Roughly(roughly) => {
                self.roughly(roughly);
                // The button that was pressed is gone, and the focus with it.
                return self.storing(Some(Effect::FocusLink("field".into())));
            }
            Action::Part(part, chosen) => self.set_month(part, &chosen),
            Action::Return { today, kept } => {
                self.come_back(today, kept);
                return Vec::new();
            }
        }
        self.storing(None)
    }

    /// Takes the whole rulebook; gives what has to happen outside.
    pub fn complete(&mut self, rulebook: Rc<Rulebook>) -> Vec<Effect> {
        let migrated = self.supply.complete(&mut self.session, rulebook);
        self.notice = migrated.or(self.notice.take());
        self.estimate();
        self.look_around();
        self.storing(None)
    }

    /// The rest of the rules does not come through; where it is `gone`, the site has another version.
    pub fn stall(&mut self, gone: bool) -> Vec<Effect> {
        self.supply.stall(gone);
        Vec::new()
    }

    /// Looks as the page around it wants: the words of [`Look::words`], or some of them.
    pub fn dressed(&mut self, words: &str) -> Vec<Effect> {
        self.dress(self.look.with(words))
    }

    /// What the screen waits for, if it needs more of the rules than there is.
    pub fn lacks(&self) -> Option<&'static str> {
        let opened = |section: &str| self.profile().is_some_and(|profile| profile.id == section);
        match self.route() {
            Route::Intro | Route::Check | Route::Profile | Route::Erase => None,
            Route::Question { section, .. } if opened(section) && !self.asks_later() => None,
            _ => self.supply.lack(),
        }
    }

    /// Whether only a page that is opened anew will have it.
    pub fn is_superseded(&self) -> bool {
        self.supply.is_gone()
    }

    /// What has to happen outside once the page is there.
    pub fn opened(&mut self) -> Vec<Effect> {
        let mut effects = vec![Effect::Stamp(self.trail.position()), Effect::Show(self.look)];
        effects.extend(self.trail.is_replacing().then_some(Effect::Replace(Route::Intro)));
        effects.extend(self.dialog().map(|_| Effect::Cover));
        effects.extend(self.lead_on());
        effects
    }

    /// From an address that is no screen of its own to the screen it stands for.
    fn lead_on(&mut self) -> Option<Effect> {
        if *self.route() != Route::Check {
            return None;
        }
        self.trail.replace();
        Some(Effect::Replace(self.check()))
    }

    /// Where 全面体检 stands.
    fn check(&self) -> Route {
        self.profile().map_or(Route::Domains, |it| walk::enter(&self.session, it))
    }

    fn arrive(&mut self, route: Route, stamp: Option<u32>) -> Vec<Effect> {
        if stamp.is_some() && route == *self.trail.here() && stamp == Some(self.trail.position()) {
            return Vec::new();
        }
        let was = self.trail.here().clone();
        if *was.screen() == *route.screen() {
            return self.over(&was, route, stamp);
        }
        self.leave();
        self.estimate();
        let lasting = self.notice.take().filter(|it| it.lasting);
        self.notice = self.farewell.take().or(lasting);
        let arrival = self.trail.arrive(route, stamp);
        let walking = std::mem::take(&mut self.walking);
        self.errand = !walking && arrival.from.as_ref().is_some_and(sends_on_errands);
        self.look_around();
        let covered = matches!(was, Route::Over(..)).then_some(Effect::Uncover);
        let focus = match arrival.from {
            _ if self.dialog().is_some() => Effect::Cover,
            Some(from) if arrival.back => Effect::FocusLink(from.link_id()),
            _ => Effect::FocusHeading,
        };
        let mut effects = vec![Effect::Stamp(self.trail.position())];
        effects.extend(self.storing(None));
        effects.extend(covered.into_iter().chain([focus]).chain(self.lead_on()));
        effects
    }

    /// A dialog opens over the screen or closes: nothing of the screen changes.
    fn over(&mut self, was: &Route, route: Route, stamp: Option<u32>) -> Vec<Effect> {
        self.trail.arrive(route, stamp);
        let stamp = Effect::Stamp(self.trail.position());
        match self.dialog() {
            Some(_) => vec![stamp, Effect::Cover],
            None => vec![stamp, Effect::Uncover, Effect::FocusLink(was.link_id())],
        }
    }

    /// Closes the dialog as the back gesture does, so that no second way back is left behind.
    fn close(&mut self) -> Vec<Effect> {
        if self.trail.can_go_back() {
            return vec![Effect::Back];
        }
        self.trail.replace();
        vec![Effect::Replace(self.route().clone())]
    }

    fn dress(&mut self, look: Look) -> Vec<Effect> {
        self.look = look;
        self.storing(Some(Effect::Show(look)))
    }

    /// What follows from being somewhere new.
    fn look_around(&mut self) {
        self.complaint = None;
        self.revisit = self
            .question()
            .is_some_and(|question| self.session.state(&question.id) == QuestionState::Answered);
        self.spoken = match self.step() {
            Some(Step { own: false, left, .. }) => format!("先补一题基本情况，之后大约 {left} 题"),
            Some(Step { done, left: 0, .. }) => format!("第 {} 题，这部分最后一题", done + 1),
            Some(Step { done, left, .. }) => format!("第 {} 题，大约还有 {left} 题", done + 1),
            None => String::new(),
        };
        self.keep_pace();
    }

    fn start(&mut self, section: &str) -> Vec<Effect> {
        let Some(section) = self.rulebook().section(section) else { return Vec::new() };
        let route = walk::enter(&self.session, section);
        self.walking = true;
        vec![Effect::Go(route)]
    }

    /// The rules.
    pub fn rulebook(&self) -> &Rulebook {
        self.session.rulebook()
    }

    /// The answers and the engine.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The report on the answers so far. Worked out anew; a page asks once.
    pub fn report(&self) -> Report {
        month::admit(self.session.report(), &self.session, &self.months)
    }

    /// The screen; a dialog may lie over it.
    pub fn route(&self) -> &Route {
        self.trail.here().screen()
    }

    /// The number of the dialog over the screen.
    pub fn dialog(&self) -> Option<u8> {
        match self.trail.here() {
            Route::Over(_, number) => Some(*number),
            _ => None,
        }
    }

    /// The question on the screen.
    pub fn question(&self) -> Option<&Question> {
        match self.route() {
            Route::Question { question, .. } => self.rulebook().question(question),
            _ => None,
        }
    }

    /// Whether the question on the screen is of a kind whose field comes with the whole rulebook: an
    /// amount or a date, which no profile needs.
    pub fn asks_later(&self) -> bool {
        self.question().is_some_and(|it| matches!(it.kind, Kind::Money { .. } | Kind::Date { .. }))
    }

    /// The section that the question on the screen is asked for.
    pub fn section(&self) -> Option<&Section> {
        match self.route() {
            Route::Question { section, .. } => self.rulebook().section(section),
            _ => None,
        }
    }

    /// Where the question on the screen stands in its section.
    pub fn step(&self) -> Option<Step> {
        Some(walk::step(&self.session, self.section()?, &self.question()?.id))
    }

    /// The section about the business itself.
    pub fn profile(&self) -> Option<&Section> {
        let sections = &self.rulebook().definition().sections;
        sections.iter().find(|section| section.kind == SectionKind::Profile)
    }

    /// Whether anything has been answered.
    pub fn begun(&self) -> bool {
        self.answered() > 0
    }

    /// How many answers there are, those included that wait for the rest of the rules.
    pub fn answered(&self) -> usize {
        self.session.answers().len() + self.supply.waiting().len()
    }

    /// An input in words, as the report says it; none when it is no answer to the question.
    pub fn in_words(&self, question: &Question, input: &Input) -> Option<String> {
        walk::in_words(&self.session, question, input)
    }

    /// Size of text and colours.
    pub fn look(&self) -> Look {
        self.look
    }

    /// What is looked for among the agencies.
    pub fn wanted(&self) -> &str {
        &self.wanted
    }

    /// Ticks and past results, as the later screens wrote them.
    pub fn notes(&self) -> &str {
        &self.notes
    }

    /// What is to be said at the top of the screen.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// What is wrong with the device's date, on every screen for as long as it is.
    pub fn warning(&self) -> Option<String> {
        clock::warning(self.session.on(), self.rulebook().definition().as_of)
    }

    /// What a screen reader is told on arrival.
    pub fn spoken(&self) -> &str {
        &self.spoken
    }
}

/// Screens that list answers or open points: from there one goes to a single question and back.
fn sends_on_errands(route: &Route) -> bool {
    use Route::{Event, Finding, Profile, Section};
    matches!(route, Profile | Section(_) | Finding(_) | Event(_))
}
