//! The numbers that can be called without a questionnaire.

use assessor::Rulebook;
use assessor::definition::Agency;
use yew::prelude::*;

/// The rulebook's hotlines, as the build writes them into the static page.
pub fn hotlines(rulebook: &Rulebook) -> Html {
    let hotlines = rulebook.definition().hotlines.iter().filter_map(|id| rulebook.agency(id)).map(hotline);
    html! {
        <>
            <h2 class="weui-cells__title">{ "可以直接拨打的热线" }</h2>
            <div class="weui-cells">{ for hotlines }</div>
        </>
    }
}

fn hotline(agency: &Agency) -> Html {
    let Some(phone) = agency.phones.first() else { return Html::default() };
    html! {
        <a key={agency.id.clone()} data-agency={agency.id.clone()} class="weui-cell weui-cell_access" href={format!("tel:{}", phone.number)}>
            <span class="weui-cell__bd">
                { &agency.name }
                <span class="hotline__for">{ agency.handles.first().map(String::as_str).unwrap_or_default() }</span>
            </span>
            <span class="hotline__number">{ &phone.number }</span>
        </a>
    }
}
