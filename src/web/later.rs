//! The screens that need the whole rulebook.
//!
//! Until it is there, [`crate::model::Model::lacks`] keeps the owner from all of them. So their code
//! may come with the rulebook rather than before the first question: the build cuts the module at
//! [`page`], the one doorway to this folder, and nothing else may call into it.

mod about;
mod advice;
mod agencies;
mod anew;
mod call;
mod capital;
mod contact;
mod copy;
mod date;
mod domains;
mod event;
mod events;
mod finding;
mod first;
mod history;
mod notes;
mod outcome;
mod pass;
mod picture;
mod print;
mod question;
mod record;
mod result;
mod rule;
mod share;
mod tick;
mod ticks;
mod ways;
mod wrong;

use crate::model::{Model, Route};
use crate::pages::Page;
use crate::parts::Send;

/// The screen of a route that needs the whole rulebook; none when the rulebook lacks what it names.
#[inline(never)]
pub fn page(model: &Model, send: &Send) -> Option<Page> {
    let rulebook = model.rulebook();
    match model.route() {
        Route::Domains => Some(domains::page(model, send)),
        Route::Result => Some(result::page(model, send)),
        Route::Finding(id) => finding::page(model, id, send),
        Route::History => Some(history::page(model, send)),
        Route::Events => Some(events::page(model)),
        Route::Event(id) => rulebook.section(id).map(|it| event::page(model, it, send)),
        Route::Agencies => Some(agencies::page(model, send)),
        Route::Agency(id) => rulebook.agency(id).map(|it| agencies::one(model, it)),
        Route::Call(id) => call::page(model, id),
        Route::Share => Some(share::page(model)),
        Route::Print => Some(print::page(model)),
        Route::Wrong(subject, id) => wrong::page(model, *subject, id),
        Route::Question { .. } => crate::pages::question::page(model, send, question::answer),
        Route::Anew => Some(anew::page(send)),
        Route::About => Some(about::page(model, send)),
        _ => None,
    }
}
