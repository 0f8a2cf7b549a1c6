//! One finding: why, what it may cost, what to do, by when, and whom to call.

use assessor::Truth;
use assessor::report::FindingReport;
use yew::prelude::*;

use super::advice::{Case, Heading, guidance, risk};
use super::notes::Notes;
use crate::handout::pressing;
use crate::model::{Model, Route};
use crate::pages::Page;
use crate::parts::{DEFAULT, Send, level, status, text, urgency, way, ways};

pub fn page(model: &Model, id: &str, send: &Send) -> Option<Page> {
    let finding = model.rulebook().finding(id)?;
    let report = model.report();
    let notes = Notes::read(model.notes());
    let body = match report.findings.iter().find(|it| it.id == id) {
        Some(finding) => {
            let case = Case { model, notes: &notes, finding, heading: Heading::Second, send };
            // What has happened has no severity: there it is about whom to call, not about how bad it is.
            let advice = if finding.severity.is_some() { risk(&case) } else { guidance(&case) };
            html! { <>{ tags(finding) }{ advice }</> }
        }
        None if model.session().stands(id) == Some(Truth::No) => text("按现在的回答，这一条不存在了。"),
        None => text("这一条所在的部分还没有查：答了题才知道有没有。"),
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
            { urgency(pressing(finding)).draw() }
        </p>
    }
}
