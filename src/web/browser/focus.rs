//! Where the keyboard and the screen reader are after the screen has changed.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{document, window};

/// Moves the focus to an element, which may be in a fold; false when there is none with that id.
pub fn focus(id: &str) -> bool {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else { return false };
    if let Some(fold) = element.closest("details").ok().flatten() {
        drop(fold.set_attribute("open", ""));
    }
    take(element)
}

/// Moves the focus to the screen's heading and shows the screen from its top.
pub fn focus_heading() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    if let Some(heading) = first("h1") {
        take(heading);
    }
}

/// Moves the focus to the field that has to be corrected.
pub fn focus_invalid() {
    let field = first("[aria-invalid=true]").map(|it| {
        let control = it.query_selector("input, select").ok().flatten();
        control.unwrap_or(it)
    });
    if let Some(field) = field {
        take(field);
    }
}

pub(super) fn first(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

pub(super) fn take(element: Element) -> bool {
    element.dyn_into::<HtmlElement>().is_ok_and(|element| element.focus().is_ok())
}
