//! All agencies by group, to be searched, and one of them.

use assessor::definition::{Agency, AgencyLevel};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::contact::card;
use crate::handout::{city_line, groups};
use crate::model::{Action, Model, Route};
use crate::pages::Page;
use crate::parts::{DEFAULT, Row, Send, button, danger, list, on, row, way, ways};

pub fn page(model: &Model, send: &Send) -> Page {
    let wanted = model.wanted();
    let groups = groups(&model.rulebook().definition().agencies, wanted);
    let found: usize = groups.iter().map(|(_, group)| group.len()).sum();
    let said = match (wanted.trim().is_empty(), found) {
        (true, _) => format!("共 {found} 个单位和热线"),
        (false, 0) => "没有找到。换个短一点的词，比如“工资”“发票”；说不准归谁管，就问下面的总热线。".into(),
        (false, _) => format!("找到 {found} 个"),
    };
    let lists = groups.into_iter().map(|(name, group)| {
        list(&format!("{name}（{}）", group.len()), group.into_iter().map(entry).collect())
    });
    // The field has a place of its own: beside lists that come and go it would be drawn anew and lose the focus.
    let body = html! {
        <>
            <div>{ danger(model.rulebook()) }</div>
            <div>{ search(wanted, send) }</div>
            <p class="lra-text lra-note" role="status">{ said }</p>
            <div>
                { for lists }
                if found == 0 {
                    { nothing(model, send) }
                }
            </div>
        </>
    };
    Page::new("全部电话", body)
}

fn search(wanted: &str, send: &Send) -> Html {
    let oninput = send.reform(|event: InputEvent| {
        let field = event.target_dyn_into::<HtmlInputElement>();
        Action::Seek(field.map(|it| it.value()).unwrap_or_default())
    });
    html! {
        <div class="lra-fields">
            <label class="lra-note lra-line" for="seek">{ "找单位、电话、要办的事" }</label>
            <div class="lra-field">
                <input id="seek" class="weui-input" type="search" autocomplete="off" enterkeyhint="search"
                    placeholder="如：工资、罚款、12333" value={wanted.to_owned()} {oninput} />
            </div>
        </div>
    }
}

/// Nothing was found: there is always somebody to ask.
fn nothing(model: &Model, send: &Send) -> Html {
    html! {
        <div class="lra-block">
            if let Some(agency) = city_line(model.rulebook()) {
                { card(model.rulebook(), agency, "") }
            }
            { button(DEFAULT, "看全部", on(send, Action::Seek(String::new()))) }
        </div>
    }
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
