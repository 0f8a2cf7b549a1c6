//! Past results, and what has changed between the last two: what was put right, what is new.

use assessor::definition::Severity;
use assessor::words;
use yew::prelude::*;

use super::notes::{Change, Notes, Snapshot, compare};
use crate::model::{Action, Model, Route};
use crate::pages::Page;
use crate::parts::{
    DEFAULT, Row, SMALL, Send, begin, button, keep, level, list, note, on, plain, row, text, way, ways,
};

pub fn page(model: &Model, send: &Send) -> Page {
    let notes = Notes::read(model.notes());
    let (last, past) = match notes.results() {
        [] => (None, None),
        [only] => (Some(only), None),
        [.., before, last] => (Some(last), Some(before)),
    };
    let body = html! {
        <>
            if last.is_none() {
                { text("还没有结果。查过一个领域、看过结果，这里就会记下那天的结果，以后好比较。") }
            }
            if let (Some(before), Some(last)) = (past, last) {
                { compared(model, before, last) }
            }
            { again(model, last) }
            <section class="lra-group">
                if last.is_some() {
                    <h2 class="weui-cells__title">{ "记下的结果" }</h2>
                }
                { for notes.results().iter().rev().map(|it| result(&notes, it, send)) }
            </section>
            { ways(onward(model)) }
            { keep(model.saving(), send) }
        </>
    };
    Page::new("以前的结果", body)
}

fn onward(model: &Model) -> Vec<Html> {
    if !model.begun() {
        return begin().into();
    }
    vec![way(DEFAULT, &Route::Result, "看现在的结果"), way(DEFAULT, &Route::Anew, "清空回答，重新体检")]
}

/// Before and after.
fn compared(model: &Model, before: &Snapshot, after: &Snapshot) -> Html {
    let compared = compare(model.rulebook(), before, after);
    let lists = [
        (Change::Cleared, "消除了"),
        (Change::New, "新出现"),
        (Change::Confirmed, "以前没查或没确认，现在确定"),
        (Change::Reopened, "以前确定，现在要再确认"),
        (Change::NotLooked, "以前确定，这次没有查，或不再和您有关"),
    ];
    let title = format!("{}和{}比", words::date(after.date), words::date(before.date));
    html! {
        <section class="lra-group">
            <h2 class="weui-cells__title">{ title }</h2>
            <div class="lra-card">
                { plain(overview(before, after, compared.stayed)) }
                if before.version != after.version {
                    { plain(format!("前一次用的是规则版本 {}，这一次是 {}：有变化也可能是因为规则改了。", before.version, after.version)) }
                }
                { for lists.map(|(change, words)| changes(model, words, compared.of(change))) }
                if compared.dropped > 0 {
                    { plain(format!("有 {} 条以前的风险，现在的规则里已经没有了。", compared.dropped)) }
                }
            </div>
        </section>
    }
}

fn overview(before: &Snapshot, after: &Snapshot, stayed: usize) -> String {
    let levels = match (said(before.level), said(after.level)) {
        (was, is) if was == is => format!("总体还是“{is}”"),
        (was, is) if after.level < before.level => format!("总体从“{was}”降到“{is}”"),
        (was, is) => format!("总体从“{was}”升到“{is}”"),
    };
    let counts = match (before.certain.len(), after.certain.len()) {
        (was, is) if was == is => format!("确定的风险还是 {is} 条"),
        (was, is) => format!("确定的风险从 {was} 条变成 {is} 条"),
    };
    let stayed = if stayed > 0 { format!("，其中 {stayed} 条一直在") } else { String::new() };
    format!("{levels}；{counts}{stayed}。")
}

/// The level of a result: of those that were certain, which is all that is kept of it.
fn said(certain: Option<Severity>) -> String {
    match certain {
        Some(_) => format!("风险{}", level(certain).word),
        None => "没有确定的风险".into(),
    }
}

/// How much was looked at and found.
fn counted(result: &Snapshot) -> String {
    let possible = match result.possible.len() {
        0 => String::new(),
        count => format!("，可能的 {count} 条"),
    };
    format!("查了 {} 个领域；确定的风险 {} 条{possible}。", result.looked.len(), result.certain.len())
}

fn changes<'i>(model: &Model, words: &str, ids: impl Iterator<Item = &'i str>) -> Html {
    let titles: Vec<&str> =
        ids.filter_map(|id| model.rulebook().finding(id)).map(|it| it.title.as_str()).collect();
    if titles.is_empty() {
        return Html::default();
    }
    html! {
        <div key={words.to_owned()}>
            <h3 class="lra-card__name">{ format!("{words}（{}）", titles.len()) }</h3>
            <ul class="lra-list">{ for titles.into_iter().map(|title| html! { <li key={title.to_owned()}>{ title }</li> }) }</ul>
        </div>
    }
}

/// 重新体检: where the answers of what was looked at can be changed.
fn again(model: &Model, last: Option<&Snapshot>) -> Html {
    let Some(last) = last else { return Html::default() };
    let sections = last.looked.iter().filter_map(|id| model.rulebook().section(id));
    let change = |to: Route, title: &str| {
        row(Row {
            to,
            title: title.into(),
            tags: Html::default(),
            note: "点开看回答，哪里变了就改哪里".into(),
        })
    };
    let profile = model.profile().map(|it| change(Route::Profile, &it.title));
    let domains = sections.map(|it| change(Route::Section(it.id.clone()), &it.title));
    list("重新体检：情况变了，改回答", profile.into_iter().chain(domains).collect())
}

fn result(notes: &Notes, result: &Snapshot, send: &Send) -> Html {
    let badge = level(result.level);
    let mark = match (result.level, result.possible.len()) {
        (Some(_), _) => badge.saying(format!("风险{}", badge.word)),
        (None, 0) => badge.saying("未发现风险".into()),
        (None, _) => badge.saying("没有确定的风险".into()),
    };
    let mut rest = notes.clone();
    rest.forget(result.date, &result.version);
    let day = words::date(result.date);
    html! {
        <div key={format!("{} {}", result.date, result.version)} class="lra-card lra-past">
            <p class="lra-card__name">{ &day }</p>
            <p class="lra-tags">{ mark }</p>
            { plain(counted(result)) }
            { note(format!("规则版本 {}", result.version)) }
            { button(SMALL, format!("删除{day}的结果"), on(send, Action::Delete(rest.write()))) }
        </div>
    }
}
