//! What to do about something that has happened.

use assessor::definition::Section;
use assessor::report::{FindingReport, Status};
use yew::prelude::*;

use super::advice::{Heading, advice};
use crate::model::{Action, Model, Route};
use crate::pages::Page;
use crate::parts::{
    DEFAULT, PRIMARY, Row, Send, button, list, nearest, on, panel, remaining, row, text, urgency, way, ways,
};

pub fn page(model: &Model, section: &Section, send: &Send) -> Page {
    let report = model.report();
    let own: Vec<&FindingReport> = report.findings.iter().filter(|it| it.section == section.id).collect();
    let certain = by_deadline(own.iter().copied().filter(|it| it.status == Status::Confirmed));
    let open = certain.len() == 1;
    let possible = own.iter().filter(|it| it.status == Status::Possible);
    let body = html! {
        <>
            { go_on(model, section, send) }
            if !certain.is_empty() {
                { text(format!("要做的有 {} 件，期限近的在前。点开看怎么做、找谁。", certain.len())) }
            }
            { for certain.iter().map(|it| guidance(model, it, open)) }
            { list("也可能用得上，确认后才知道", possible.map(|it| possibility(model, it)).collect()) }
            { ways(vec![
                way(DEFAULT, &Route::Section(section.id.clone()), "看我的回答"),
                way(DEFAULT, &Route::Share, "保存、转发、打印"),
                way(DEFAULT, &Route::Events, "别的事"),
            ]) }
        </>
    };
    Page::new(format!("{}：怎么办", section.title), body)
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

/// What ends soonest first, then what is overdue, then what has no date; else as they came.
fn by_deadline<'a>(guidance: impl Iterator<Item = &'a FindingReport>) -> Vec<&'a FindingReport> {
    let rank = |it: &FindingReport| match nearest(it).and_then(|due| due.days_left) {
        Some(days) if days >= 0 => (0, days),
        Some(days) => (1, -days),
        None => (2, 0),
    };
    let mut sorted: Vec<&FindingReport> = Vec::new();
    for it in guidance {
        let at = sorted.iter().position(|other| rank(other) > rank(it)).unwrap_or(sorted.len());
        sorted.insert(at, it);
    }
    sorted
}

/// A piece of guidance that applies; open when it is the only one.
fn guidance(model: &Model, finding: &FindingReport, open: bool) -> Html {
    html! {
        <details key={finding.id.clone()} class="lra-fold lra-fold_wide" {open}>
            <summary class="lra-fold__head"><h2 class="lra-fold__title">{ &finding.title }</h2>{ tags(finding) }</summary>
            { advice(model.rulebook(), finding, Heading::Third) }
        </details>
    }
}

fn possibility(model: &Model, finding: &FindingReport) -> Html {
    let asks = finding.depends_on.iter().filter_map(|id| model.rulebook().question(id));
    let asks: Vec<&str> = asks.map(|it| it.text.as_str()).take(2).collect();
    row(Row {
        to: Route::Finding(finding.id.clone()),
        title: finding.title.clone(),
        tags: tags(finding),
        note: format!("还需要确认：{}", asks.join(" ")),
    })
}

fn tags(finding: &FindingReport) -> Html {
    html! {
        <span class="lra-tags">
            { urgency(finding.urgency).draw() }
            if let Some(days) = nearest(finding).and_then(|it| it.days_left) {
                <strong>{ remaining(days) }</strong>
            }
        </span>
    }
}
