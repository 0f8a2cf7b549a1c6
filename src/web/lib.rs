//! The page: Yew components over an [`assessor::Session`].
//!
//! `boot.js` brings the bytes of the rulebook and calls [`start`]. What the page shows is a
//! function of [`model::Model`], which knows neither Yew nor a browser: a tap is an action, the
//! model changes, and what has to happen outside comes back as effects.
//!
//! ```text
//! tap, hash ─► Action ─► model::Model ─► Effect ─► browser (hash, focus, storage)
//!                             └─► pages (choose) ─► parts (draw) ─► screen
//! ```
//!
//! The page holds no rule of law and no telephone number: both come from the rulebook. It never
//! sends anything, and it stores nothing until the owner asks for it.

mod app;
mod browser;
mod model;
mod pages;
mod parts;

use std::rc::Rc;

use assessor::{Bundle, Rulebook, Session};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::js_sys::JSON;

/// Starts the page with the rulebook as it was fetched: the bytes of `bundle.json`.
///
/// # Errors
/// A JavaScript `Error` whose message is a sentence for the owner, when the rulebook cannot be
/// read, is damaged or too new, or when the device has no date or no place to draw.
#[wasm_bindgen]
pub fn start(rulebook: &[u8]) -> Result<(), JsError> {
    let bundle = read(rulebook).ok_or_else(|| JsError::new("规则文件不完整，读不出来"))?;
    let rulebook = Rulebook::load(bundle).map_err(|error| JsError::new(&error.to_string()))?;
    let today = browser::today().ok_or_else(|| JsError::new("读不到这台设备的日期"))?;
    let root = browser::root().ok_or_else(|| JsError::new("页面不完整"))?;
    let session = Session::new(Rc::new(rulebook), today);
    yew::Renderer::<app::App>::with_root_and_props(root, app::Start { session }).render();
    Ok(())
}

/// The browser's own JSON reader: it is there already, a second one would have to be downloaded.
fn read(bytes: &[u8]) -> Option<Bundle> {
    let json = JSON::parse(std::str::from_utf8(bytes).ok()?).ok()?;
    serde_wasm_bindgen::from_value(json).ok()
}
