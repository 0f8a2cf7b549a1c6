//! A text to take along: to be read, selected, and copied at one tap.

use web_sys::Element;
use yew::prelude::*;

use crate::browser;
use crate::parts::{DEFAULT, SMALL, named};

/// What there is to copy.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Given {
    /// Id of the element that holds the text; none where a screen may show it several times.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// The text.
    pub text: String,
    /// What the button says.
    pub label: &'static str,
    /// What it is about, where several buttons of the screen say the same.
    #[prop_or_default]
    pub about: AttrValue,
    /// Whether the text is shown. Where it stands on the screen anyway, it is not.
    #[prop_or(true)]
    pub shown: bool,
}

/// The text, its button, and what came of the last tap.
#[derive(Debug)]
pub struct Copy {
    text: NodeRef,
    copied: Option<bool>,
}

impl Component for Copy {
    /// Whether it was copied.
    type Message = bool;
    type Properties = Given;

    fn create(_: &Context<Self>) -> Self {
        Self { text: NodeRef::default(), copied: None }
    }

    fn changed(&mut self, _: &Context<Self>, _: &Given) -> bool {
        self.copied = None;
        true
    }

    fn update(&mut self, _: &Context<Self>, copied: bool) -> bool {
        self.copied = Some(copied);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Given { id, text, label, about, shown } = ctx.props();
        let look = if *shown { DEFAULT } else { SMALL };
        let said = match self.copied {
            None => "",
            Some(true) => "已复制，可以去粘贴了。",
            Some(false) => "没能自动复制：请长按文字，选“复制”。",
        };
        let seen = *shown || self.copied == Some(false);
        let class = if seen { "lra-copy__text" } else { "lra-hidden" };
        html! {
            <div class="lra-copy">
                // Where it stands on the screen anyway, nobody needs to hear it twice.
                <p {id} ref={self.text.clone()} {class} aria-hidden={(!seen).then_some("true")}>{ text }</p>
                <button type="button" class={look} onclick={self.tapped(ctx)}>{ named(*label, about) }</button>
                <p class="lra-copy__said" role="status">{ said }</p>
            </div>
        }
    }
}

impl Copy {
    /// Copies at once: a browser takes what is done later for no doing of the owner's.
    fn tapped(&self, ctx: &Context<Self>) -> Callback<MouseEvent> {
        let (link, text) = (ctx.link().clone(), ctx.props().text.clone());
        let element = self.text.clone();
        Callback::from(move |_| {
            let link = link.clone();
            if let Some(element) = element.cast::<Element>() {
                browser::copy(&text, &element, move |copied| link.send_message(copied));
            }
        })
    }
}
