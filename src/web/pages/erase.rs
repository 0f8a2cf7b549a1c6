//! Asks once before everything is removed.

use yew::prelude::*;

use super::Page;
use crate::model::Action;
use crate::parts::{Send, on};

pub fn page(send: &Send) -> Page {
    let body = html! {
        <>
            <p class="lra-text">{ "会清除这次的全部回答，以及存在这台设备上的进度和设置。清除后不能恢复。" }</p>
            <div class="lra-ways lra-ways_stacked">
                <button type="button" class="weui-btn weui-btn_warn" onclick={on(send, Action::Erase)}>{ "清除" }</button>
                <button type="button" class="weui-btn weui-btn_default" onclick={on(send, Action::Previous)}>{ "不清除，返回" }</button>
            </div>
        </>
    };
    Page::new("清除本机数据？", body)
}
