//! The screens up to the first question, and the frame of every screen: each chooses what to show
//! of the model, and parts draw it. The other screens are in [`crate::later`].

mod erase;
mod intro;
pub mod question;
mod section;
mod waiting;

use yew::prelude::*;

use crate::later;
use crate::model::{Model, Route};
use crate::parts::{Send, shell};

/// A screen: its title, which is also its heading unless it draws its own, and its body.
pub struct Page {
    title: String,
    body: Html,
    /// Whether the body holds the heading.
    headed: bool,
    /// The dialog over it, where one is open.
    dialog: Html,
}

impl Page {
    /// A screen whose heading is its title.
    pub fn new(title: impl Into<String>, body: Html) -> Self {
        Self { title: title.into(), body, headed: false, dialog: Html::default() }
    }

    /// A screen that draws its own heading.
    pub fn headed(title: impl Into<String>, body: Html) -> Self {
        Self { title: title.into(), body, headed: true, dialog: Html::default() }
    }

    /// With a dialog over it, where one is open.
    pub fn under(self, dialog: Option<Html>) -> Self {
        Self { dialog: dialog.unwrap_or_default(), ..self }
    }
}

/// Draws the screen the model is at; gives its title too.
pub fn draw(model: &Model, send: &Send) -> (String, Html) {
    let page = choose(model, send);
    let screen = html! {
        <>
            if !page.headed {
                <h1 id="heading" class="lra-title" tabindex="-1">{ &page.title }</h1>
            }
            { page.body }
        </>
    };
    (page.title, shell(model, send, screen, page.dialog))
}

fn choose(model: &Model, send: &Send) -> Page {
    if let Some(lack) = model.lacks() {
        return waiting::page(model, lack, send);
    }
    let rulebook = model.rulebook();
    let page = match model.route() {
        Route::Intro | Route::Check => None,
        Route::Profile => model.profile().map(|it| section::page(model, it, send)),
        Route::Section(id) => rulebook.section(id).map(|it| section::page(model, it, send)),
        Route::Question { .. } if !model.asks_later() => question::page(model, send, question::answer),
        Route::Erase => Some(erase::page(send)),
        _ => later::page(model, send),
    };
    page.unwrap_or_else(|| intro::page(model, send))
}
