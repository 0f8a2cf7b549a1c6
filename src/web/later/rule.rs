//! The rule behind a finding, part by part in sentences, with what is the case: closed until wanted.

use assessor::Condition;
use assessor::report::FindingReport;
use yew::prelude::*;

use crate::model::Model;
use crate::parts::{Badge, named, note};

/// The fold; `about` tells it from others of the screen.
pub fn fold(model: &Model, finding: &FindingReport, about: &str) -> Html {
    let conditions = model.session().conditions(&finding.id);
    html! {
        <details class="lra-fold">
            <summary class="lra-fold__head">{ named("规则是怎么判断的？", about) }</summary>
            { note("规则看下面每一点，后面是按您的回答的情况。") }
            <ul class="lra-rule">{ for conditions.iter().map(part) }</ul>
        </details>
    }
}

/// A part and its own parts. What holds them together has no mark of its own: it follows from them.
fn part(condition: &Condition) -> Html {
    html! {
        <li class="lra-rule__part">
            <span class="lra-rule__words">{ &condition.text }</span>
            if !condition.questions.is_empty() || condition.parts.is_empty() {
                { Badge::from(condition.outcome).draw() }
            }
            if !condition.parts.is_empty() {
                <ul class="lra-rule">{ for condition.parts.iter().map(part) }</ul>
            }
        </li>
    }
}
