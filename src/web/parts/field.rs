//! A field for numbers, with what was understood written below.
//!
//! Text fields with a numeric keyboard, never `type=number`: that one drops what it does not
//! understand, and 1.2万 with it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Send;
use crate::model::Action;

/// What a field shows.
pub struct Field {
    /// The text in it.
    pub text: String,
    /// What that means, in words.
    pub echo: Option<String>,
    /// Whether it has to be corrected.
    pub wrong: bool,
}

/// A number; `unit` stands behind it, `decimal` asks for a keyboard with a point.
pub fn number_field(field: Field, unit: &str, decimal: bool, send: &Send) -> Html {
    let keyboard = if decimal { "decimal" } else { "numeric" };
    let Field { text, echo: meaning, wrong } = field;
    html! {
        <div class="lra-fields">
            <div class="lra-field">
                <input id="field" class="weui-input" type="text" inputmode={keyboard} autocomplete="off" maxlength="60"
                        aria-labelledby="heading" aria-describedby="echo complaint" aria-invalid={wrong.then_some("true")}
                        value={text} oninput={typing(send)} />
                <span class="lra-field__unit">{ unit }</span>
            </div>
            { echo(meaning) }
        </div>
    }
}

/// What is typed, as it is typed.
pub fn typing(send: &Send) -> Callback<InputEvent> {
    send.reform(|event: InputEvent| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        Action::Write(input.map(|it| it.value()).unwrap_or_default())
    })
}

/// What was understood. Always there, so that a screen reader watches it; empty until there is something to say.
pub fn echo(words: Option<String>) -> Html {
    html! {
        <p id="echo" class="lra-echo" aria-live="polite">
            { words.map(|words| format!("＝ {words}")).unwrap_or_default() }
        </p>
    }
}
