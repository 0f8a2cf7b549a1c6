//! A row to tick whose state belongs to the screen and not to the model.

use yew::prelude::*;

/// A row with a box. `change` is called at every tap.
pub fn tick(id: String, words: &str, ticked: bool, change: Callback<Event>) -> Html {
    html! {
        <label key={id.clone()} class={classes!("weui-check__label", "lra-choice", ticked.then_some("lra-choice_on"))} for={id.clone()}>
            <input {id} type="checkbox" class="weui-check" checked={ticked} onchange={change} />
            <i class="lra-mark lra-mark_square" aria-hidden="true"></i>
            <span class="lra-choice__label">{ words }</span>
        </label>
    }
}
