//! The first thing on the first screen: danger and running fraud do not wait for a questionnaire.

use assessor::Rulebook;
use yew::prelude::*;

use super::contact::dial;

/// The warning with the rulebook's first hotline; nothing if it has none.
pub fn danger(rulebook: &Rulebook) -> Html {
    let emergency = rulebook.definition().hotlines.first().and_then(|id| rulebook.agency(id));
    let Some(phone) = emergency.and_then(|it| it.phones.first()) else {
        return Html::default();
    };
    html! {
        <div class="lra-danger">
            <p class="lra-danger__text">{ "有人身危险，或者正在被骗转账，先打 " }{ &phone.number }{ "。" }</p>
            { dial(&phone.number, "马上拨打") }
        </div>
    }
}
