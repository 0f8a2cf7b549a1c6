//! What can be checked: each domain with its state, the next one to do first.

use assessor::definition::Section;
use assessor::report::{Progress, SectionReport};
use yew::prelude::*;

use super::groups::grouped;
use crate::model::{Action, Model, Route, enter, recommended};
use crate::pages::Page;
use crate::parts::{
    Badge, DEFAULT, PRIMARY, Row, Send, button, far, keep, level, list, on, panel, row, text, way, ways,
};

pub fn page(model: &Model, send: &Send) -> Page {
    let report = model.report();
    let domains = recommended(&report.sections);
    let (apart, concerned): (Vec<&SectionReport>, Vec<&SectionReport>) =
        domains.into_iter().partition(|it| it.progress == Progress::NotApplicable);
    let open = concerned.iter().position(|it| it.progress != Progress::Complete);
    let (first, others): (Vec<_>, Vec<_>) =
        concerned.into_iter().enumerate().partition(|(at, _)| Some(*at) == open);
    let first = first.into_iter().map(|(_, it)| domain(model, it)).collect();
    let others = others.into_iter().filter_map(|(_, it)| Some((model.rulebook().section(&it.id)?, it)));
    let lists = grouped(others.collect(), |(section, _)| section);
    let lists = lists
        .into_iter()
        .map(|(name, of_it)| list(&name, of_it.into_iter().map(|(_, it)| domain(model, it)).collect()));
    let mut onward = vec![way(PRIMARY, &Route::Result, "看目前的结果")];
    if model.begun() {
        onward.push(way(DEFAULT, &Route::Anew, "清空回答，重新体检"));
    }
    let body = html! {
        <>
            { profile(model, send) }
            { list("建议先查，一次查一个也行", first) }
            { for lists }
            { ruled_out(&apart) }
            { ways(onward) }
            { keep(model.saving(), send) }
        </>
    };
    Page::new("选一个领域来查", body)
}

/// The profile: what is still open of it first, else the way to change it.
fn profile(model: &Model, send: &Send) -> Html {
    let Some(profile) = model.profile() else { return Html::default() };
    if model.session().next(&profile.id).is_some() {
        let start = button(PRIMARY, "先答基本情况", on(send, Action::Start(profile.id.clone())));
        return panel("基本情况还没有答完。答完才知道哪些领域和您有关。", start);
    }
    let answers = Row {
        to: Route::Profile,
        title: profile.title.clone(),
        tags: Html::default(),
        note: "已答完，点一下可以看和改".into(),
    };
    html! { <div class="weui-cells">{ row(answers) }</div> }
}

/// The domains that the profile rules out: named, and no more, because the one way to change that is above.
fn ruled_out(domains: &[&SectionReport]) -> Html {
    if domains.is_empty() {
        return Html::default();
    }
    let titles: Vec<&str> = domains.iter().map(|it| it.title.as_str()).collect();
    text(format!("按您的基本情况，不涉及：{}。情况变了，改上面的基本情况就行。", titles.join("、")))
}

fn domain(model: &Model, domain: &SectionReport) -> Html {
    let Some(section) = model.rulebook().section(&domain.id) else { return Html::default() };
    let tags = html! {
        <span class="lra-tags">
            { for far(domain.progress).map(Badge::draw) }
            if domain.level.certain.is_some() || domain.progress == Progress::Complete {
                { risk(domain) }
            }
        </span>
    };
    row(Row {
        to: way_in(model, section, domain),
        title: domain.title.clone(),
        tags,
        note: section.summary.clone(),
    })
}

fn risk(domain: &SectionReport) -> Html {
    let badge = level(domain.level.certain);
    match domain.level.certain {
        Some(_) => badge.saying(format!("风险{}", badge.word)),
        None if domain.level.settled => badge.saying("未发现风险".into()),
        None => level(domain.level.possible).saying("可能有风险".into()),
    }
}

fn way_in(model: &Model, section: &Section, domain: &SectionReport) -> Route {
    match domain.progress {
        Progress::NotStarted | Progress::Started => enter(model.session(), section),
        Progress::NotApplicable => Route::Profile,
        Progress::Complete => Route::Section(section.id.clone()),
    }
}
