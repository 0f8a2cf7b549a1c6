//! What has changed since the last result of another day, in one row.

use yew::prelude::*;

use super::Result;
use crate::later::notes::{Change, Snapshot, compare};
use crate::model::Route;
use crate::parts::{Row, row};

/// The row; nothing if there is no earlier result.
pub fn since(result: &Result<'_>, now: &Snapshot) -> Html {
    let Some(before) = result.notes.before(now) else { return Html::default() };
    let compared = compare(result.model.rulebook(), before, now);
    let count = |change| compared.of(change).count();
    let parts = [
        (count(Change::Cleared), "条消除了"),
        (count(Change::New) + count(Change::Confirmed), "条新确定"),
        (compared.stayed, "条还在"),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| format!("{number} {what}"))
        .collect();
    let note = if parts.is_empty() { "确定的风险没有变化".to_owned() } else { parts.join("，") };
    let title = format!("和{}比", assessor::words::date(before.date));
    html! { <div class="weui-cells lra-since">{ row(Row { to: Route::History, title, tags: Html::default(), note }) }</div> }
}
