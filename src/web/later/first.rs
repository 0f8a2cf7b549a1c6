//! The top of a finding: what to do first, by when, and the number to dial. Who has read the title
//! wants to call, and is not to look for the number at the end of the screen.

use assessor::definition::{Agency, Urgency};
use assessor::report::Status;
use assessor::words;
use yew::prelude::*;

use super::advice::{Case, Heading, contacts_id};
use super::contact::dial;
use crate::browser;
use crate::handout::{is_emergency, lines, pressing};
use crate::parts::{SMALL, named, nearest, remaining};

/// The lines over a risk: the first step that is not ticked, the last day, and whom to call.
pub fn of_risk(case: &Case<'_>) -> Html {
    let Case { notes, finding, .. } = *case;
    let certain = finding.status == Status::Confirmed;
    let step = finding.steps.iter().find(|step| certain && !notes.is_done(&finding.id, step));
    let due = nearest(finding).filter(|_| certain);
    let due = due.and_then(|it| Some((it.task.as_str(), words::date(it.day()?), remaining(it.days_left?))));
    let rows = html! {
        <>
            { step.map(|step| row("先做", html! { { step } })).unwrap_or_default() }
            if let Some((task, day, left)) = due {
                { row("期限", html! { <>{ format!("{day}，") }<strong>{ left }</strong>{ format!("：{task}") }</> }) }
            }
        </>
    };
    block(case, rows)
}

/// The line over what to do about something that has happened: only whom to call, as last days and
/// contacts are all that comes before the rest. Nothing where the contacts come first anyway.
pub fn of_guidance(case: &Case<'_>) -> Html {
    let Case { finding, .. } = *case;
    let contacts_first = finding.deadlines.is_empty() && finding.status == Status::Confirmed;
    if contacts_first { dangers(case) } else { block(case, Html::default()) }
}

fn block(case: &Case<'_>, rows: Html) -> Html {
    let rulebook = case.model.rulebook();
    let agency = case.finding.agencies.iter().find_map(|id| rulebook.agency(id));
    let Some(agency) = agency else { return Html::default() };
    let line = lines(rulebook, agency).into_iter().next();
    let id = contacts_id(case.finding);
    let jump = Callback::from(move |_: MouseEvent| {
        browser::focus(&id);
    });
    html! {
        <>
            { dangers(case) }
            <section class="lra-block">
                <dl class="lra-glance">{ rows }{ row("找谁", html! { { &agency.name } }) }</dl>
                if let Some(line) = line {
                    <div class="lra-dials">{ dial(line) }</div>
                }
                <button type="button" class={SMALL} onclick={jump}>{ named("怎么联系、怎么说", case.about()) }</button>
            </section>
        </>
    }
}

/// The emergency lines among the contacts, apart from everything else that can be tapped. That of an
/// agency that comes first stands in its place, and the one that is over all that has happened is
/// not said twice.
fn dangers(case: &Case<'_>) -> Html {
    let Case { model, finding, heading, .. } = *case;
    let rulebook = model.rulebook();
    let known = rulebook.definition().hotlines.first().filter(|_| heading == Heading::Third);
    let others = finding.agencies.iter().skip(1).filter(|id| Some(*id) != known);
    let emergencies = others.filter_map(|id| rulebook.agency(id)).filter(|it| is_emergency(it));
    let urgent = pressing(finding) == Urgency::Now;
    emergencies.filter(|_| urgent).map(danger).collect()
}

fn danger(agency: &Agency) -> Html {
    let Some(phone) = agency.phones.first() else { return Html::default() };
    html! {
        <a key={agency.id.clone()} class="lra-danger" href={format!("tel:{}", phone.number)}>
            { "眼下就有危险的，先打 " }<strong>{ &agency.name }</strong>
        </a>
    }
}

fn row(name: &'static str, words: Html) -> Html {
    html! { <div key={name} class="lra-glance__row"><dt class="lra-glance__name">{ name }</dt><dd>{ words }</dd></div> }
}
