//! What surrounds every screen: the way home, all numbers, the size of text, notices, and the foot.

use yew::prelude::*;

use super::foot::foot;
use super::plain::{SMALL, button, link_about, plain};
use super::switches::mode_switch;
use super::{Send, on};
use crate::model::{Action, Model, Notice, Route};

/// A screen in its surroundings, and the dialog over it. The key makes every screen a new one, so that no state of the
/// last question's controls is left in the next one's.
pub fn shell(model: &Model, send: &Send, screen: Html, dialog: Html) -> Html {
    let first = *model.route() == Route::Intro;
    let beneath = model.dialog().is_some();
    html! {
        <>
            <p class="lra-hidden" role="status">{ model.spoken() }{ " " }{ model.grown().unwrap_or_default() }</p>
            <div class="lra-notice" role="status">
                if let Some(notice) = model.notice() {
                    { said(notice) }
                    if notice.undo {
                        { button(SMALL, "恢复", on(send, Action::Undo)) }
                    }
                    { button(SMALL, "知道了", on(send, Action::Dismiss)) }
                }
            </div>
            if let Some(warning) = model.warning() {
                <p class="lra-warning" role="alert">{ warning }</p>
            }
            <header inert={beneath} class={if first { "lra-top lra-top_first" } else { "lra-top" }}>
                if !first {
                    <a class="lra-top__home" href={Route::Intro.to_string()}>{ "首页" }</a>
                }
                <a class="lra-top__numbers" href={Route::Agencies.to_string()}>{ "全部电话" }</a>
                { mode_switch(model.look(), send) }
            </header>
            // Whether this window saves its answers, for what updates the page (`www/offline.js`).
            <main
                key={model.route().to_string()}
                inert={beneath}
                class="lra-screen"
                data-saving={model.saving().then_some("")}
            >
                { screen }
            </main>
            <div inert={beneath}>{ foot(model.rulebook()) }</div>
            { dialog }
        </>
    }
}

fn said(notice: &Notice) -> Html {
    let lines = notice.remarks.iter().map(|remark| {
        let way = remark.to.as_ref().map(|to| link_about(to, "去看", &remark.words));
        html! { <li key={remark.words.clone()}>{ &remark.words }{ way }</li> }
    });
    html! {
        <div class="lra-notice__said">
            { plain(notice.text.clone()) }
            if !notice.remarks.is_empty() {
                <ul class="lra-list">{ for lines }</ul>
            }
        </div>
    }
}
