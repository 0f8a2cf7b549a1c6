//! The Yew component: shows the model, and carries out its effects in the browser.

use std::cell::RefCell;
use std::rc::Rc;

use assessor::{Rulebook, Session};
use gloo::events::EventListener;
use yew::prelude::*;

use crate::browser::{self, Cover};
use crate::model::{Action, Effect, Model};
use crate::pages;

/// What reaches the page.
#[derive(Debug)]
pub enum Message {
    /// The owner or the browser did something.
    Action(Action),
    /// The whole rulebook is there.
    Complete(Rc<Rulebook>),
    /// It does not come through.
    Stalled {
        /// The site has other files by now.
        gone: bool,
    },
    /// The page around this one wants it to look like this.
    Dress(String),
}

thread_local! {
    /// The way to the page from outside, once it is drawn.
    static PAGE: RefCell<Option<Callback<Message>>> = const { RefCell::new(None) };
}

/// Sends a message to the page, if it is there.
pub fn tell(message: Message) {
    let page = PAGE.with(|page| page.borrow().clone());
    if let Some(page) = page {
        page.emit(message);
    }
}

/// What the page starts from.
#[derive(Properties, Clone)]
pub struct Start {
    /// An empty session on the opening of the rules.
    pub session: Session,
}

/// The page is drawn once; its properties never change.
impl PartialEq for Start {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The page.
pub struct App {
    model: Model,
    /// What can only be done once the new screen is drawn.
    waiting: Vec<Effect>,
    /// Holds the page while a dialog is open.
    cover: Option<Cover>,
    /// Where taps go; made once.
    send: Callback<Action>,
    /// Kept for as long as the page lives.
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Message;
    type Properties = Start;

    fn create(ctx: &Context<Self>) -> Self {
        let session = ctx.props().session.clone();
        let rules = session.rulebook().definition().id.clone();
        let saved = browser::load(&rules);
        let mut model = Model::new(session, browser::route(), browser::stamped(), saved);
        let opened = model.opened();
        let arrive = ctx.link().callback(|()| Message::Action(arrival()));
        let back = ctx.link().batch_callback(move |()| {
            let today = browser::today()?;
            Some(Message::Action(Action::Return { today, kept: browser::load(&rules) }))
        });
        PAGE.with(|page| page.replace(Some(ctx.link().callback(|message| message))));
        let mut listeners = browser::on_return(move || back.emit(()));
        listeners.extend(browser::listen(move || arrive.emit(())));
        listeners.extend(browser::one_of_two());
        listeners.extend(browser::on_keyboard());
        let send = ctx.link().callback(Message::Action);
        let mut app = Self { model, waiting: Vec::new(), cover: None, send, _listeners: listeners };
        app.take(ctx, opened);
        app
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let arriving = matches!(message, Message::Action(Action::Arrive { .. }));
        let effects = match message {
            Message::Action(action) => self.model.update(action),
            Message::Complete(rulebook) => self.model.complete(rulebook),
            Message::Stalled { gone } => self.model.stall(gone),
            Message::Dress(words) => self.model.dressed(&words),
        };
        // Whoever is here already has nothing to draw.
        let changed = !(arriving && effects.is_empty());
        self.take(ctx, effects);
        changed
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let (title, screen) = pages::draw(&self.model, &self.send);
        browser::name(&title);
        screen
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        for effect in std::mem::take(&mut self.waiting) {
            self.perform(ctx, effect);
        }
    }
}

/// Where the browser is now.
fn arrival() -> Action {
    Action::Arrive { route: browser::route(), stamp: browser::stamped() }
}

impl App {
    /// Goes where an action leads at once, so that the screen before it is not drawn once more; all else
    /// waits for the new screen.
    fn take(&mut self, ctx: &Context<Self>, effects: Vec<Effect>) {
        for effect in effects {
            if matches!(effect, Effect::Go(_) | Effect::Replace(_)) {
                self.perform(ctx, effect);
            } else {
                self.waiting.push(effect);
            }
        }
    }

    /// The address has changed, and its event comes a frame later: the screen need not wait.
    fn arrive(&mut self, ctx: &Context<Self>) {
        let effects = self.model.update(arrival());
        self.take(ctx, effects);
    }

    fn perform(&mut self, ctx: &Context<Self>, effect: Effect) {
        match effect {
            Effect::Go(route) => {
                browser::go(&route);
                self.arrive(ctx);
            }
            Effect::Replace(route) => {
                browser::replace(&route);
                self.arrive(ctx);
            }
            Effect::Back => browser::back(),
            Effect::Stamp(position) => browser::stamp(position),
            Effect::FocusHeading => browser::focus_heading(),
            Effect::FocusLink(id) if browser::focus(&id) => {}
            Effect::FocusLink(_) => browser::focus_heading(),
            Effect::Cover => {
                let close = self.send.clone();
                self.cover = Some(browser::cover(move || close.emit(Action::Close)));
            }
            Effect::Uncover => self.cover = None,
            Effect::FocusField => browser::focus_invalid(),
            Effect::Join => {
                let there = browser::load(&self.model.rulebook().definition().id);
                ctx.link().send_message(Message::Action(Action::Join(there)));
            }
            Effect::Store => {
                let rules = self.model.rulebook().definition();
                if !browser::store(&rules.id, &rules.version, self.model.saved()) {
                    ctx.link().send_message(Message::Action(Action::NotSaved));
                }
            }
            Effect::Forget => browser::forget(),
            Effect::Erase => browser::erase(),
            Effect::Reopen => browser::reopen(),
            Effect::Show(look) => browser::show(look),
        }
    }
}
