//! Writes down what a screen has found out, once it is drawn.

use yew::prelude::*;

use crate::model::Action;
use crate::parts::Send;

/// What is to be written down.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Text {
    /// All notes, as they are to be from now on.
    pub notes: String,
    /// Where it is sent.
    pub send: Send,
}

/// Draws nothing.
pub struct Record;

impl Component for Record {
    type Message = ();
    type Properties = Text;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, _: &Context<Self>) -> Html {
        Html::default()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        ctx.props().send.emit(Action::Note(ctx.props().notes.clone()));
    }
}
