//! What can be taken along: a picture to save, a text to copy, reminders of last days, and paper.
//!
//! WeChat saves pictures by a long press and nothing else, so there the other ways are told rather
//! than offered. None of this asks the network for anything.

use yew::prelude::*;

use super::copy::Copy;
use super::pass::Pass;
use super::picture::picture;
use crate::browser::{self, Parcel};
use crate::handout::{self, Summary};
use crate::model::{Model, Route};
use crate::pages::Page;
use crate::parts::{DEFAULT, begin, plain, text, way, ways};

pub fn page(model: &Model) -> Page {
    let report = model.report();
    let summary = Summary::new(model.rulebook(), &report);
    let body = if summary.is_empty() {
        html! {
            <>
                { text("还没有结果。先查一个领域，或者说说遇到了什么事。") }
                { ways(begin().into()) }
            </>
        }
    } else {
        ready(&summary)
    };
    Page::new("保存和转发结果", body)
}

fn ready(summary: &Summary<'_>) -> Html {
    let wechat = browser::in_wechat();
    let page = browser::address();
    let address = handout::address(&page);
    let image = html! {
        <>
            { plain(how_to_keep()) }
            { picture(summary, address, !wechat) }
        </>
    };
    let words = handout::text(summary, address);
    let words = html! {
        <>
            <Copy id="words" text={words.clone()} label="复制全部文字" folds={true} />
            <Pass parcel={Parcel::Text(words)} label="转发文字" />
        </>
    };
    html! {
        <>
            { text("图片和文字里只有结果：风险、期限、找谁，没有您的回答。要不要发给别人，由您决定。") }
            { block("picture", "存成图片", image) }
            { block("text", "复制成文字", words) }
            if wechat {
                { block("print", "打印、记到手机日历", in_wechat()) }
            } else {
                { reminders(summary) }
            }
            if browser::prints() {
                { block("print", "打印，或存成 PDF", way(DEFAULT, &Route::Print, "打印完整结果")) }
            }
            { ways(vec![way(DEFAULT, &Route::Result, "看全部结果")]) }
        </>
    }
}

/// Why a long press may do nothing is of no use to the owner; what to do then is.
fn how_to_keep() -> &'static str {
    if browser::framed() {
        "长按图片，选“保存图片”或“发送给朋友”。长按没有反应，先点“在新页面打开图片”；还不行，就截屏。"
    } else {
        "长按图片，选“保存图片”或“发送给朋友”。长按没有反应，就截屏。"
    }
}

/// `kind` is what a page that embeds this one is told when the block's button is used.
fn block(kind: &'static str, title: &'static str, body: Html) -> Html {
    html! { <section class="lra-block" data-share={kind}><h2 class="lra-block__title">{ title }</h2>{ body }</section> }
}

/// What WeChat does not do, and what to do instead. The answers stay where they were given.
fn in_wechat() -> Html {
    let points = [
        "微信里不能打印，也不能存文件。复制上面的文字，发给“文件传输助手”，在电脑上打印。",
        "要日历提醒或整份打印：点右上角“···”，选“在浏览器打开”。回答只留在微信里，在浏览器里要重新答一遍。",
        "想以后再看这个自测：点右上角“···”，选“收藏”。别人点开看不到您的结果。",
    ];
    html! { <ul class="lra-list">{ for points.map(|point| html! { <li key={point}>{ point }</li> }) }</ul> }
}

/// The calendar file, where a last day lies ahead.
fn reminders(summary: &Summary<'_>) -> Html {
    let Some(file) = handout::calendar(summary) else { return Html::default() };
    let link = html! {
        <>
            { plain("存下来点开，手机日历会在最后一天的前三天和当天早上九点提醒。") }
            <a class={DEFAULT} href={handout::link("text/calendar", &file)} download="deadlines.ics">{ "存成日历提醒" }</a>
        </>
    };
    block("calendar", "期限记到手机日历", link)
}
