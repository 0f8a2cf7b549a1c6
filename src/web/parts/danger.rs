//! The first thing on the first screen: danger and running fraud do not wait for a questionnaire.

use assessor::Rulebook;
use yew::prelude::*;

/// The warning, which dials the rulebook's first hotline; nothing if there is none.
pub fn danger(rulebook: &Rulebook) -> Html {
    let emergency = rulebook.definition().hotlines.first().and_then(|id| rulebook.agency(id));
    let Some(phone) = emergency.and_then(|it| it.phones.first()) else {
        return Html::default();
    };
    html! {
        <a class="lra-danger" href={format!("tel:{}", phone.number)}>
            { "有人身危险、正被骗转账，先打 " }<strong>{ &phone.number }</strong>
        </a>
    }
}
