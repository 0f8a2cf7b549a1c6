//! The screens: each chooses what to show of the model, and parts draw it.

mod about;
mod agencies;
mod domains;
mod erase;
mod event;
mod events;
mod finding;
mod intro;
mod question;
mod result;
mod section;
mod waiting;

use yew::prelude::*;

use crate::model::{Model, Route};
use crate::parts::{Send, shell};

/// A screen: its title, which is also its heading unless it draws its own, and its body.
struct Page {
    title: String,
    body: Html,
    /// Whether the body holds the heading.
    headed: bool,
}

impl Page {
    /// A screen whose heading is its title.
    fn new(title: impl Into<String>, body: Html) -> Self {
        Self { title: title.into(), body, headed: false }
    }

    /// A screen that draws its own heading.
    fn headed(title: impl Into<String>, body: Html) -> Self {
        Self { title: title.into(), body, headed: true }
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
    (page.title, shell(model, send, screen))
}

fn choose(model: &Model, send: &Send) -> Page {
    if let Some(lack) = model.lacks() {
        return waiting::page(model, lack);
    }
    let rulebook = model.rulebook();
    let page = match model.route() {
        Route::Intro | Route::Check => None,
        Route::Profile => model.profile().map(|it| section::page(model, it, send)),
        Route::Section(id) => rulebook.section(id).map(|it| section::page(model, it, send)),
        Route::Domains => Some(domains::page(model, send)),
        Route::Question { .. } => question::page(model, send),
        Route::Result => Some(result::page(model, send)),
        Route::Finding(id) => finding::page(model, id),
        Route::Events => Some(events::page(model)),
        Route::Event(id) => rulebook.section(id).map(|it| event::page(model, it, send)),
        Route::Agencies => Some(agencies::page(model)),
        Route::Agency(id) => rulebook.agency(id).map(|it| agencies::one(model, it)),
        Route::About => Some(about::page(model, send)),
        Route::Erase => Some(erase::page(send)),
    };
    page.unwrap_or_else(|| intro::page(model, send))
}
