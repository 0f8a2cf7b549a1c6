//! 遇到事了: what may have happened, in the owner's words.

use assessor::definition::{Section, SectionKind, grouped};
use yew::prelude::*;

use crate::model::{Model, Route, answered, enter};
use crate::pages::Page;
use crate::parts::{Row, danger, link, list, row};

pub fn page(model: &Model) -> Page {
    let sections = &model.rulebook().definition().sections;
    let routes = sections.iter().filter(|it| it.kind == SectionKind::Route);
    let lists = grouped(routes, |it| it.group.as_deref().unwrap_or("别的"));
    let lists = lists
        .into_iter()
        .map(|(name, of_it)| list(name, of_it.into_iter().map(|it| event(model, it)).collect()));
    let body = html! {
        <>
            { danger(model.rulebook()) }
            { for lists }
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
