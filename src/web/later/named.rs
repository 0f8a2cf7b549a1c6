//! Words that a screen says more than once, such as 改答案: what they are about is added for those who
//! meet them in a list of links, out of sight since it stands right above them.

use yew::prelude::*;

use crate::model::Route;

/// A link to a screen within text; `about` may be empty.
pub fn link(to: &Route, words: &'static str, about: &str) -> Html {
    html! { <a class="lra-link" id={to.link_id()} href={to.to_string()}>{ named(words, about) }</a> }
}

/// The words, and unseen what they are about.
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
