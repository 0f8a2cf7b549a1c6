//! Size of text and colours, on the attributes of `body` that WeUI and the theme read.

use crate::model::{Look, Theme};

use super::{document, window};

/// Applies a look. Following the system means what the system says now: WeUI's contrast
/// corrections need the theme spelled out.
pub fn show(look: Look) {
    let theme = match look.theme {
        Theme::Auto if prefers_dark() => Theme::Dark,
        Theme::Auto => Theme::Light,
        chosen => chosen,
    };
    let Some(body) = document().and_then(|document| document.body()) else { return };
    for (attribute, word) in [("data-weui-theme", theme.word()), ("data-weui-mode", look.mode.word())] {
        drop(body.set_attribute(attribute, word));
    }
}

fn prefers_dark() -> bool {
    let query = window().and_then(|it| it.match_media("(prefers-color-scheme: dark)").ok());
    query.flatten().is_some_and(|query| query.matches())
}
