//! A contact card: whom to call, for what, and how sure the number is.
//!
//! Every number comes from the rulebook. A number is a real link and stays readable and
//! selectable; a window whose number nobody has verified shows none, but the national line
//! that stands in for it.

use assessor::definition::{Agency, AgencyLevel, Channel, Commitment, Phone};
use assessor::{Rulebook, words};
use yew::prelude::*;

use crate::parts::{note, plain};

/// The city's general line, offered beside every other number.
const CITY_LINE: &str = "nat-12345";
/// Emergency lines stand alone: nothing beside them may be tapped by mistake.
const ALONE: [&str; 2] = ["nat-110", "nat-119"];

/// The card of an agency; `turn` says when to go there, such as 先找, and may be empty.
pub fn card(rulebook: &Rulebook, agency: &Agency, turn: &'static str) -> Html {
    html! {
        <article class="lra-card" key={agency.id.clone()}>
            <p class="lra-card__name"><span class="lra-note">{ turn }</span>{ &agency.name }</p>
            { plain(format!("管：{}", agency.handles.join("；"))) }
            if !agency.excludes.is_empty() {
                { note(format!("不管：{}", agency.excludes.join("；"))) }
            }
            { numbers(rulebook, agency) }
            { for agency.phones.iter().map(phone_notes) }
            { channels(&agency.online) }
            { for agency.commitments.iter().map(promise) }
            { note(format!("核实日期：{}", words::date(agency.verified_on))) }
        </article>
    }
}

/// A link that dials, with the number to be read.
pub fn dial(number: &str, label: &str) -> Html {
    html! {
        <a key={number.to_owned()} class="lra-dial" href={format!("tel:{number}")}>
            <span class="lra-dial__label">{ label }</span>
            <span class="lra-dial__number">{ number }</span>
        </a>
    }
}

fn numbers(rulebook: &Rulebook, agency: &Agency) -> Html {
    let stand_in = agency.hotline.as_deref().and_then(|id| rulebook.agency(id));
    let city = rulebook.agency(CITY_LINE);
    let unverified = agency.phones.is_empty();
    let (own, label) = match stand_in.filter(|_| unverified) {
        Some(line) => (line, "全国热线"),
        None => (agency, "拨打"),
    };
    let mut numbers: Vec<(&Phone, &str)> = own.phones.iter().map(|it| (it, label)).collect();
    if let Some(phone) = city.and_then(|it| it.phones.first())
        && !ALONE.contains(&agency.id.as_str())
        && !numbers.iter().any(|(it, _)| it.number == phone.number)
    {
        numbers.push((phone, "市民热线"));
    }
    html! {
        <>
            if unverified && agency.hotline.is_some() {
                { note(pending(rulebook, agency)) }
            }
            <div class="lra-dials">
                { for numbers.into_iter().map(|(phone, label)| dial(&phone.number, label)) }
            </div>
        </>
    }
}

/// What is said where no number of the agency itself has been verified.
fn pending(rulebook: &Rulebook, agency: &Agency) -> String {
    let window = match agency.level {
        AgencyLevel::Local => format!("本地窗口：待{}有关单位核实", rulebook.definition().region),
        AgencyLevel::National | AgencyLevel::Provincial => "本单位电话：待核实".into(),
    };
    let stand_in = agency.hotline.as_deref().and_then(|id| rulebook.agency(id));
    match stand_in {
        Some(line) => format!("{window}。先打全国热线：{}", line.name),
        None => window,
    }
}

fn phone_notes(phone: &Phone) -> Html {
    let notes: Vec<&str> = [phone.hours.as_deref(), phone.note.as_deref()].into_iter().flatten().collect();
    if notes.is_empty() {
        return Html::default();
    }
    note(format!("{}：{}", phone.number, notes.join("；")))
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

fn promise(promise: &Commitment) -> Html {
    note(format!("公开承诺：{}（出处：{}）", promise.text, promise.source))
}
