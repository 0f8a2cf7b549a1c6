//! 怎样就没有这个风险了: the fewest changes after which a finding no longer stands, as a to-do.
//!
//! The engine searches for them, within a bound that an old phone manages in a tenth of a second, and
//! only when the answers have changed.

use assessor::report::Status;
use assessor::{Change, Input, Search, Session, Way, WhatIf};
use yew::prelude::*;

use super::advice::{Case, Heading, block};
use crate::parts::{level, note, plain, status};

/// How often the search may change an answer.
const BOUND: u32 = 1_500;

/// Ways shown at once; the others wait until they are wanted.
const SHOWN: usize = 2;

/// The part of the advice.
pub fn ways(case: &Case<'_>) -> Html {
    let Case { model, finding, heading, .. } = *case;
    html! { <Ways session={model.session().clone()} finding={finding.id.clone()} certain={finding.status == Status::Confirmed} {heading} /> }
}

/// Under which answers which finding is to be cleared.
#[derive(Debug, Clone, Properties)]
pub struct Asked {
    session: Session,
    finding: String,
    certain: bool,
    heading: Heading,
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        let answers = |it: &Self| (it.session.on(), it.session.rulebook().sha256().to_owned());
        self.finding == other.finding
            && answers(self) == answers(other)
            && self.session.answers() == other.session.answers()
    }
}

/// Remembers what the search found.
struct Ways {
    found: Option<WhatIf>,
}

impl Component for Ways {
    type Message = ();
    type Properties = Asked;

    fn create(ctx: &Context<Self>) -> Self {
        Self { found: search(ctx.props()) }
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &Asked) -> bool {
        self.found = search(ctx.props());
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Asked { certain, heading, .. } = *ctx.props();
        self.found.as_ref().map(|found| told(found, certain, heading)).unwrap_or_default()
    }
}

fn search(asked: &Asked) -> Option<WhatIf> {
    asked.session.what_if_within(&asked.finding, BOUND)
}

fn told(found: &WhatIf, certain: bool, heading: Heading) -> Html {
    let ways = worth_it(&found.ways);
    let (shown, others) = ways.split_at(ways.len().min(SHOWN));
    let body = html! {
        <>
            { plain(lead(found, &ways, certain)) }
            { for shown.iter().enumerate().map(|(at, it)| way(it, at > 0)) }
            if !others.is_empty() {
                <details class="lra-fold">
                    <summary class="lra-fold__head">{ format!("别的办法（{}）", others.len()) }</summary>
                    { for others.iter().map(|it| way(it, true)) }
                </details>
            }
            if !ways.is_empty() && certain {
                { plain("这是说从今以后。以前已经发生的，责任不会因此没有，该补的还要补。") }
            }
            if found.search == Search::Partial && !ways.is_empty() {
                { note("情况太多，没有全部试完：可能还有别的办法，或者更省事的。") }
            }
        </>
    };
    block(heading, "怎样就没有这个风险了", body)
}

/// Ways that bring up nothing certain; all, if each of them does. From one risk into another is no
/// way out as long as there is one.
fn worth_it(ways: &[Way]) -> Vec<&Way> {
    let clean = |way: &&Way| way.raises.iter().all(|it| it.status != Status::Confirmed);
    let kept: Vec<&Way> = ways.iter().filter(clean).collect();
    if kept.is_empty() { ways.iter().collect() } else { kept }
}

/// What can be said before the ways, or in place of them.
fn lead(found: &WhatIf, ways: &[&Way], certain: bool) -> &'static str {
    let single = ways.first().is_some_and(|way| way.changes.len() == 1);
    match (ways.len(), found.search) {
        (1, _) if !certain => "如果是下面这样，这一条就没有：",
        (1, _) if single => "做到下面这件事，这一条就没有了：",
        (1, _) => "下面几件都做到，这一条就没有了：",
        (2.., _) if !certain => "如果是下面任何一种，这一条就没有：",
        (2.., _) if single => "做到下面任何一件，这一条就没有了：",
        (2.., _) => "做到下面任何一组，这一条就没有了：",
        (0, Search::TooMany) => "要同时改变三件以上的事，这里列不出来。按“怎么做”一步一步来。",
        (0, Search::Partial) => "情况太多，没有全部试完，没有算出简单的办法。按“怎么做”一步一步来。",
        (0, Search::Complete) if certain => {
            "这一条看的是已经发生、已经定了的事，改变不了。能做的是按“怎么做”补救，减少损失。"
        }
        (0, Search::Complete) => "这一条看的是已经定了的事，弄清上面的情况才知道有没有。",
    }
}

/// One way: what has to change together, and what it would bring up.
fn way(way: &Way, other: bool) -> Html {
    html! {
        <div class="lra-way">
            if other {
                <p class="lra-way__or">{ "或者" }</p>
            }
            <ul class="lra-plain">{ for way.changes.iter().map(change) }</ul>
            if !way.raises.is_empty() {
                <p class="lra-note">{ "不过会新出现：" }</p>
                <ul class="lra-list">
                    { for way.raises.iter().map(|raised| html! {
                        <li key={raised.finding.clone()}>
                            { &raised.title }
                            <span class="lra-tags">
                                if raised.severity.is_some() {
                                    { level(raised.severity).saying(format!("风险{}", level(raised.severity).word)) }
                                }
                                { status(raised.status).draw() }
                            </span>
                        </li>
                    }) }
                </ul>
            }
        </div>
    }
}

fn change(change: &Change) -> Html {
    // Of several options only those that come or go are named, which takes a sentence.
    let to = match change.answer {
        Input::List(_) => change.sentence.clone(),
        _ => format!("要变成：{}", change.to),
    };
    html! {
        <li key={change.question.clone()}>
            { note(change.text.clone()) }
            <p><strong>{ to }</strong></p>
            if let Some(from) = &change.from {
                { note(format!("现在：{from}")) }
            }
        </li>
    }
}
