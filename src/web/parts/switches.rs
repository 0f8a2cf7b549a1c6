//! 标准 or 大字, and the colours.

use yew::prelude::*;

use super::plain::{SMALL, button};
use super::{Send, on};
use crate::model::{Action, Look, Mode, Theme};

/// One tap between 标准 and 大字; says what the tap does.
pub fn mode_switch(look: Look, send: &Send) -> Html {
    let (other, label) = match look.mode {
        Mode::Standard => (Mode::Care, "大字"),
        Mode::Care => (Mode::Standard, "标准字"),
    };
    button(SMALL, label, on(send, Action::Mode(other)))
}

/// The colours, one button each.
pub fn theme_switch(look: Look, send: &Send) -> Html {
    let buttons = Theme::ALL.into_iter().map(|(theme, word, label)| {
        let pressed = (theme == look.theme).to_string();
        html! {
            <button key={word} type="button" class="lra-switch" aria-pressed={pressed}
                onclick={on(send, Action::Theme(theme))}>{ label }</button>
        }
    });
    html! { <div class="lra-switches" role="group" aria-label="颜色">{ for buttons }</div> }
}
