//! A row that leads to another screen: a real link, so that it works like every link.

use assessor::definition::{Section, grouped};
use yew::prelude::*;

use crate::model::Route;

/// What a row shows.
pub struct Row {
    /// Where it leads.
    pub to: Route,
    /// The first line.
    pub title: String,
    /// Labels under the title.
    pub tags: Html,
    /// A second line; may be empty.
    pub note: String,
}

/// Draws a row.
pub fn row(row: Row) -> Html {
    // Several rows may lead to one place, such as domains that do not apply to the profile.
    let key = format!("{} {}", row.to, row.title);
    html! {
        <a {key} id={row.to.link_id()} class="weui-cell weui-cell_access lra-row" href={row.to.to_string()}>
            <span class="weui-cell__bd">
                <span class="lra-row__title">{ row.title }</span>
                { row.tags }
                if !row.note.is_empty() {
                    <span class="weui-cell__desc lra-row__note">{ row.note }</span>
                }
            </span>
            <span class="weui-cell__ft" aria-hidden="true"></span>
        </a>
    }
}

/// Rows under a heading; nothing when there are none.
pub fn list(title: &str, rows: Vec<Html>) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <section key={title.to_owned()} class="lra-group">
            <h2 class="weui-cells__title">{ title }</h2>
            <div class="weui-cells">{ for rows }</div>
        </section>
    }
}

/// Rows under the headings that the rulebook gives their sections.
pub fn lists<'a, T>(
    items: impl IntoIterator<Item = T>,
    section: impl Fn(&T) -> &'a Section,
    row: impl Fn(T) -> Html,
) -> Html {
    let groups = grouped(items, |it| section(it).group.as_deref().unwrap_or("别的")).into_iter();
    groups.map(|(name, of_it)| list(name, of_it.into_iter().map(&row).collect())).collect()
}
