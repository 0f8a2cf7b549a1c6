//! When the page is looked at again: after a step back into it (iOS and others keep it as it was and
//! load nothing), after it lay in the background, or after another window changed what is stored.

use gloo::events::EventListener;

use super::{document, window};

/// Calls back whenever that happens, for as long as the listeners are kept.
pub fn on_return(back: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    let events = ["pageshow", "storage"].map(|event| {
        let back = back.clone();
        window().map(|window| EventListener::new(&window, event, move |_| back()))
    });
    let shown = document().map(|page| EventListener::new(&page, "visibilitychange", move |_| back()));
    events.into_iter().chain([shown]).flatten().collect()
}
