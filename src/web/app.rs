//! The Yew component: shows the model, and carries out its effects in the browser.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::browser;
use crate::model::{Action, Effect, Model};
use crate::pages;

use assessor::Session;

/// What the page starts from.
#[derive(Properties, Clone)]
pub struct Start {
    /// An empty session on the rules that were loaded.
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
    /// Kept for as long as the page lives.
    _hash: Option<EventListener>,
}

impl Component for App {
    type Message = Action;
    type Properties = Start;

    fn create(ctx: &Context<Self>) -> Self {
        let session = ctx.props().session.clone();
        let saved = browser::load(&session.rulebook().definition().id);
        let mut model = Model::new(session, browser::route(), browser::stamped(), saved);
        let waiting = model.opened();
        let arrive =
            ctx.link().callback(|()| Action::Arrive { route: browser::route(), stamp: browser::stamped() });
        Self { model, waiting, _hash: browser::listen(move || arrive.emit(())) }
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        self.waiting.extend(self.model.update(action));
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (title, screen) = pages::draw(&self.model, &ctx.link().callback(|action| action));
        browser::name(&title);
        screen
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        for effect in std::mem::take(&mut self.waiting) {
            self.perform(ctx, effect);
        }
    }
}

impl App {
    fn perform(&self, ctx: &Context<Self>, effect: Effect) {
        match effect {
            Effect::Go(route) => browser::go(&route),
            Effect::Replace(route) => browser::replace(&route),
            Effect::Back => browser::back(),
            Effect::Stamp(position) => browser::stamp(position),
            Effect::FocusHeading => browser::focus_heading(),
            Effect::FocusLink(id) if browser::focus(&id) => {}
            Effect::FocusLink(_) => browser::focus_heading(),
            Effect::FocusField => browser::focus_invalid(),
            Effect::Store => {
                let rules = self.model.rulebook().definition();
                if !browser::store(&rules.id, &rules.version, self.model.saved()) {
                    ctx.link().send_message(Action::NotSaved);
                }
            }
            Effect::Forget => browser::forget(),
            Effect::Show(look) => browser::show(look),
        }
    }
}
