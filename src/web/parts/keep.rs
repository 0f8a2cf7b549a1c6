//! Consent to keep the progress on this device: unticked until the owner ticks it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Send;
use crate::model::Action;

/// The tick box. Everything works without it.
pub fn keep(saving: bool, send: &Send) -> Html {
    let onchange = send.reform(|event: Event| {
        let ticked = event.target_dyn_into::<HtmlInputElement>().is_some_and(|it| it.checked());
        Action::Save(ticked)
    });
    html! {
        <div class="lra-keep">
            <label class={classes!("weui-check__label", "lra-choice", saving.then_some("lra-choice_on"))} for="keep">
                <input id="keep" type="checkbox" class="weui-check" checked={saving} {onchange} />
                <i class="lra-mark lra-mark_square" aria-hidden="true"></i>
                <span class="lra-choice__label">
                    { "记住我的回答" }
                    <span class="lra-note lra-line">{ "下次打开接着答。只存在这部手机，随时可清除；不勾也能用，关掉就没有了。" }</span>
                </span>
            </label>
        </div>
    }
}
