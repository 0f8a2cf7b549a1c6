//! What a page that embeds this one may know of the result: a level, counts and ids.
//!
//! Drawn as attributes of an element that is not shown, for `www/embed/watch.js` to read. No answer
//! is among them.

use assessor::definition::Severity;
use assessor::report::{FindingReport, Status};
use yew::prelude::*;

/// The outcome over the findings that are listed.
pub fn outcome(level: Option<Severity>, findings: &[&FindingReport]) -> Html {
    let count = |status: Status| findings.iter().filter(|it| it.status == status).count().to_string();
    let ids: Vec<&str> = findings.iter().map(|it| it.id.as_str()).collect();
    html! {
        <data hidden=true data-outcome={word(level)} data-certain={count(Status::Confirmed)}
            data-possible={count(Status::Possible)} data-findings={ids.join(" ")}></data>
    }
}

/// The level as the rulebook's schema names it; `none` where nothing is certain.
fn word(level: Option<Severity>) -> &'static str {
    match level {
        None => "none",
        Some(Severity::Low) => "low",
        Some(Severity::Medium) => "medium",
        Some(Severity::High) => "high",
        Some(Severity::Critical) => "critical",
    }
}
