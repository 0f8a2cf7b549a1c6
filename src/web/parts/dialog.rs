//! A dialog from the foot of the screen, as WeUI has it. Its address is the screen's with a number
//! behind it (`Route::help`), so that the back gesture closes it; Esc, the button and a tap beside it
//! do the same.

use yew::prelude::*;

use super::plain::{PRIMARY, button};
use super::{Send, on};
use crate::model::Action;

/// Draws the dialog. It takes the focus while it is open, and gives it back to the link it was
/// opened by.
pub fn dialog(title: &str, body: Html, send: &Send) -> Html {
    html! {
        <div class="lra-cover">
            <div class="lra-cover__mask" onclick={on(send, Action::Close)}></div>
            <section class="lra-sheet" role="dialog" aria-modal="true" aria-labelledby="dialog">
                <h2 id="dialog" class="lra-sheet__title" tabindex="-1">{ title }</h2>
                <div class="lra-sheet__body">{ body }</div>
                <div class="lra-ways">{ button(PRIMARY, "知道了", on(send, Action::Close)) }</div>
            </section>
        </div>
    }
}
