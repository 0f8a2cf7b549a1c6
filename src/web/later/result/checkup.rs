//! From a high risk to people who look at the business themselves, where the rulebook knows any.

use assessor::definition::{Agency, Severity};
use yew::prelude::*;

use super::Result;
use crate::model::Route;
use crate::parts::{Row, plain, row};

/// What agencies call it.
const CHECKUP: &str = "法治体检";

/// The card; nothing below a high risk, or where no agency offers it.
pub fn checkup(result: &Result<'_>, certain: Option<Severity>) -> Html {
    let offers = |it: &&Agency| it.handles.iter().any(|what| what.contains(CHECKUP));
    let offered: Vec<&Agency> = result.model.rulebook().definition().agencies.iter().filter(offers).collect();
    if certain < Some(Severity::High) || offered.is_empty() {
        return Html::default();
    }
    let rows = offered.into_iter().map(|agency| {
        row(Row {
            to: Route::Agency(agency.id.clone()),
            title: agency.name.clone(),
            tags: Html::default(),
            note: agency.handles.join("；"),
        })
    });
    html! {
        <section class="lra-group">
            <h2 class="weui-cells__title">{ format!("风险较高：请人当面做一次“{CHECKUP}”") }</h2>
            <div class="lra-card">{ plain("自测只看您的回答。合同、账册、现场，要懂法律的人当面看。联系时带上这份结果。") }</div>
            <div class="weui-cells">{ for rows }</div>
        </section>
    }
}
