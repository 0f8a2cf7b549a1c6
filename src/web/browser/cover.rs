//! While a dialog is open: what lies beneath does not scroll, Tab stays inside, Esc closes.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use super::document;
use super::focus::{first, take};

/// On `body`; the style sheet stops it from scrolling.
const COVERED: &str = "data-lra-covered";
const DIALOG: &str = "[role=dialog]";
/// What Tab stops at.
const STOPS: &str = "a[href], button, input, select, textarea, summary";

/// Holds until it is dropped.
pub struct Cover {
    _keys: Option<EventListener>,
}

/// Holds the page beneath the dialog and moves the focus to the dialog's title; `close` is what Esc does.
pub fn cover(close: impl Fn() + 'static) -> Cover {
    mark(|body| body.set_attribute(COVERED, "").is_ok());
    if let Some(title) = first("[role=dialog] [tabindex]") {
        take(title);
    }
    let options = EventListenerOptions::enable_prevent_default();
    let keys = document().map(|document| {
        EventListener::new_with_options(&document, "keydown", options, move |event| key(event, &close))
    });
    Cover { _keys: keys }
}

impl Drop for Cover {
    fn drop(&mut self) {
        mark(|body| body.remove_attribute(COVERED).is_ok());
    }
}

fn mark(change: impl Fn(&HtmlElement) -> bool) {
    let _ = document().and_then(|document| document.body()).is_some_and(|body| change(&body));
}

fn key(event: &Event, close: &impl Fn()) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    match key.key().as_str() {
        "Escape" => close(),
        "Tab" => {
            if let Some(stop) = turn(key.shift_key()) {
                event.prevent_default();
                take(stop);
            }
        }
        _ => {}
    }
}

/// Where Tab goes instead of leaving the dialog; none while it stays inside by itself.
fn turn(back: bool) -> Option<Element> {
    let stops = first(DIALOG)?.query_selector_all(STOPS).ok()?;
    let stop = |at: u32| stops.item(at).and_then(|it| it.dyn_into::<Element>().ok());
    let (start, end) = (stop(0)?, stop(stops.length().checked_sub(1)?)?);
    let at = document()?.active_element();
    let inside = (0..stops.length()).any(|it| stop(it) == at);
    let leaves = if back { at.as_ref() == Some(&start) } else { at.as_ref() == Some(&end) };
    (leaves || !inside).then_some(if back { end } else { start })
}
