//! The page: Yew components over an [`assessor::Session`].
//!
//! `boot.js` fetches the opening of the rulebook and calls [`start`], then the whole and calls
//! [`complete`]. What the page shows is a function of [`model::Model`], which knows neither Yew nor a browser: a tap is an action, the
//! model changes, and what has to happen outside comes back as effects.
//!
//! ```text
//! tap, hash ─► Action ─► model::Model ─► Effect ─► browser (hash, focus, storage)
//!                             └─► pages (choose) ─► parts (draw) ─► screen
//! ```
//!
//! What leaves the phone (texts, a picture, a calendar file) is made in [`handout`], plain Rust too; it
//! is public for the suites over all people of the rules, and drawn by `later` alone.
//!
//! The page holds no rule of law and no telephone number: both come from the rulebook. It never
//! sends anything, and it stores nothing until the owner asks for it.

mod app;
mod browser;
pub mod handout;
mod later;
mod model;
mod pages;
mod parts;

use std::rc::Rc;

use assessor::{Bundle, BundleError, Rulebook, Session};
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

/// Starts the page with the opening of the rulebook: the object that its JSON stands for. The
/// browser's own reader has parsed it, so that no second one has to be downloaded.
///
/// # Errors
/// A JavaScript `Error` whose message is a sentence for the owner, when the rulebook cannot be
/// read, is damaged or too new, or when the device has no date or no place to draw.
#[wasm_bindgen]
pub fn start(opening: JsValue) -> Result<(), JsError> {
    let rulebook = read(opening).map_err(|error| JsError::new(&error.to_string()))?;
    let today = browser::today().ok_or_else(|| JsError::new("读不到这台设备的日期"))?;
    let root = browser::root().ok_or_else(|| JsError::new("页面不完整"))?;
    let session = Session::new(Rc::new(rulebook), today);
    yew::Renderer::<app::App>::with_root_and_props(root, app::Start { session }).render();
    Ok(())
}

/// Gives the page the whole rulebook, once it is there.
///
/// # Errors
/// As for [`start`]; the page then waits on.
#[wasm_bindgen]
pub fn complete(bundle: JsValue) -> Result<(), JsError> {
    let rulebook = read(bundle).map_err(|error| JsError::new(&error.to_string()))?;
    app::tell(app::Message::Complete(Rc::new(rulebook)));
    Ok(())
}

/// Tells the page that the rest of the rulebook does not come through, and is being tried again.
/// `gone`: the site has another version by now, without the files of this one.
#[wasm_bindgen]
pub fn stalled(gone: bool) {
    app::tell(app::Message::Stalled { gone });
}

/// Sets size of text and colours from outside, as a page does that holds this one: words such as
/// `care dark`. What the words leave out stays as the owner has it.
#[wasm_bindgen]
pub fn dress(words: &str) {
    app::tell(app::Message::Dress(words.into()));
}

fn read(bundle: JsValue) -> Result<Rulebook, BundleError> {
    Rulebook::load(Bundle::read(browser::Value(bundle))?)
}
