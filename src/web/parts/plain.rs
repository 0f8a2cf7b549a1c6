//! The small things every screen is made of: a paragraph, a note, a button, a link.
//!
//! Functions rather than markup repeated on every screen: they keep the screens alike, and each
//! element of markup costs its bytes only once in the module.

use yew::prelude::*;

use crate::model::Route;

/// The main button of a screen.
pub const PRIMARY: &str = "weui-btn weui-btn_primary";
/// Any other button.
pub const DEFAULT: &str = "weui-btn weui-btn_default";
/// A button that takes something away.
pub const WARN: &str = "weui-btn weui-btn_warn";
/// A small button.
pub const SMALL: &str = "lra-switch";

/// A paragraph.
pub fn text(words: impl Into<AttrValue>) -> Html {
    paragraph("lra-text", words.into())
}

/// A remark in smaller print.
pub fn note(words: impl Into<AttrValue>) -> Html {
    paragraph("lra-note", words.into())
}

fn paragraph(class: &'static str, words: AttrValue) -> Html {
    html! { <p {class}>{ words }</p> }
}

/// A button of one of the looks above.
pub fn button(look: &'static str, words: impl Into<AttrValue>, onclick: Callback<MouseEvent>) -> Html {
    let words: AttrValue = words.into();
    html! { <button type="button" class={look} {onclick}>{ words }</button> }
}

/// A link to a screen that looks like a button.
pub fn way(look: &'static str, to: &Route, words: impl Into<AttrValue>) -> Html {
    anchor(look, to, named(words, ""))
}

/// The two ways to begin, for a screen on which there is nothing yet.
pub fn begin() -> [Html; 2] {
    [way(PRIMARY, &Route::Check, "全面体检"), way(DEFAULT, &Route::Events, "遇到事了")]
}

/// A link to a screen within text.
pub fn link(to: &Route, words: impl Into<AttrValue>) -> Html {
    link_about(to, words, "")
}

/// A link whose words stand on the screen more than once: see [`named`].
pub fn link_about(to: &Route, words: impl Into<AttrValue>, about: &str) -> Html {
    anchor("lra-link", to, named(words, about))
}

/// Words that a screen says more than once, such as 改答案, and unseen what they are about, for those
/// who meet them in a list of links; nothing is added where that is empty.
pub fn named(words: impl Into<AttrValue>, about: &str) -> Html {
    let words: AttrValue = words.into();
    html! {
        <>
            { words }
            if !about.is_empty() {
                <span class="lra-hidden">{ "：" }{ about }</span>
            }
        </>
    }
}

fn anchor(class: &'static str, to: &Route, words: Html) -> Html {
    html! { <a {class} id={to.link_id()} href={to.to_string()}>{ words }</a> }
}

/// Buttons below each other.
pub fn ways(buttons: Vec<Html>) -> Html {
    html! { <div class="lra-ways lra-ways_stacked">{ buttons }</div> }
}

/// Something that stands out from the page.
pub fn panel(words: impl Into<AttrValue>, button: Html) -> Html {
    html! { <div class="lra-card">{ plain(words) }{ button }</div> }
}

/// A paragraph inside something else.
pub fn plain(words: impl Into<AttrValue>) -> Html {
    paragraph("lra-p", words.into())
}
