//! The level over everything, in a badge and a sentence, and what the result does not cover yet.

use yew::prelude::*;

use super::Result;
use crate::parts::{level, plain, text};

/// The first thing on the screen; the same words leave the phone with the picture and the text.
pub fn summary(result: &Result<'_>) -> Html {
    let Some((certain, sentence)) = &result.summary.level else {
        return text("还没有查过任何领域，所以还没有结果。");
    };
    let possible = result.summary.possible.iter().filter_map(|it| it.severity).max();
    let badge = level(*certain);
    let mark = match (certain, possible) {
        (Some(_), _) => badge.saying(format!("风险{}", badge.word)),
        (None, Some(_)) => level(possible).saying("有待确认".into()),
        (None, None) => badge.saying("未发现风险".into()),
    };
    html! {
        <div class="lra-summary">
            { mark }
            { plain(sentence.clone()) }
            if !result.summary.open.is_empty() {
                { plain(format!("这个结果{}", result.summary.open)) }
            }
        </div>
    }
}
