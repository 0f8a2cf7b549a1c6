//! What to do about a finding: cost, deadlines, steps, papers, contacts, and why.

use assessor::Rulebook;
use assessor::report::Cited;
use assessor::report::{Because, FindingReport, Status};
use assessor::words;
use yew::prelude::*;

use super::contact::card;
use crate::model::{Route, Subject};
use crate::parts::{deadline, link, note, plain};

/// Everything about a finding under its title. `heading` is what its title leaves for its headings.
pub fn advice(rulebook: &Rulebook, finding: &FindingReport, heading: Heading) -> Html {
    let block = |title: &'static str, body: Html| block(heading, title, body);
    let points = |title, points: &[String], ordered| match points {
        [] => Html::default(),
        points => block(title, list(points, ordered)),
    };
    html! {
        <div class="lra-advice">
            if finding.status == Status::Possible && !finding.depends_on.is_empty() {
                { block("还需要确认", open_points(rulebook, finding)) }
            }
            if !finding.because.is_empty() {
                { block("为什么这样说", html! { <ul class="lra-plain">{ for finding.because.iter().map(|it| reason(rulebook, it)) }</ul> }) }
            }
            { block("可能的后果", plain(finding.consequence.clone())) }
            if !finding.deadlines.is_empty() {
                { block("期限", html! { <>{ for finding.deadlines.iter().map(|it| deadline(rulebook, it)) }</> }) }
            }
            { points("怎么做", &finding.steps, true) }
            { points("准备什么材料", &finding.materials, false) }
            { points("不要做", &finding.avoid, false) }
            { block("找谁", html! {
                <>
                    { link(&Route::Call(finding.id.clone()), "电话里怎么说？看一段可以照着念的话") }
                    { contacts(rulebook, finding) }
                </>
            }) }
            if !finding.basis.is_empty() {
                { block("法律依据", html! { <ul class="lra-plain">{ for finding.basis.iter().map(|it| citation(rulebook, it)) }</ul> }) }
            }
            <p class="lra-early">{ link(&Route::Wrong(Subject::Finding, finding.id.clone()), "这里不对？") }</p>
        </div>
    }
}

/// The level of headings under the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Under the title of the screen.
    Second,
    /// Under a title within the screen.
    Third,
}

fn block(heading: Heading, title: &'static str, body: Html) -> Html {
    let title = match heading {
        Heading::Second => html! { <h2 class="lra-block__title">{ title }</h2> },
        Heading::Third => html! { <h3 class="lra-block__title">{ title }</h3> },
    };
    html! { <section class="lra-block">{ title }{ body }</section> }
}

fn list(points: &[String], ordered: bool) -> Html {
    let items: Vec<Html> =
        points.iter().map(|point| html! { <li key={point.clone()}>{ point }</li> }).collect();
    if ordered {
        html! { <ol class="lra-list">{ items }</ol> }
    } else {
        html! { <ul class="lra-list">{ items }</ul> }
    }
}

/// The first and the second contact; the others wait until they are wanted.
fn contacts(rulebook: &Rulebook, finding: &FindingReport) -> Html {
    let mut cards: Vec<Html> = finding
        .agencies
        .iter()
        .filter_map(|id| rulebook.agency(id))
        .zip(["先找：", "再找："].into_iter().chain(std::iter::repeat("也可以找：")))
        .map(|(agency, turn)| card(rulebook, agency, turn))
        .collect();
    let others = cards.split_off(cards.len().min(2));
    html! {
        <>
            { cards }
            if !others.is_empty() {
                <details class="lra-fold">
                    <summary class="lra-fold__head">{ format!("还可以找（{}）", others.len()) }</summary>
                    { others }
                </details>
            }
        </>
    }
}

/// The questions that would settle a possible finding.
fn open_points(rulebook: &Rulebook, finding: &FindingReport) -> Html {
    let questions = finding.depends_on.iter().filter_map(|id| {
        let section = rulebook.section_of(id)?;
        let question = rulebook.question(id)?;
        let to = Route::question(&section.id, id);
        Some(html! {
            <li key={id.clone()}>
                { plain(question.text.clone()) }
                { link(&to, "去回答") }
            </li>
        })
    });
    html! {
        <>
            { plain("这一条还不能确定。弄清下面的情况就知道了：") }
            <ul class="lra-plain">{ for questions }</ul>
        </>
    }
}

fn reason(rulebook: &Rulebook, because: &Because) -> Html {
    let section = rulebook.section_of(&because.question);
    let to = section.map(|section| Route::question(&section.id, &because.question));
    html! {
        <li key={because.question.clone()}>
            { note(because.text.clone()) }
            <p>{ "您回答了：" }<strong>{ &because.answer }</strong></p>
            if let Some(to) = to {
                { link(&to, "改答案") }
            }
        </li>
    }
}

fn citation(rulebook: &Rulebook, citation: &Cited) -> Html {
    html! {
        <li key={citation.text.clone()}>
            { plain(citation.text.clone()) }
            if let Some(law) = rulebook.law(&citation.citation.law) {
                { note(format!("《{}》（{}），现行版本自{}起施行", law.title, law.kind, words::date(law.effective))) }
            }
        </li>
    }
}
