//! One question: the heading is the question, below it the ways to answer.

use assessor::definition::{Kind, Question, Section, Term};
use assessor::{Input, QuestionState};
use yew::prelude::*;

use super::Page;
use crate::model::{Action, Model, Route, Subject};
use crate::parts::{
    DEFAULT, Field, PRIMARY, Send, button, check_rows, dialog, link, number_field, on, plain, progress,
    radio_rows, text, unknown_row,
};

/// How the ways to answer a question are drawn.
pub type Ways = fn(&Model, &Question, &Send) -> Html;

/// The screen of the question. `answer` draws the ways to answer it: [`answer`] those of the first
/// questions, `later::question` all.
pub fn page(model: &Model, send: &Send, answer: Ways) -> Option<Page> {
    let (section, question) = (model.section()?, model.question()?);
    let step = model.step()?;
    let submit = send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::Next
    });
    // One of several is a radio group, which may itself be marked as wrong; a plain group may not.
    let one = matches!(question.kind, Kind::Boolean | Kind::Choice { .. });
    let body = html! {
        <>
            { progress(&section.title, model.spoken(), model.grown(), step) }
            <form class="lra-question" onsubmit={submit} novalidate=true>
                <fieldset class="lra-fieldset" role={one.then_some("radiogroup")} aria-describedby={one.then_some("complaint")}
                    aria-invalid={(one && model.complaint().is_some()).then_some("true")}>
                    <legend class="lra-legend">
                        <h1 id="heading" class="lra-title" tabindex="-1">{ &question.text }</h1>
                    </legend>
                    { model.occasion().map(text).unwrap_or_default() }
                    if model.session().state(&question.id) == QuestionState::NotApplicable {
                        { text("按前面的回答，这一题现在不用答了。") }
                    } else {
                        { answer(model, question, send) }
                    }
                </fieldset>
                <p id="complaint" class="lra-complaint" role="alert">{ model.complaint().unwrap_or_default() }</p>
                { terms(model, question) }
                { ways(model, section, send) }
                { about(model, question) }
            </form>
        </>
    };
    Some(Page::headed(question.text.clone(), body).under(explanation(model, question, send)))
}

/// The ways to answer the first questions, which ask for no amount and no date.
pub fn answer(model: &Model, question: &Question, send: &Send) -> Html {
    let now = model.session().input(&question.id);
    let unknown = question.may_be_unknown;
    match &question.kind {
        Kind::Boolean => {
            let options = [(Input::Boolean(true), "是"), (Input::Boolean(false), "否")];
            radio_rows(&options.map(|(input, label)| (input, label.to_owned())), unknown, now, send)
        }
        Kind::Choice { options } => {
            let options: Vec<(Input, String)> =
                options.iter().map(|option| (Input::Text(option.id.clone()), option.label.clone())).collect();
            radio_rows(&options, unknown, now, send)
        }
        Kind::MultiChoice { options } => check_rows(options, unknown, now, model.complaint().is_some(), send),
        Kind::Integer { unit, .. } => {
            let unit = unit.as_deref().unwrap_or_default();
            with_unknown(number_field(field(model, question), unit, false, send), unknown, now, send)
        }
        Kind::Money { .. } | Kind::Date { .. } => Html::default(),
    }
}

/// What the field of a question shows.
pub fn field(model: &Model, question: &Question) -> Field {
    Field { text: model.field(question), echo: model.echo(question), wrong: model.complaint().is_some() }
}

/// A field with 不清楚 beside it.
pub fn with_unknown(field: Html, unknown: bool, now: Option<&Input>, send: &Send) -> Html {
    html! {
        <>
            { field }
            if unknown {
                { unknown_row(now, send) }
            }
        </>
    }
}

/// The ways to what its words mean: between the question and the button, where they are needed.
fn terms(model: &Model, question: &Question) -> Html {
    if question.terms.is_empty() {
        return Html::default();
    }
    let terms = question.terms.iter().zip(1..).map(|(Term { term, .. }, number)| {
        let to = model.route().help(number);
        let asks = format!("“{term}”是什么意思？");
        html! { <a key={number} id={to.link_id()} class="lra-link" href={to.to_string()} aria-label={asks}>{ term }</a> }
    });
    html! {
        <div class="lra-help">
            <span class="lra-note">{ "什么意思？" }</span>
            { for terms }
        </div>
    }
}

/// The ways to why it is asked, and to say that something is wrong with it.
fn about(model: &Model, question: &Question) -> Html {
    html! {
        <div class="lra-help lra-help_centred">
            { link(&model.route().help(0), "为什么问这个？") }
            { link(&Route::Wrong(Subject::Question, question.id.clone()), "这一题不对？") }
        </div>
    }
}

/// The dialog that one of them opens.
fn explanation(model: &Model, question: &Question, send: &Send) -> Option<Html> {
    let number = usize::from(model.dialog()?);
    let Some(at) = number.checked_sub(1) else {
        return Some(dialog("为什么问这个？", plain(question.why.clone()), send));
    };
    let Term { term, meaning } = question.terms.get(at)?;
    Some(dialog(&format!("“{term}”是什么意思？"), plain(meaning.clone()), send))
}

/// 上一题, 下一题, and the early result.
fn ways(model: &Model, section: &Section, send: &Send) -> Html {
    let next = if model.on_errand() { "答好了" } else { "下一题" };
    let previous = if model.has_previous() && !model.on_errand() { "上一题" } else { "返回" };
    let early = match section.kind {
        assessor::definition::SectionKind::Route => Route::Event(section.id.clone()),
        _ => Route::Result,
    };
    html! {
        <>
            <div class="lra-ways">
                { button(DEFAULT, previous, on(send, Action::Previous)) }
                <button type="submit" class={PRIMARY}>{ next }</button>
            </div>
            if model.begun() && !model.on_errand() {
                <p class="lra-early">{ link(&early, "先看看目前的结果") }</p>
            }
        </>
    }
}
