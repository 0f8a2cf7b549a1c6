//! Asks once before everything is removed.

use yew::prelude::*;

use super::Page;
use crate::model::Action;
use crate::parts::{DEFAULT, Send, WARN, button, on, text, ways};

pub fn page(send: &Send) -> Page {
    let body = html! {
        <>
            { text("会清除这次的全部回答，以及存在这台设备上的进度、设置和本页供没有网时用的一份。清除后不能恢复。") }
            { ways(vec![
                button(WARN, "清除", on(send, Action::Erase)),
                button(DEFAULT, "不清除，返回", on(send, Action::Previous)),
            ]) }
        </>
    };
    Page::new("清除本机数据？", body)
}
