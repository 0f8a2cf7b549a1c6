//! What to do about a finding: why, cost, deadlines, steps and papers to tick, contacts, law.

use assessor::definition::Law;
use assessor::report::{Because, Cited, FindingReport, Status};
use assessor::words;
use yew::prelude::*;

use super::contact::card;
use super::notes::Notes;
use super::{first, rule, ticks, ways};
use crate::model::{Model, Route, Subject};
use crate::parts::{Send, deadline, link_about, named, note, plain};

/// A finding on the screen, and what is needed to draw it.
pub struct Case<'a> {
    /// The page.
    pub model: &'a Model,
    /// What was ticked.
    pub notes: &'a Notes,
    /// The finding.
    pub finding: &'a FindingReport,
    /// The level of the headings under its title.
    pub heading: Heading,
    /// Where taps go.
    pub send: &'a Send,
}

impl Case<'_> {
    /// What tells its links from those of others: nothing where it has the screen to itself.
    pub fn about(&self) -> &str {
        match self.heading {
            Heading::Second => "",
            Heading::Third => &self.finding.title,
        }
    }
}

/// The level of headings under the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Under the title of the screen.
    Second,
    /// Under a title within the screen.
    Third,
}

/// Everything about a risk under its title: first why it is one, then what to do.
pub fn risk(case: &Case<'_>) -> Html {
    let Case { finding, .. } = *case;
    html! {
        <div class="lra-advice">
            { open_points(case) }
            { first::of_risk(case) }
            { reasons(case) }
            { block(case.heading, "可能的后果", plain(finding.consequence.clone())) }
            { deadlines(case) }
            { to_do(case) }
            { ways::ways(case) }
            { contacts(case, 2) }
            { basis(case) }
            { wrong(case) }
        </div>
    }
}

/// Everything about what has happened: first whom to call and by when, last why.
pub fn guidance(case: &Case<'_>) -> Html {
    let Case { finding, .. } = *case;
    html! {
        <div class="lra-advice">
            { open_points(case) }
            { first::of_guidance(case) }
            { deadlines(case) }
            { contacts(case, 1) }
            { to_do(case) }
            { block(case.heading, "可能的后果", plain(finding.consequence.clone())) }
            { reasons(case) }
            { basis(case) }
            { wrong(case) }
        </div>
    }
}

/// A part of the advice under its heading.
pub fn block(heading: Heading, title: impl Into<AttrValue>, body: Html) -> Html {
    html! { <section class="lra-block">{ titled(heading, title.into(), None) }{ body }</section> }
}

/// The heading of a part; with an id it can take the focus.
fn titled(heading: Heading, title: AttrValue, id: Option<String>) -> Html {
    let tabindex = id.as_ref().map(|_| "-1");
    match heading {
        Heading::Second => html! { <h2 {id} {tabindex} class="lra-block__title">{ title }</h2> },
        Heading::Third => html! { <h3 {id} {tabindex} class="lra-block__title">{ title }</h3> },
    }
}

/// The id of the heading over a finding's contacts.
pub fn contacts_id(finding: &FindingReport) -> String {
    format!("contacts-{}", finding.id)
}

fn deadlines(case: &Case<'_>) -> Html {
    let Case { model, finding, heading, .. } = *case;
    if finding.deadlines.is_empty() {
        return Html::default();
    }
    let each = finding.deadlines.iter().map(|it| deadline(model.rulebook(), it));
    block(heading, "期限", html! { <>{ for each }</> })
}

/// Steps, papers, and what to leave alone.
fn to_do(case: &Case<'_>) -> Html {
    let Case { notes, finding, heading, .. } = *case;
    let avoid = finding.avoid.iter().map(|point| html! { <li key={point.clone()}>{ point }</li> });
    html! {
        <>
            { ticks::list(case, "怎么做", true, &finding.steps) }
            { ticks::list(case, "准备什么材料", false, &finding.materials) }
            if !finding.steps.is_empty() && notes.count_done(&finding.id, &finding.steps) == finding.steps.len() {
                { block(heading, "都做完了", plain("情况变了，就在“为什么这样说”里改答案，看这一条还在不在。")) }
            }
            if !finding.avoid.is_empty() {
                { block(heading, "不要做", html! { <ul class="lra-list lra-list_avoid">{ for avoid }</ul> }) }
            }
        </>
    }
}

/// The first contacts; the others wait until they are wanted.
fn contacts(case: &Case<'_>, first: usize) -> Html {
    let Case { model, finding, heading, .. } = *case;
    let rulebook = model.rulebook();
    let mut cards: Vec<Html> = finding
        .agencies
        .iter()
        .filter_map(|id| rulebook.agency(id))
        .zip(["先找：", "再找："].into_iter().chain(std::iter::repeat("也可以找：")))
        .map(|(agency, turn)| card(rulebook, agency, turn))
        .collect();
    let others = cards.split_off(cards.len().min(first));
    let body = html! {
        <>
            { link_about(&Route::Call(finding.id.clone()), "电话里怎么说？看一段可以照着念的话", case.about()) }
            { cards }
            if !others.is_empty() {
                <details class="lra-fold">
                    <summary class="lra-fold__head">{ named(format!("还可以找（{}）", others.len()), case.about()) }</summary>
                    { others }
                </details>
            }
        </>
    };
    let title = titled(heading, "找谁".into(), Some(contacts_id(finding)));
    html! { <section class="lra-block">{ title }{ body }</section> }
}

/// What a possible finding hangs on, in a line; empty if there is nothing to ask.
pub fn to_confirm(model: &Model, finding: &FindingReport) -> String {
    let asks = finding.depends_on.iter().filter_map(|id| model.rulebook().question(id));
    let asks: Vec<&str> = asks.map(|it| it.text.as_str()).take(2).collect();
    if asks.is_empty() { String::new() } else { format!("还需要确认：{}", asks.join(" ")) }
}

/// The questions that would settle a possible finding.
fn open_points(case: &Case<'_>) -> Html {
    let Case { model, finding, heading, .. } = *case;
    if finding.status != Status::Possible || finding.depends_on.is_empty() {
        return Html::default();
    }
    let questions = finding.depends_on.iter().filter_map(|id| {
        let section = model.rulebook().section_of(id)?;
        let question = model.rulebook().question(id)?;
        let to = Route::question(&section.id, id);
        Some(html! {
            <li key={id.clone()}>
                { plain(question.text.clone()) }
                { link_about(&to, "去回答", &question.text) }
            </li>
        })
    });
    let body = html! {
        <>
            { plain("这一条还不能确定。弄清下面的情况就知道了：") }
            <ul class="lra-plain">{ for questions }</ul>
        </>
    };
    block(heading, "还需要确认", body)
}

/// The answers it rests on, and the rule behind them.
fn reasons(case: &Case<'_>) -> Html {
    let Case { model, finding, heading, .. } = *case;
    let body = html! {
        <>
            <ul class="lra-plain">{ for finding.because.iter().map(|it| reason(model, it)) }</ul>
            { rule::fold(model, finding, case.about()) }
        </>
    };
    block(heading, "为什么这样说", body)
}

fn reason(model: &Model, because: &Because) -> Html {
    let section = model.rulebook().section_of(&because.question);
    let to = section.map(|section| Route::question(&section.id, &because.question));
    html! {
        <li key={because.question.clone()}>
            { note(because.text.clone()) }
            <p>{ "您回答了：" }<strong>{ &because.answer }</strong></p>
            if let Some(to) = to {
                { link_about(&to, "改答案", &because.text) }
            }
        </li>
    }
}

fn basis(case: &Case<'_>) -> Html {
    let Case { model, finding, heading, .. } = *case;
    if finding.basis.is_empty() {
        return Html::default();
    }
    let groups = finding.basis.chunk_by(|one, next| one.citation.law == next.citation.law);
    let each = groups.map(|of_one_law| {
        let law = of_one_law.first().and_then(|it| model.rulebook().law(&it.citation.law));
        citations(of_one_law, law)
    });
    block(heading, "法律依据", html! { <ul class="lra-plain">{ for each }</ul> })
}

/// What of a law it rests on; the law itself is said once.
fn citations(of_one_law: &[Cited], law: Option<&Law>) -> Html {
    html! {
        <li>
            { for of_one_law.iter().map(|it| plain(it.text.clone())) }
            if let Some(law) = law {
                { note(format!("《{}》（{}），现行版本自{}起施行", law.title, law.kind, words::date(law.effective))) }
            }
        </li>
    }
}

/// Where to say that something of it is not right.
fn wrong(case: &Case<'_>) -> Html {
    let to = Route::Wrong(Subject::Finding, case.finding.id.clone());
    html! { <p class="lra-early">{ link_about(&to, "这里不对？", case.about()) }</p> }
}
