//! 重新体检: asks before all answers are taken back.

use yew::prelude::*;

use crate::model::Action;
use crate::pages::Page;
use crate::parts::{DEFAULT, PRIMARY, Send, button, on, text, ways};

pub fn page(send: &Send) -> Page {
    let body = html! {
        <>
            { text("这次的回答全部清空，从第一题答起。") }
            { text("以前的结果、做过的步骤打的勾、字的大小都留着，答完可以和上一次比。") }
            { ways(vec![
                button(PRIMARY, "清空回答，重新体检", on(send, Action::Anew)),
                button(DEFAULT, "不清空，返回", on(send, Action::Previous)),
            ]) }
        </>
    };
    Page::new("重新体检？", body)
}
