//! Copying. It is only allowed within a tap, so parts call it from there rather than the model by an
//! effect.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{Promise, Reflect};
use web_sys::{Element, HtmlDocument};

use super::{document, window};

/// Copies a text that stands in `element`, and says whether it could. Where there is no clipboard to
/// write to, or it refuses (old systems, some WebViews), the text is selected and copied as the
/// owner would by hand; where that is refused too, it stays selected for them.
pub fn copy(text: &str, element: &Element, then: impl FnOnce(bool) + 'static) {
    let Some(promise) = written(text) else { return then(by_selection(element)) };
    let element = element.clone();
    spawn_local(async move {
        let written = JsFuture::from(promise).await.is_ok();
        then(written || by_selection(&element));
    });
}

fn written(text: &str) -> Option<Promise> {
    let navigator = window()?.navigator();
    // Missing before iOS 13.4, and everywhere without HTTPS; the binding does not know that.
    let there = Reflect::get(&navigator, &JsValue::from_str("clipboard")).is_ok_and(|it| it.is_object());
    there.then(|| navigator.clipboard().write_text(text))
}

fn by_selection(element: &Element) -> bool {
    let Some(selection) = window().and_then(|it| it.get_selection().ok().flatten()) else { return false };
    if selection.select_all_children(element).is_err() {
        return false;
    }
    let page = document().and_then(|it| it.dyn_into::<HtmlDocument>().ok());
    let copied = page.is_some_and(|it| it.exec_command("copy").unwrap_or(false));
    if copied {
        drop(selection.remove_all_ranges());
    }
    copied
}
