//! What to do about something that has happened.

use assessor::definition::Section;
use assessor::report::{FindingReport, Status};
use yew::prelude::*;

use super::advice::{self, Case, Heading};
use super::notes::Notes;
use crate::handout::{by_urgency, pressing};
use crate::model::{Action, Model, Route};
use crate::pages::Page;
use crate::parts::{
    DEFAULT, PRIMARY, Row, Send, button, danger, list, nearest, on, panel, remaining, row, text, urgency,
    way, ways,
};

pub fn page(model: &Model, section: &Section, send: &Send) -> Page {
    let report = model.report();
    let own: Vec<&FindingReport> = report.findings.iter().filter(|it| it.section == section.id).collect();
    let of = |status: Status| own.iter().copied().filter(move |it| it.status == status);
    let certain = by_urgency(of(Status::Confirmed));
    let possible = by_urgency(of(Status::Possible));
    let notes = Notes::read(model.notes());
    let body = html! {
        <>
            if may_be_dangerous(model, section) {
                { danger(model.rulebook()) }
            }
            { go_on(model, section, send) }
            if !certain.is_empty() {
                { text(format!("要做的有 {} 件，急的在前。点开看找谁、怎么做。", certain.len())) }
            }
            { for certain.iter().enumerate().map(|(at, finding)| {
                let heading = Heading::Third;
                guidance(&Case { model, notes: &notes, finding, heading, send }, at == 0)
            }) }
            { list("也可能用得上，确认后才知道", possible.iter().map(|it| possibility(model, it)).collect()) }
            { ways(vec![
                way(DEFAULT, &Route::Section(section.id.clone()), "看我的回答"),
                way(DEFAULT, &Route::Share, "保存、转发、打印"),
                way(DEFAULT, &Route::Events, "别的事"),
            ]) }
        </>
    };
    Page::new(format!("{}：怎么办", section.title), body)
}

/// Whether the rules send anybody from here to the line for emergencies: over a notice from an office
/// it would only frighten.
fn may_be_dangerous(model: &Model, section: &Section) -> bool {
    let emergency = model.rulebook().definition().hotlines.first();
    emergency.is_some_and(|line| section.findings.iter().any(|it| it.agencies.contains(line)))
}

/// The rest of the questions, when some are open.
fn go_on(model: &Model, section: &Section, send: &Send) -> Html {
    let left = model.session().remaining(&section.id);
    if left == 0 {
        return Html::default();
    }
    let on = on(send, Action::Start(section.id.clone()));
    panel(format!("还有大约 {left} 题没有答，答完更准。"), button(PRIMARY, "接着答", on))
}

/// A piece of guidance that applies; the first thing to do is open.
fn guidance(case: &Case<'_>, open: bool) -> Html {
    let Case { finding, .. } = *case;
    html! {
        <details key={finding.id.clone()} class="lra-fold lra-fold_wide" {open}>
            <summary class="lra-fold__head"><h2 class="lra-fold__title">{ &finding.title }</h2>{ tags(finding) }</summary>
            { advice::guidance(case) }
        </details>
    }
}

fn possibility(model: &Model, finding: &FindingReport) -> Html {
    row(Row {
        to: Route::Finding(finding.id.clone()),
        title: finding.title.clone(),
        tags: tags(finding),
        note: advice::to_confirm(model, finding),
    })
}

fn tags(finding: &FindingReport) -> Html {
    html! {
        <span class="lra-tags">
            { urgency(pressing(finding)).draw() }
            if let Some(days) = nearest(finding).and_then(|it| it.days_left) {
                <strong>{ remaining(days) }</strong>
            }
        </span>
    }
}
