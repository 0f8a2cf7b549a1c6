//! What to do about a finding: cost, deadlines, steps, papers, contacts, and why.

use assessor::Rulebook;
use assessor::definition::Citation;
use assessor::report::{Because, FindingReport, Status};
use assessor::words;
use yew::prelude::*;

use super::contact::card;
use super::deadline::deadline;
use crate::model::Route;

/// Everything about a finding under its title. `heading` is the tag of its headings.
pub fn advice(rulebook: &Rulebook, finding: &FindingReport, heading: &'static str) -> Html {
    let agencies = finding.agencies.iter().filter_map(|id| rulebook.agency(id));
    let turns = ["先找：", "再找："].into_iter().chain(std::iter::repeat("也可以找："));
    let cards = agencies.zip(turns).map(|(agency, turn)| card(rulebook, agency, turn));
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
            { block("可能的后果", html! { <p>{ &finding.consequence }</p> }) }
            if !finding.deadlines.is_empty() {
                { block("期限", html! { <>{ for finding.deadlines.iter().map(|it| deadline(rulebook, it)) }</> }) }
            }
            { points("怎么做", &finding.steps, true) }
            { points("准备什么材料", &finding.materials, false) }
            { points("不要做", &finding.avoid, false) }
            { block("找谁", html! { <>{ for cards }</> }) }
            if !finding.basis.is_empty() {
                { block("法律依据", html! { <ul class="lra-plain">{ for finding.basis.iter().map(|it| citation(rulebook, it)) }</ul> }) }
            }
        </div>
    }
}

fn block(heading: &'static str, title: &str, body: Html) -> Html {
    html! {
        <section class="lra-block" key={title.to_owned()}>
            <@{heading} class="lra-block__title">{ title }</@>
            { body }
        </section>
    }
}

fn list(points: &[String], ordered: bool) -> Html {
    let tag = if ordered { "ol" } else { "ul" };
    let items = points.iter().map(|point| html! { <li key={point.clone()}>{ point }</li> });
    html! { <@{tag} class="lra-list">{ for items }</@> }
}

/// The questions that would settle a possible finding.
fn open_points(rulebook: &Rulebook, finding: &FindingReport) -> Html {
    let questions = finding.depends_on.iter().filter_map(|id| {
        let section = rulebook.section_of(id)?;
        let question = rulebook.question(id)?;
        let to = Route::question(&section.id, id);
        Some(html! {
            <li key={id.clone()}>
                <p>{ &question.text }</p>
                <a id={to.link_id()} class="lra-link" href={to.to_string()}>{ "去回答" }</a>
            </li>
        })
    });
    html! {
        <>
            <p>{ "这一条还不能确定。弄清下面的情况就知道了：" }</p>
            <ul class="lra-plain">{ for questions }</ul>
        </>
    }
}

fn reason(rulebook: &Rulebook, because: &Because) -> Html {
    let section = rulebook.section_of(&because.question);
    let to = section.map(|section| Route::question(&section.id, &because.question));
    html! {
        <li key={because.question.clone()}>
            <p class="lra-note">{ &because.text }</p>
            <p>{ "您回答了：" }<strong>{ &because.answer }</strong></p>
            if let Some(to) = to {
                <a id={to.link_id()} class="lra-link" href={to.to_string()} aria-label={format!("改答案：{}", because.text)}>{ "改答案" }</a>
            }
        </li>
    }
}

fn citation(rulebook: &Rulebook, citation: &Citation) -> Html {
    html! {
        <li key={citation.text.clone()}>
            <p>{ &citation.text }</p>
            if let Some(law) = rulebook.law(&citation.law) {
                <p class="lra-note">
                    { "《" }{ &law.title }{ "》（" }{ &law.kind }{ "），现行版本自" }{ words::date(law.effective) }{ "起施行" }
                </p>
            }
        </li>
    }
}
