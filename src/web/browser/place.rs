//! The hash and the history: where the owner is.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

use crate::model::Route;

use super::{document, window};

/// Where the hash leads.
pub fn route() -> Route {
    let hash = window().and_then(|window| window.location().hash().ok());
    Route::parse(&hash.unwrap_or_default())
}

/// The position stamped on this history entry.
pub fn stamped() -> Option<u32> {
    let state = window()?.history().ok()?.state().ok()?;
    super::value::read(state)
}

/// Stamps this history entry with its position.
pub fn stamp(position: u32) {
    let history = window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        drop(history.replace_state(&JsValue::from(position), ""));
    }
}

/// Calls back on every change of the hash, for as long as the listener is kept.
pub fn listen(arrive: impl Fn() + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), "hashchange", move |_| arrive()))
}

/// Goes to a screen.
pub fn go(route: &Route) {
    if let Some(window) = window() {
        drop(window.location().set_hash(&route.to_string()));
    }
}

/// Goes to a screen and leaves this one out of the history.
pub fn replace(route: &Route) {
    if let Some(window) = window() {
        drop(window.location().replace(&route.to_string()));
    }
}

/// The browser's step back.
pub fn back() {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        drop(history.back());
    }
}

/// Loads the page anew.
pub fn reopen() {
    if let Some(window) = window() {
        drop(window.location().reload());
    }
}

/// Names the screen in the title; old iOS keeps the first one.
pub fn name(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}
