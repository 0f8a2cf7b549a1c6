//! The answers of one section, each to be changed, and the way on.

use assessor::definition::{Question, Section, SectionKind};
use yew::prelude::*;

use super::Page;
use crate::model::{Action, Model, Route, answered};
use crate::parts::{Row, Send, on, row};

pub fn page(model: &Model, section: &Section, send: &Send) -> Page {
    let session = model.session();
    let rows: Vec<Html> = answered(session, section).map(|it| answer(model, section, it)).collect();
    let open = session.next(&section.id).is_some();
    let start = if rows.is_empty() { "开始" } else { "接着答" };
    let done = match section.kind {
        SectionKind::Profile => (Route::Domains, "看要查的领域"),
        SectionKind::Domain => (Route::Result, "看结果"),
        SectionKind::Route => (Route::Event(section.id.clone()), "看该怎么办"),
    };
    let body = html! {
        <>
            <p class="lra-text">{ &section.summary }</p>
            if rows.is_empty() {
                <p class="lra-text">{ "这部分还没有回答。" }</p>
            } else {
                <div class="weui-cells">{ for rows.clone() }</div>
            }
            <div class="lra-ways lra-ways_stacked">
                if open {
                    <button type="button" class="weui-btn weui-btn_primary" onclick={on(send, Action::Start(section.id.clone()))}>{ start }</button>
                }
                <a class={if open { "weui-btn weui-btn_default" } else { "weui-btn weui-btn_primary" }} href={done.0.to_string()}>{ done.1 }</a>
                if !rows.is_empty() {
                    <button type="button" class="weui-btn weui-btn_default" onclick={on(send, Action::Clear(section.id.clone()))}>{ "清除这部分的回答" }</button>
                }
            </div>
        </>
    };
    Page::new(format!("{}：我的回答", section.title), body)
}

fn answer(model: &Model, section: &Section, question: &Question) -> Html {
    let input = model.session().input(&question.id);
    let words = input.and_then(|input| model.in_words(question, input)).unwrap_or_default();
    row(Row {
        to: Route::question(&section.id, &question.id),
        title: question.text.clone(),
        tags: html! { <strong class="lra-answer">{ words }</strong> },
        note: "点一下可以修改".into(),
    })
}
