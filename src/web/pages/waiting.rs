//! The screen in place of one that needs rules which are still on their way.

use yew::prelude::*;

use super::Page;
use crate::model::{Action, Model};
use crate::parts::{PRIMARY, Send, button, hotlines, keep, on, ways};

pub fn page(model: &Model, lack: &'static str, send: &Send) -> Page {
    let body = html! {
        <>
            <p class="lra-waiting" role="status">{ lack }</p>
            if model.is_superseded() {
                { keep(model.saving(), send) }
                { ways(vec![button(PRIMARY, "重新打开", on(send, Action::Reopen))]) }
            }
            { hotlines(model.rulebook()) }
        </>
    };
    Page::new("请稍候", body)
}
