//! What can be checked: each domain with its state, the next one to do first.

use assessor::definition::Section;
use assessor::report::{Progress, SectionReport};
use yew::prelude::*;

use crate::model::{Action, Model, Route, enter, recommended};
use crate::pages::Page;
use crate::parts::{
    Badge, DEFAULT, PRIMARY, Row, Send, button, far, keep, level, list, lists, on, panel, row, text, way,
    ways,
};

/// A domain as the rules have it, and as far as it is answered.
#[derive(Clone, Copy)]
struct Domain<'a> {
    section: &'a Section,
    report: &'a SectionReport,
}

pub fn page(model: &Model, send: &Send) -> Page {
    let report = model.report();
    let domains = recommended(&report.sections).into_iter();
    let domains =
        domains.filter_map(|it| Some(Domain { section: model.rulebook().section(&it.id)?, report: it }));
    let (apart, mut concerned): (Vec<Domain<'_>>, Vec<Domain<'_>>) =
        domains.partition(|it| it.report.progress == Progress::NotApplicable);
    let open = concerned.iter().position(|it| it.report.progress != Progress::Complete);
    let first = open.map(|at| domain(model, concerned.remove(at)));
    let mut onward = vec![way(PRIMARY, &Route::Result, "看目前的结果")];
    if model.begun() {
        onward.push(way(DEFAULT, &Route::Anew, "清空回答，重新体检"));
    }
    let body = html! {
        <>
            { profile(model, send) }
            { list("建议先查，一次查一个也行", first.into_iter().collect()) }
            { lists(concerned, |it| it.section, |it| domain(model, it)) }
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
fn ruled_out(domains: &[Domain<'_>]) -> Html {
    if domains.is_empty() {
        return Html::default();
    }
    let titles: Vec<&str> = domains.iter().map(|it| it.report.title.as_str()).collect();
    text(format!("按您的基本情况，不涉及：{}。情况变了，改上面的基本情况就行。", titles.join("、")))
}

fn domain(model: &Model, Domain { section, report }: Domain<'_>) -> Html {
    let tags = html! {
        <span class="lra-tags">
            { for far(report.progress).map(Badge::draw) }
            if report.level.certain.is_some() || report.progress == Progress::Complete {
                { risk(report) }
            }
        </span>
    };
    row(Row {
        to: way_in(model, section, report),
        title: report.title.clone(),
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
