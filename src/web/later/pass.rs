//! A button that passes something on by the system's own sheet, where there is one.

use yew::prelude::*;

use crate::browser::{self, Parcel};
use crate::parts::{DEFAULT, button};

/// What there is to pass on.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Given {
    /// What it is.
    pub parcel: Parcel,
    /// What the button says.
    pub label: &'static str,
}

/// The button, and what came of the last tap.
#[derive(Debug)]
pub struct Pass {
    offered: bool,
    failed: bool,
}

impl Component for Pass {
    /// Whether the sheet opened.
    type Message = bool;
    type Properties = Given;

    fn create(ctx: &Context<Self>) -> Self {
        Self { offered: browser::shares(&ctx.props().parcel), failed: false }
    }

    fn update(&mut self, _: &Context<Self>, opened: bool) -> bool {
        self.failed = !opened;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        if !self.offered {
            return Html::default();
        }
        let said = if self.failed { "这里打不开系统的转发，请用别的办法。" } else { "" };
        html! {
            <div class="lra-copy">
                { button(DEFAULT, ctx.props().label, self.tapped(ctx)) }
                <p class="lra-copy__said" role="status">{ said }</p>
            </div>
        }
    }
}

impl Pass {
    /// Opens the sheet at once: a browser opens none that is no doing of the owner's.
    fn tapped(&self, ctx: &Context<Self>) -> Callback<MouseEvent> {
        let (link, parcel) = (ctx.link().clone(), ctx.props().parcel.clone());
        Callback::from(move |_| {
            let link = link.clone();
            browser::share(&parcel, move |opened| link.send_message(opened));
        })
    }
}
