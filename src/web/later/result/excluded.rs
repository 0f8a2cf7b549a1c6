//! What was looked for and is not there, by the owner's answers: closed until wanted.

use assessor::report::Progress;
use yew::prelude::*;

use super::Result;

/// The fold; nothing when nothing is excluded.
pub fn excluded(result: &Result<'_>) -> Html {
    let model = result.model;
    let looked = result.domains.iter().filter(|it| it.progress != Progress::NotStarted);
    let sections = looked.filter_map(|it| model.rulebook().section(&it.id));
    let titles: Vec<&str> =
        sections.flat_map(|section| model.session().excluded(section)).map(|it| it.title.as_str()).collect();
    if titles.is_empty() {
        return Html::default();
    }
    html! {
        <details class="lra-fold lra-fold_wide">
            <summary class="lra-fold__head">{ format!("按您的回答，查过、没有的（{}）", titles.len()) }</summary>
            <ul class="lra-list lra-fold__list">{ for titles.into_iter().map(|title| html! { <li key={title.to_owned()}>{ title }</li> }) }</ul>
        </details>
    }
}
