//! What surrounds every screen: the way home, the size of text, notices, and the foot.

use yew::prelude::*;

use super::foot::foot;
use super::plain::{SMALL, button, plain};
use super::switches::mode_switch;
use super::{Send, on};
use crate::model::{Action, Model, Route};

/// A screen in its surroundings. The key makes every screen a new one, so that no state of the
/// last question's controls is left in the next one's.
pub fn shell(model: &Model, send: &Send, screen: Html) -> Html {
    let first = *model.route() == Route::Intro;
    html! {
        <>
            <p class="lra-hidden" role="status">{ model.spoken() }</p>
            <div class="lra-notice" role="status">
                if let Some(notice) = model.notice() {
                    { plain(notice.to_owned()) }
                    { button(SMALL, "知道了", on(send, Action::Dismiss)) }
                }
            </div>
            <header class={if first { "lra-top lra-top_first" } else { "lra-top" }}>
                if !first {
                    <a class="lra-top__home" href={Route::Intro.to_string()}>{ &model.rulebook().definition().title }</a>
                }
                { mode_switch(model.look(), send) }
            </header>
            <main key={model.route().to_string()} class="lra-screen">{ screen }</main>
            { foot(model.rulebook()) }
        </>
    }
}
