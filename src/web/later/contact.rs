//! A contact card: whom to call, for what, and how sure the number is.
//!
//! Every number comes from the rulebook. A number is a real link and stays readable and
//! selectable; a window whose number nobody has verified shows none, but the national line
//! that stands in for it.

use assessor::definition::{Agency, AgencyLevel, Channel, Commitment};
use assessor::{Rulebook, words};
use yew::prelude::*;

use super::copy::Copy;
use crate::handout::{self, CITY, Line, hints, lines};
use crate::parts::{note, plain};

/// The card of an agency; `turn` says when to go there, such as 先找, and may be empty.
pub fn card(rulebook: &Rulebook, agency: &Agency, turn: &'static str) -> Html {
    html! {
        <article class="lra-card" key={agency.id.clone()} data-agency={agency.id.clone()}>
            <p class="lra-card__name"><span class="lra-note">{ turn }</span>{ &agency.name }</p>
            { plain(format!("管：{}", agency.handles.join("；"))) }
            if !agency.excludes.is_empty() {
                { note(format!("不管：{}", agency.excludes.join("；"))) }
            }
            if let Some(line) = rulebook.definition().stand_in(agency) {
                { note(pending(rulebook, agency, line)) }
            }
            { dials(rulebook, agency) }
            { for lines(rulebook, agency).iter().map(known) }
            { channels(&agency.online) }
            { promises(&agency.commitments) }
            <Copy text={handout::contact(rulebook, agency)} label="复制联系方式" about={agency.name.clone()} shown={false} />
            { note(format!("核实日期：{}", words::date(agency.verified_on))) }
        </article>
    }
}

/// The numbers for an agency, to be tapped.
pub fn dials(rulebook: &Rulebook, agency: &Agency) -> Html {
    html! { <div class="lra-dials">{ for lines(rulebook, agency).into_iter().map(dial) }</div> }
}

/// A link that dials, with the number to be read.
pub fn dial(line: Line<'_>) -> Html {
    let number = &line.phone.number;
    html! {
        <a key={number.clone()} class="lra-dial" href={format!("tel:{number}")}>
            <span class="lra-dial__label">{ line.label }</span>
            <span class="lra-dial__number">{ number }</span>
        </a>
    }
}

/// What is said where no number of the agency itself has been verified and a line stands in.
fn pending(rulebook: &Rulebook, agency: &Agency, line: &Agency) -> String {
    let window = match agency.level {
        AgencyLevel::Local => format!("本地窗口：待{}有关单位核实", rulebook.definition().region),
        AgencyLevel::National | AgencyLevel::Provincial => "本单位电话：待核实".into(),
    };
    format!("{window}。先打全国热线：{}", line.name)
}

/// When the agency's numbers are answered, and what to know before dialling them. What there is to
/// know of the city's general line stands on its own card.
fn known(line: &Line<'_>) -> Html {
    let hints = hints(line.phone).filter(|_| line.label != CITY);
    hints.map(|hints| note(format!("{}：{hints}", line.phone.number))).unwrap_or_default()
}

fn channels(online: &[Channel]) -> Html {
    if online.is_empty() {
        return Html::default();
    }
    html! { <ul class="lra-list">{ for online.iter().map(channel) }</ul> }
}

fn channel(channel: &Channel) -> Html {
    let name = match &channel.url {
        Some(url) => {
            html! { <a class="lra-link" href={url.clone()} rel="noopener noreferrer">{ &channel.name }</a> }
        }
        None => html! { { &channel.name } },
    };
    html! {
        <li key={channel.name.clone()}>
            { &channel.kind }{ "：" }{ name }
            if let Some(note) = &channel.note {
                <span class="lra-note">{ "（" }{ note }{ "）" }</span>
            }
        </li>
    }
}

/// What the agency has promised, in its words: a promise of theirs, not of the page.
fn promises(commitments: &[Commitment]) -> Html {
    if commitments.is_empty() {
        return Html::default();
    }
    html! {
        <>
            { note("该单位公开承诺过（是它的承诺，不是本页的保证）：") }
            { for commitments.iter().map(|promise| html! {
                <blockquote key={promise.text.clone()} class="lra-promise">
                    { format!("“{}”", promise.text) }
                    <cite class="lra-note lra-line">{ format!("——{}", promise.source) }</cite>
                </blockquote>
            }) }
        </>
    }
}
