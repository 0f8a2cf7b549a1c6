//! What to say to whoever answers: the owner ticks what may be told, and reads it out or copies it.

use assessor::Rulebook;
use assessor::report::FindingReport;
use yew::prelude::*;

use super::contact::dials;
use super::copy::Copy;
use super::tick::tick;
use crate::handout::{Call, Fact};
use crate::model::{Model, Route};
use crate::pages::Page;
use crate::parts::{DEFAULT, note, text, way, ways};

/// The screen about a finding; none if the report has none of that id.
pub fn page(model: &Model, id: &str) -> Option<Page> {
    let rulebook = model.rulebook();
    let report = model.report();
    let finding = report.findings.iter().find(|it| it.id == id)?;
    let body = html! {
        <>
            { text(finding.title.clone()) }
            <Script call={Call::new(model.session(), finding)} />
            { numbers(rulebook, finding) }
            { ways(vec![way(DEFAULT, &Route::Finding(id.to_owned()), "看这一条怎么办")]) }
        </>
    };
    Some(Page::new("打电话怎么说", body))
}

/// The first contact's numbers, and what to have at hand.
fn numbers(rulebook: &Rulebook, finding: &FindingReport) -> Html {
    let agency = finding.agencies.iter().find_map(|id| rulebook.agency(id));
    html! {
        <section class="lra-block">
            if let Some(agency) = agency {
                <h2 class="lra-block__title">{ format!("打给：{}", agency.name) }</h2>
                { dials(rulebook, agency) }
            }
            if !finding.materials.is_empty() {
                <h2 class="lra-block__title">{ "手边放好" }</h2>
                <ul class="lra-list">{ for finding.materials.iter().map(|it| html! { <li key={it.clone()}>{ it }</li> }) }</ul>
            }
        </section>
    }
}

#[derive(Debug, Clone, PartialEq, Properties)]
struct Given {
    call: Call,
}

/// The words, and what they hold. What is ticked is forgotten with the screen.
#[derive(Debug)]
struct Script {
    /// Ids of the questions whose tick is not as it was at first.
    changed: Vec<String>,
}

impl Script {
    fn told(&self, fact: &Fact) -> bool {
        fact.own != self.changed.contains(&fact.question)
    }

    fn row(&self, ctx: &Context<Self>, fact: &Fact) -> Html {
        let question = fact.question.clone();
        let change = ctx.link().callback(move |_: Event| question.clone());
        tick(format!("tell-{}", fact.question), &fact.words, self.told(fact), change)
    }

    fn rows(&self, ctx: &Context<Self>, own: bool) -> Vec<Html> {
        let facts = ctx.props().call.facts.iter().filter(|it| it.own == own);
        facts.map(|fact| self.row(ctx, fact)).collect()
    }
}

impl Component for Script {
    type Message = String;
    type Properties = Given;

    fn create(_: &Context<Self>) -> Self {
        Self { changed: Vec::new() }
    }

    fn update(&mut self, _: &Context<Self>, question: String) -> bool {
        match self.changed.iter().position(|it| *it == question) {
            Some(at) => drop(self.changed.remove(at)),
            None => self.changed.push(question),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (own, others) = (self.rows(ctx, true), self.rows(ctx, false));
        html! {
            <>
                <section class="lra-block">
                    <h2 class="lra-block__title">{ "照着念，或者复制" }</h2>
                    <Copy id="script" text={ctx.props().call.words(|fact| self.told(fact))} label="复制这段话" />
                </section>
                <section class="lra-block">
                    <h2 class="lra-block__title">{ "哪些情况可以告诉对方？" }</h2>
                    { note("打了勾的写进上面的话里。您的回答不会自己发出去。") }
                    <div class="lra-ticks">{ own }</div>
                    if !others.is_empty() {
                        <details class="lra-fold">
                            <summary class="lra-fold__head">{ format!("企业的基本情况（{}），要说再勾", others.len()) }</summary>
                            <div class="lra-ticks">{ others }</div>
                        </details>
                    }
                </section>
            </>
        }
    }
}
