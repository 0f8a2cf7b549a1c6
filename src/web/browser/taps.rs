//! A double tap where one was meant. The second tap would land on whatever the next screen has in
//! that place, which its owner has not even seen.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::MouseEvent;

use super::{root, window};

/// Milliseconds within which a second tap belongs to the first, and how far apart in CSS pixels.
const WITHIN_MS: i64 = 350;
const APART: i32 = 16;

/// A tap: when, where, and on which screen.
struct Tap {
    at: i64,
    place: (i32, i32),
    screen: String,
}

/// Swallows the second tap of a double tap when the first has led to another screen. Keys, and
/// tools that press for their owner, have no place and are let through.
pub fn one_of_two() -> Option<EventListener> {
    let last: RefCell<Option<Tap>> = RefCell::new(None);
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    Some(EventListener::new_with_options(&root()?.into(), "click", options, move |event| {
        let Some(mouse) = event.dyn_ref::<MouseEvent>().filter(|it| it.detail() > 0) else { return };
        let tap = Tap {
            at: event.time_stamp() as i64,
            place: (mouse.client_x(), mouse.client_y()),
            screen: window().and_then(|it| it.location().hash().ok()).unwrap_or_default(),
        };
        let same = last.borrow().as_ref().is_some_and(|first| {
            let (x, y) = (tap.place.0 - first.place.0, tap.place.1 - first.place.1);
            let near = x.abs() <= APART && y.abs() <= APART;
            near && tap.at - first.at < WITHIN_MS && tap.screen != first.screen
        });
        if same {
            event.prevent_default();
            event.stop_propagation();
        } else {
            last.replace(Some(tap));
        }
    }))
}
