//! The keyboard on the screen. Most phones lay it over the page, whose layout knows nothing of it: only
//! the visible part of the window becomes smaller (`visualViewport`). What is typed into, and the button
//! to go on with, are then moved out from under it.

use gloo::events::EventListener;

use super::{document, window};

/// What is typed into.
const FIELDS: &str = ".weui-input, .lra-area";
/// CSS pixels kept free around them.
const MARGIN: i32 = 8;

/// Keeps the field in sight whenever the visible part changes, for as long as the listener is kept.
pub fn on_keyboard() -> Option<EventListener> {
    let visible = window()?.visual_viewport()?;
    Some(EventListener::new(&visible, "resize", |_| {
        let _ = make_room();
    }))
}

/// Scrolls as far as the button needs, but never the field out at the top. A page that ends under the
/// keyboard gets room at its end, for as long as the keyboard is there.
fn make_room() -> Option<()> {
    let window = window()?;
    let visible = window.visual_viewport().filter(|it| it.scale() == 1.0)?;
    let (top, height) = (visible.offset_top() as i32, visible.height() as i32);
    let style = document()?.body()?.style();
    let hidden = window.inner_height().ok()?.as_f64()? as i32 - height;
    drop(style.set_property("padding-bottom", &format!("{}px", hidden.max(0))));
    let field = document()?.active_element().filter(|it| it.matches(FIELDS).unwrap_or_default())?;
    let form = field.closest("form").ok().flatten();
    let button = form.and_then(|it| it.query_selector("[type=submit]").ok().flatten());
    let room = field.get_bounding_client_rect().top() as i32 - MARGIN - top;
    let bottom = button.unwrap_or(field).get_bounding_client_rect().bottom() as i32 + MARGIN;
    let covered = bottom - top - height;
    if covered > 0 || room < 0 {
        window.scroll_by_with_x_and_y(0.0, f64::from(covered.min(room)));
    }
    Some(())
}
