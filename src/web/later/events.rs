//! 遇到事了: what may have happened, in the owner's words.

use assessor::definition::{Section, SectionKind};
use yew::prelude::*;

use crate::model::{Model, Route, answered, enter};
use crate::pages::Page;
use crate::parts::{Row, danger, link, lists, row};

pub fn page(model: &Model) -> Page {
    let sections = &model.rulebook().definition().sections;
    let routes = sections.iter().filter(|it| it.kind == SectionKind::Route);
    let body = html! {
        <>
            { danger(model.rulebook()) }
            { lists(routes, |it| it, |it| event(model, it)) }
            <p class="lra-text">
                { "没有您遇到的事？" }
                { link(&Route::Agencies, "看全部电话") }
            </p>
        </>
    };
    Page::new("遇到什么事了？", body)
}

fn event(model: &Model, section: &Section) -> Html {
    let begun = answered(model.session(), section).next().is_some();
    let note = if begun { format!("{}（答过）", section.summary) } else { section.summary.clone() };
    let to = enter(model.session(), section);
    row(Row { to, title: section.title.clone(), tags: Html::default(), note })
}
