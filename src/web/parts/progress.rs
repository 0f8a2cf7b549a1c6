//! How far the owner is in a section.

use yew::prelude::*;

use crate::model::Step;

/// The bar, with the same in words above it; `grown` says why it may have gone back.
pub fn progress(section: &str, words: &str, grown: Option<&str>, step: Step) -> Html {
    let Step { done, left, .. } = step;
    let all = done + left + 1;
    let percent = done * 100 / all;
    html! {
        <div class="lra-progress">
            <p class="lra-note">{ section }{ "：" }{ words }{ grown.map(|why| format!("（{why}）")).unwrap_or_default() }</p>
            <div class="weui-progress" role="progressbar" aria-label="答题进度" aria-valuemin="0"
                aria-valuemax={all.to_string()} aria-valuenow={done.to_string()} aria-valuetext={words.to_owned()}>
                <div class="weui-progress__bar">
                    <svg class="lra-progress__inner" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                        <rect width={percent.to_string()} height="8" />
                    </svg>
                </div>
            </div>
        </div>
    }
}
