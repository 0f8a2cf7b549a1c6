//! One finding: why, what it may cost, what to do, by when, and whom to call.

use assessor::report::FindingReport;
use yew::prelude::*;

use super::advice::{Heading, advice};
use crate::model::{Model, Route};
use crate::pages::Page;
use crate::parts::{DEFAULT, level, status, text, urgency, way, ways};

pub fn page(model: &Model, id: &str) -> Option<Page> {
    let finding = model.rulebook().finding(id)?;
    let report = model.report();
    let body = match report.findings.iter().find(|it| it.id == id) {
        Some(finding) => {
            html! { <>{ tags(finding) }{ advice(model.rulebook(), finding, Heading::Second) }</> }
        }
        None => text("按现在的回答，这一条不存在了，或者还没有查到它。"),
    };
    let way = ways(vec![way(DEFAULT, &Route::Result, "看全部结果")]);
    Some(Page::new(finding.title.clone(), html! { <>{ body }{ way }</> }))
}

fn tags(finding: &FindingReport) -> Html {
    let badge = level(finding.severity);
    html! {
        <p class="lra-tags lra-text">
            { status(finding.status).draw() }
            if finding.severity.is_some() {
                { badge.saying(format!("风险{}", badge.word)) }
            }
            { urgency(finding.urgency).draw() }
        </p>
    }
}
