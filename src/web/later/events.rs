//! 遇到事了: what may have happened, in the owner's words.

use assessor::definition::{Section, SectionKind};
use yew::prelude::*;

use crate::model::{Model, Route, answered, enter};
use crate::pages::Page;
use crate::parts::{Row, danger, link, list, row};

pub fn page(model: &Model) -> Page {
    let sections = &model.rulebook().definition().sections;
    let routes: Vec<&Section> = sections.iter().filter(|it| it.kind == SectionKind::Route).collect();
    let mut groups: Vec<&str> = Vec::new();
    for group in routes.iter().map(|it| group(it)) {
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    let lists = groups.into_iter().map(|name| {
        let rows = routes.iter().filter(|it| group(it) == name).map(|it| event(model, it));
        list(name, rows.collect())
    });
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

fn group(section: &Section) -> &str {
    section.group.as_deref().unwrap_or("别的")
}

fn event(model: &Model, section: &Section) -> Html {
    let begun = answered(model.session(), section).next().is_some();
    let note = if begun { format!("{}（答过）", section.summary) } else { section.summary.clone() };
    let to = enter(model.session(), section);
    row(Row { to, title: section.title.clone(), tags: Html::default(), note })
}
