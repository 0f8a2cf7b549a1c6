//! The first screen. Its first part is the static page of `www/index.html` drawn again, with
//! the same classes, so that nothing moves when the app takes over.

use assessor::definition::SectionKind;
use yew::prelude::*;

use super::Page;
use crate::model::{Model, Route};
use crate::parts::{Row, Send, begin, danger, hotlines, keep, link, row};

pub fn page(model: &Model, send: &Send) -> Page {
    let rules = model.rulebook().definition();
    let body = html! {
        <div class="intro">
            <div class="intro__head">
                <h1 id="heading" class="intro__title" tabindex="-1">{ &rules.title }</h1>
                <p class="intro__lead">
                    { "回答几个经营中的实际问题，看看有哪些法律风险、依据哪一条法律、先做什么、几时之前、找谁。" }
                </p>
            </div>
            <ul class="intro__facts">
                <li>{ "一次一题，约五分钟，可答“不清楚”" }</li>
                <li>{ "不问姓名电话，答案只留在这部手机里，不上传" }</li>
            </ul>
            { resume(model) }
            <div class="intro__way">
                { for begin() }
            </div>
            // Where the static page says how far the loading is.
            <p class="intro__status">{ "“遇到事了”：被查、被告、被欠钱时用" }</p>
            { danger(model.rulebook()) }
            { keep(model.saving(), send) }
            { hotlines(model.rulebook()) }
        </div>
    };
    Page::headed(rules.title.clone(), body)
}

/// The way back to what was begun.
fn resume(model: &Model) -> Html {
    if !model.begun() {
        return Html::default();
    }
    // Answers about the business, or about what has happened; what waits for its questions may be either.
    let answers = model.session().answers();
    let events_only = answers.len() == model.answered()
        && answers.iter().all(|(id, _)| {
            let section = model.rulebook().section_of(id);
            section.is_some_and(|section| section.kind == SectionKind::Route)
        });
    let resumed = Row {
        to: if events_only { Route::Events } else { Route::Domains },
        title: "继续上次".into(),
        tags: Html::default(),
        note: format!("已经回答 {} 题", model.answered()),
    };
    html! {
        <>
            <div class="weui-cells">{ row(resumed) }</div>
            <p class="lra-text">{ link(&Route::Anew, "重新体检，从头答起") }</p>
        </>
    }
}
