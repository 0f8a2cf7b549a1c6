//! The whole result on paper: for the meeting with a lawyer, the window, or the file.
//!
//! Answers are on it only if the owner ticks that; the style sheet does it, since a box that was
//! ticked for one print is nothing to remember. It also keeps a finding on one page.

use assessor::report::{DeadlineReport, FindingReport, Status};
use assessor::{Rulebook, words};
use yew::prelude::*;

use crate::browser;
use crate::handout::{self, Summary, marks};
use crate::model::{Model, Route};
use crate::pages::Page;
use crate::parts::{DEFAULT, PRIMARY, button, note, plain, text, way, ways};

pub fn page(model: &Model) -> Page {
    let report = model.report();
    let summary = Summary::new(model.rulebook(), &report);
    let rules = model.rulebook().definition();
    let body = html! {
        <>
            <input id="with-answers" type="checkbox" class="lra-with weui-check" />
            <label class="lra-choice lra-with__label lra-screen-only" for="with-answers">
                <i class="lra-mark lra-mark_square" aria-hidden="true"></i>
                <span class="lra-choice__label">{ "把我的回答也印上（给律师看时有用）" }</span>
            </label>
            <div class="lra-screen-only">{ ways(vec![print(), way(DEFAULT, &Route::Share, "别的保存办法")]) }</div>
            <div class="lra-paper">
                { text(format!("{} · {} · {}", rules.region, words::date(summary.on), summary.rules())) }
                if let Some((_, sentence)) = &summary.level {
                    { text(format!("{sentence}{}", summary.open)) }
                }
                { for summary.groups().map(|(title, findings)| group(model.rulebook(), title, findings)) }
                { text("仅供参考，不替代律师意见，也不是任何机关的决定。") }
            </div>
        </>
    };
    Page::new(format!("{}：结果", rules.title), body)
}

fn print() -> Html {
    if !browser::prints() {
        return plain("这里不能打印：在手机自带的浏览器里打开自测的网址才行，回答要在那边重新答一遍。");
    }
    let onclick = Callback::from(|_: MouseEvent| browser::print());
    button(PRIMARY, "打印或存成 PDF", onclick)
}

fn group(rulebook: &Rulebook, title: &str, findings: &[&FindingReport]) -> Html {
    html! {
        <section key={title.to_owned()}>
            <h2 class="lra-block__title lra-paper__group">{ format!("{title}（{}）", findings.len()) }</h2>
            { for findings.iter().map(|it| sheet(rulebook, it)) }
        </section>
    }
}

/// A finding, with all that is needed to act on it; of one that is only possible, what is needed to
/// find out whether it is one.
fn sheet(rulebook: &Rulebook, finding: &FindingReport) -> Html {
    let basis: Vec<&str> = finding.basis.iter().map(|it| it.text.as_str()).collect();
    let agencies = finding.agencies.iter().filter_map(|id| rulebook.agency(id));
    let contacts: Vec<String> = agencies.map(|it| handout::named(rulebook, it)).collect();
    let open = finding.depends_on.iter().filter_map(|id| rulebook.question(id));
    let open: Vec<&str> = open.map(|it| it.text.as_str()).collect();
    html! {
        <article key={finding.id.clone()} class="lra-paper__sheet">
            <h3 class="lra-paper__title">{ &finding.title }</h3>
            { note(marks(finding)) }
            <ul class="lra-answers">
                { for finding.because.iter().map(|it| html! { <li key={it.question.clone()}>{ format!("{} {}", it.text, it.answer) }</li> }) }
            </ul>
            { plain(finding.consequence.clone()) }
            if finding.status == Status::Confirmed {
                { for finding.deadlines.iter().map(last_day) }
                <ol class="lra-list">{ for finding.steps.iter().map(|it| html! { <li key={it.clone()}>{ it }</li> }) }</ol>
                { labelled("材料", &finding.materials.join("；")) }
                { labelled("不要做", &finding.avoid.join("；")) }
            } else {
                { labelled("要确认", &open.join(" ")) }
            }
            { labelled("找谁", &contacts.join("；")) }
            { labelled("依据", &basis.join("；")) }
        </article>
    }
}

fn last_day(deadline: &DeadlineReport) -> Html {
    let day = deadline.day();
    let day = day.map(|day| format!("，最后一天{}", words::date(day))).unwrap_or_default();
    labelled("期限", &format!("{}{day}（{}）", deadline.task, deadline.rule))
}

fn labelled(name: &str, words: &str) -> Html {
    if words.is_empty() {
        return Html::default();
    }
    html! { <p key={format!("{name}{words}")} class="lra-p"><strong>{ name }{ "：" }</strong>{ words }</p> }
}
