//! A text to take along: to be read, selected, and copied at one tap.

use web_sys::Element;
use yew::prelude::*;

use crate::browser;
use crate::parts::{DEFAULT, SMALL, button, named};

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
    /// Whether only its beginning is shown at first: it may be longer than all the rest of the screen.
    #[prop_or_default]
    pub folds: bool,
}

/// What happens to it.
#[derive(Debug)]
pub enum Tap {
    /// It was copied, or could not be.
    Copied(bool),
    /// All of it is wanted, or no longer.
    Unfold,
}

/// The text, its button, and what came of the last tap.
#[derive(Debug)]
pub struct Copy {
    text: NodeRef,
    copied: Option<bool>,
    unfolded: bool,
}

impl Component for Copy {
    type Message = Tap;
    type Properties = Given;

    fn create(_: &Context<Self>) -> Self {
        Self { text: NodeRef::default(), copied: None, unfolded: false }
    }

    fn changed(&mut self, _: &Context<Self>, _: &Given) -> bool {
        self.copied = None;
        true
    }

    fn update(&mut self, _: &Context<Self>, tap: Tap) -> bool {
        match tap {
            Tap::Copied(copied) => {
                self.copied = Some(copied);
                // What has to be copied by hand has to be seen.
                self.unfolded |= !copied;
            }
            Tap::Unfold => self.unfolded = !self.unfolded,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Given { id, text, label, about, shown, folds } = ctx.props();
        let look = if *shown { DEFAULT } else { SMALL };
        let said = match self.copied {
            None => "",
            Some(true) => "已复制，可以去粘贴了。",
            Some(false) => "没能自动复制：请长按文字，选“复制”。",
        };
        let folded = *folds && !self.unfolded;
        let seen = !folded && (*shown || self.copied == Some(false));
        let class = if seen { "lra-copy__text" } else { "lra-hidden" };
        let unfold = ctx.link().callback(|_| Tap::Unfold);
        html! {
            <div class="lra-copy">
                if folded {
                    <p class="lra-copy__text">{ beginning(text) }</p>
                }
                // Always whole, for a browser that copies only what can be selected. Where it stands on the
                // screen anyway, nobody needs to hear it twice.
                <p {id} ref={self.text.clone()} {class} aria-hidden={(!seen).then_some("true")}>{ text }</p>
                if *folds {
                    { button(SMALL, if self.unfolded { "收起文字" } else { "展开看全部文字" }, unfold) }
                }
                <button type="button" class={look} onclick={self.tapped(ctx)}>{ named(*label, about) }</button>
                <p class="lra-copy__said" role="status">{ said }</p>
            </div>
        }
    }
}

/// The first lines of a text that is shown folded.
fn beginning(text: &str) -> String {
    const LINES: usize = 8;
    let first: Vec<&str> = text.lines().take(LINES).collect();
    format!("{}\n……", first.join("\n"))
}

impl Copy {
    /// Copies at once: a browser takes what is done later for no doing of the owner's.
    fn tapped(&self, ctx: &Context<Self>) -> Callback<MouseEvent> {
        let (link, text) = (ctx.link().clone(), ctx.props().text.clone());
        let element = self.text.clone();
        Callback::from(move |_| {
            let link = link.clone();
            if let Some(element) = element.cast::<Element>() {
                browser::copy(&text, &element, move |copied| link.send_message(Tap::Copied(copied)));
            }
        })
    }
}
