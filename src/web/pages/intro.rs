//! The first screen. Its first part is the static page of `www/index.html` drawn again, with
//! the same classes, so that nothing moves when the app takes over.

use assessor::definition::{Agency, SectionKind};
use assessor::words;
use yew::prelude::*;

use super::Page;
use crate::model::{Model, Route};
use crate::parts::{DEFAULT, PRIMARY, Row, Send, danger, keep, row, way};

pub fn page(model: &Model, send: &Send) -> Page {
    let rules = model.rulebook().definition();
    let hotlines = rules.hotlines.iter().filter_map(|id| model.rulebook().agency(id)).map(hotline);
    let body = html! {
        <div class="intro">
            <div class="intro__head">
                <h1 id="heading" class="intro__title" tabindex="-1">{ &rules.title }</h1>
                <p class="intro__lead">
                    { "回答几个经营中的实际问题，看看哪些法律风险已经存在、哪些可能存在，依据哪一条法律，先做什么、几时之前、找谁。" }
                </p>
            </div>
            <ul class="intro__facts">
                <li>{ "一次一题，大约五分钟；“不清楚”也是答案" }</li>
                <li>{ "不问姓名和手机号，答案只留在这部手机里" }</li>
                <li>{ "法规核对至 " }{ words::date(rules.as_of) }{ "，规则版本 " }{ &rules.version }</li>
            </ul>
            { resume(model) }
            <div class="intro__way">
                { way(PRIMARY, &Route::Check, "全面体检") }
                { way(DEFAULT, &Route::Events, "遇到事了") }
            </div>
            { danger(model.rulebook()) }
            <h2 class="weui-cells__title">{ "可以直接拨打的热线" }</h2>
            <div class="weui-cells">{ for hotlines }</div>
            { keep(model.saving(), send) }
        </div>
    };
    Page::headed(rules.title.clone(), body)
}

/// A row of the hotlines, as the build writes it into the static page.
fn hotline(agency: &Agency) -> Html {
    let Some(phone) = agency.phones.first() else { return Html::default() };
    html! {
        <a key={agency.id.clone()} class="weui-cell weui-cell_access hotline" href={format!("tel:{}", phone.number)}>
            <span class="weui-cell__bd">
                { &agency.name }
                <span class="hotline__for">{ agency.handles.join("、") }</span>
            </span>
            <span class="hotline__number">{ &phone.number }</span>
        </a>
    }
}

/// The way back to what was begun.
fn resume(model: &Model) -> Html {
    if !model.begun() {
        return Html::default();
    }
    let answers = model.session().answers();
    let about_business = answers.iter().any(|(id, _)| {
        let section = model.rulebook().section_of(id);
        section.is_some_and(|section| section.kind != SectionKind::Route)
    });
    let resumed = Row {
        to: if about_business { Route::Domains } else { Route::Events },
        title: "继续上次".into(),
        tags: Html::default(),
        note: format!("已经回答 {} 题", answers.len()),
    };
    html! { <div class="weui-cells">{ row(resumed) }</div> }
}
