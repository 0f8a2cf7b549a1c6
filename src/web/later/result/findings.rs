//! The findings: the three things to do first, then the rest by when to act, then what is only
//! possible.

use assessor::definition::Urgency;
use assessor::report::{FindingReport, Status};
use yew::prelude::*;

use super::Result;
use crate::handout::pressing;
use crate::later::advice::to_confirm;
use crate::model::Route;
use crate::parts::{Row, level, list, nearest, remaining, row, status, urgency};

/// So many can be kept in mind.
const FIRST: usize = 3;

/// Rows of a list shown at once; the others wait until they are wanted.
const SHOWN: usize = 5;

/// All lists.
pub fn findings(result: &Result<'_>) -> Html {
    let certain = &result.summary.certain;
    let (first, rest) = certain.split_at(certain.len().min(FIRST));
    let (later, soon): (Vec<&FindingReport>, Vec<&FindingReport>) =
        rest.iter().partition(|it| pressing(it) == Urgency::Later);
    let title = match first.len() {
        1 => "确定的风险：先做这件事".to_owned(),
        2 => "确定的风险：先做这两件事".to_owned(),
        _ => "确定的风险：先做这三件事".to_owned(),
    };
    let first = first.iter().map(|it| finding(result, it, next_step(result, it))).collect();
    html! {
        <>
            { list(&title, first) }
            { layer(result, "确定的风险：尽快", &soon) }
            { layer(result, "确定的风险：有空再做", &later) }
            { layer(result, "可能的风险，确认后才知道", &result.summary.possible) }
        </>
    }
}

/// A list under its heading, the end of a long one in a fold.
fn layer(result: &Result<'_>, title: &str, findings: &[&FindingReport]) -> Html {
    let mut rows: Vec<Html> = findings.iter().map(|it| finding(result, it, how_far(result, it))).collect();
    let rest = rows.split_off(rows.len().min(SHOWN));
    html! {
        <>
            { list(&format!("{title}（{}）", findings.len()), rows) }
            if !rest.is_empty() {
                <details class="lra-fold lra-fold_wide">
                    <summary class="lra-fold__head">{ format!("还有 {} 条", rest.len()) }</summary>
                    <div class="weui-cells">{ rest }</div>
                </details>
            }
        </>
    }
}

fn finding(result: &Result<'_>, finding: &FindingReport, note: String) -> Html {
    let badge = level(finding.severity);
    let due = nearest(finding).and_then(|it| it.days_left);
    let domain = result.model.rulebook().section(&finding.section).map(|it| it.title.clone());
    let tags = html! {
        <span class="lra-tags">
            { badge.saying(format!("风险{}", badge.word)) }
            if finding.status == Status::Possible {
                { status(finding.status).draw() }
            }
            if pressing(finding) != Urgency::Later {
                { urgency(pressing(finding)).draw() }
            }
            if let Some(days) = due {
                <strong>{ remaining(days) }</strong>
            }
            <span class="lra-note">{ domain.unwrap_or_default() }</span>
        </span>
    };
    row(Row { to: Route::Finding(finding.id.clone()), title: finding.title.clone(), tags, note })
}

/// The first step that is not ticked.
fn next_step(result: &Result<'_>, finding: &FindingReport) -> String {
    let open = finding.steps.iter().find(|step| !result.notes.is_done(&finding.id, step));
    let far = how_far(result, finding);
    match open {
        Some(step) if far.is_empty() => format!("第一步：{step}"),
        Some(step) => format!("{far}，接着：{step}"),
        None => far,
    }
}

/// What settles a possible finding; how far one is that is being worked on.
fn how_far(result: &Result<'_>, finding: &FindingReport) -> String {
    let done = result.notes.count_done(&finding.id, &finding.steps);
    match finding.status {
        Status::Possible => to_confirm(result.model, finding),
        Status::Confirmed if done > 0 => format!("已做 {done} / {} 步", finding.steps.len()),
        Status::Confirmed => String::new(),
    }
}
