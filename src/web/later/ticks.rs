//! Steps and papers to tick: what is done stays ticked, on this device only if the owner agreed.

use std::rc::Rc;

use yew::prelude::*;

use super::advice::{Case, block};
use super::notes::Notes;
use super::tick::tick;
use crate::model::Action;
use crate::parts::note;

/// What is said once about ticking.
fn hint(saving: bool) -> &'static str {
    if saving {
        "做完一样勾一样。"
    } else {
        "做完一样勾一样（没有同意保存，关掉页面就没有了）。"
    }
}

/// What to do, in order, or to bring, each with a box; nothing when there is nothing.
pub fn list(case: &Case<'_>, title: &str, ordered: bool, all: &[String]) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    let Case { notes, finding, .. } = *case;
    let title = match notes.count_done(&finding.id, all) {
        0 => title.to_owned(),
        done => format!("{title}（已做 {done} / {}）", all.len()),
    };
    let numbered = ordered && all.len() > 1;
    let rows = all.iter().enumerate().map(|(at, words)| row(case, numbered.then_some(at + 1), words));
    let body = html! {
        <>
            if ordered {
                { note(hint(case.model.saving())) }
            }
            <ul class="lra-plain lra-steps">{ for rows }</ul>
        </>
    };
    block(case.heading, title, body)
}

fn row(case: &Case<'_>, number: Option<usize>, words: &str) -> Html {
    let Case { notes, finding, send, .. } = *case;
    let done = notes.is_done(&finding.id, words);
    let said = number.map_or_else(|| words.to_owned(), |number| format!("{number}. {words}"));
    let id = format!("tick-{}-{}", finding.id, Notes::mark(words));
    let tapped: Rc<(Notes, String, String)> = Rc::new((notes.clone(), finding.id.clone(), words.to_owned()));
    let onchange = send.reform(move |_: Event| {
        let (notes, finding, words) = &*tapped;
        let mut notes = notes.clone();
        notes.tick(finding, words);
        Action::Note(notes.write())
    });
    html! { <li key={id.clone()}>{ tick(id, &said, done, onchange) }</li> }
}
