//! All agencies by group, and one of them.

use assessor::definition::{Agency, AgencyLevel};
use yew::prelude::*;

use super::contact::card;
use crate::model::{Model, Route};
use crate::pages::Page;
use crate::parts::{DEFAULT, Row, danger, list, row, way, ways};

/// The group of those that belong to none of the four services; it comes last.
const REST: &str = "其他";

pub fn page(model: &Model) -> Page {
    let agencies = &model.rulebook().definition().agencies;
    let mut groups: Vec<&str> = Vec::new();
    for agency in agencies {
        if !groups.contains(&agency.group.as_str()) {
            groups.push(&agency.group);
        }
    }
    if let Some(at) = groups.iter().position(|name| *name == REST) {
        let rest = groups.remove(at);
        groups.push(rest);
    }
    let lists = groups
        .into_iter()
        .map(|name| list(name, agencies.iter().filter(|it| it.group == name).map(entry).collect()));
    Page::new("全部电话", html! { <>{ danger(model.rulebook()) }{ for lists }</> })
}

fn entry(agency: &Agency) -> Html {
    let tags = match (agency.phones.first(), agency.level) {
        (Some(phone), _) => html! { <strong class="lra-answer">{ &phone.number }</strong> },
        (None, AgencyLevel::National) => html! { <span class="lra-note">{ "网上办理" }</span> },
        (None, _) => html! { <span class="lra-note">{ "电话待核实" }</span> },
    };
    let note = agency.handles.join("；");
    row(Row { to: Route::Agency(agency.id.clone()), title: agency.name.clone(), tags, note })
}

/// The card of one agency.
pub fn one(model: &Model, agency: &Agency) -> Page {
    let body = html! {
        <>
            { card(model.rulebook(), agency, "") }
            { ways(vec![way(DEFAULT, &Route::Agencies, "全部电话")]) }
        </>
    };
    Page::new("联系方式", body)
}
