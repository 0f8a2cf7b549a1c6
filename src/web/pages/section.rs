//! The answers of one section, each to be changed, and the way on.

use assessor::definition::{Question, Section, SectionKind};
use yew::prelude::*;

use super::Page;
use crate::model::{Action, Model, Route, answered};
use crate::parts::{DEFAULT, PRIMARY, Row, Send, button, on, row, text, way, ways};

pub fn page(model: &Model, section: &Section, send: &Send) -> Page {
    let session = model.session();
    let rows: Vec<Html> = answered(session, section).map(|it| answer(model, section, it)).collect();
    let open = session.next(&section.id).is_some();
    let empty = rows.is_empty();
    let (done, words) = match section.kind {
        SectionKind::Profile => (Route::Domains, "看要查的领域"),
        SectionKind::Domain => (Route::Result, "看结果"),
        SectionKind::Route => (Route::Event(section.id.clone()), "看该怎么办"),
    };
    let mut buttons = Vec::new();
    if open {
        let start = if empty { "开始" } else { "接着答" };
        buttons.push(button(PRIMARY, start, on(send, Action::Start(section.id.clone()))));
    }
    buttons.push(way(if open { DEFAULT } else { PRIMARY }, &done, words));
    if !empty {
        buttons.push(button(DEFAULT, "清除这部分的回答", on(send, Action::Clear(section.id.clone()))));
    }
    let body = html! {
        <>
            { text(section.summary.clone()) }
            if empty {
                { text("这部分还没有回答。") }
            } else {
                { text("点哪一题，就改哪一题：") }
                <div class="weui-cells">{ rows }</div>
            }
            { ways(buttons) }
        </>
    };
    Page::new(format!("{}：我的回答", section.title), body)
}

fn answer(model: &Model, section: &Section, question: &Question) -> Html {
    let words = model.answer_in_words(question).unwrap_or_default();
    row(Row {
        to: Route::question(&section.id, &question.id),
        title: question.text.clone(),
        tags: html! { <strong class="lra-answer">{ words }</strong> },
        note: String::new(),
    })
}
