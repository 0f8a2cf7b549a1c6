//! A last day, and how long it is until then.

use assessor::report::{DeadlineReport, FindingReport};
use assessor::{Rulebook, words};
use yew::prelude::*;

use super::plain::{link, note, plain};
use crate::model::Route;

/// The deadline of a finding that ends first, among those with a date.
pub fn nearest(finding: &FindingReport) -> Option<&DeadlineReport> {
    finding.deadlines.iter().filter(|it| it.days_left.is_some()).min_by_key(|it| it.days_left)
}

/// Days until a last day from which on it is shown in red.
const NEAR: i64 = 30;

/// The days until the last day, in words.
pub fn remaining(days: i64) -> String {
    match days {
        0 => "今天是最后一天".into(),
        1.. => format!("还剩 {days} 天"),
        _ => format!("已过 {} 天", days.unsigned_abs()),
    }
}

/// One deadline: what by when, under which rule, or which answer would give the date.
pub fn deadline(rulebook: &Rulebook, deadline: &DeadlineReport) -> Html {
    let day = deadline.day().map(words::date);
    let basis: Vec<&str> = deadline.basis.iter().map(|it| it.text.as_str()).collect();
    html! {
        <div class="lra-due" key={deadline.task.clone()}>
            <p class="lra-due__task">{ &deadline.task }</p>
            if let (Some(day), Some(days)) = (day, deadline.days_left) {
                <p class={if days <= NEAR { "lra-due__day lra-due__day_near" } else { "lra-due__day" }}>{ day }{ "，" }<strong>{ remaining(days) }</strong></p>
                if days < 0 {
                    { plain("期限已过：仍然尽快做，并马上问清还能怎么补救。") }
                }
            }
            { note(format!("{}（{}）", deadline.rule, basis.join("；"))) }
            { for deadline.note.clone().map(note) }
            { for deadline.needs.iter().map(|id| needed(rulebook, id)) }
        </div>
    }
}

fn needed(rulebook: &Rulebook, id: &str) -> Html {
    let (Some(section), Some(question)) = (rulebook.section_of(id), rulebook.question(id)) else {
        return Html::default();
    };
    let to = Route::question(&section.id, id);
    html! { <p key={id.to_owned()}>{ link(&to, format!("回答“{}”，就能算出最后一天", question.text)) }</p> }
}
