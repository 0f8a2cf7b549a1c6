//! The screen in place of one that needs rules which are still on their way.

use yew::prelude::*;

use super::Page;
use crate::model::Model;
use crate::parts::hotlines;

pub fn page(model: &Model, lack: &'static str) -> Page {
    let body = html! {
        <>
            <p class="lra-waiting" role="status">{ lack }</p>
            { hotlines(model.rulebook()) }
        </>
    };
    Page::new("请稍候", body)
}
