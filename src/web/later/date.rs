//! A date: the browser's own picker, or a year and a month where the day is not remembered.

use assessor::definition::{Question, When};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::model::{Action, Model, Month, Part};
use crate::pages::question::field as shown;
use crate::parts::{Field, Send, echo, note, on, typing};

/// The field of a date question.
pub fn field(model: &Model, question: &Question, when: When, send: &Send) -> Html {
    let Some(month) = model.month(&question.id) else {
        return html! {
            <>
                { day(model, question, when, send) }
                if question.may_be_unknown {
                    { switch("只记得大概年月", Action::Roughly(true), send) }
                }
            </>
        };
    };
    html! {
        <>
            { year_and_month(model, month, when, send) }
            <div class="lra-estimate" aria-live="polite">{ model.estimated(&question.id).map(note).unwrap_or_default() }</div>
            { switch("记得是哪天，选日期", Action::Roughly(false), send) }
        </>
    }
}

fn day(model: &Model, question: &Question, when: When, send: &Send) -> Html {
    let Field { text, echo: meaning, wrong } = shown(model, question);
    let today = model.session().on().to_string();
    let min = (when == When::Future).then(|| today.clone());
    let max = (when == When::Past).then_some(today);
    html! {
        <div class="lra-fields">
            <div class="lra-field">
                <input id="field" class="weui-input" type="date" {min} {max}
                        aria-labelledby="heading" aria-describedby="echo complaint" aria-invalid={wrong.then_some("true")}
                        value={text} oninput={typing(send)} />
            </div>
            if meaning.is_some() {
                { echo(meaning) }
            } else {
                // iPhones show an empty date field as an empty box.
                <p id="echo" class="lra-echo lra-note" aria-live="polite">{ "点一下上面的框，选年、月、日" }</p>
            }
        </div>
    }
}

fn year_and_month(model: &Model, month: Month, when: When, send: &Send) -> Html {
    let wrong = model.complaint().is_some();
    html! {
        <div class="lra-fields lra-fields_two">
            { select(Part::Year, "年", model.years(when), month.year, wrong, send) }
            { select(Part::Month, "月", (1..=12).collect(), month.month, wrong, send) }
        </div>
    }
}

/// The browser's own list of numbers to choose from; `unit` stands behind it and is its name.
fn select(
    part: Part,
    unit: &'static str,
    numbers: Vec<i64>,
    now: Option<i64>,
    wrong: bool,
    send: &Send,
) -> Html {
    let onchange = send.reform(move |event: Event| {
        let list = event.target_dyn_into::<HtmlSelectElement>();
        Action::Part(part, list.map(|it| it.value()).unwrap_or_default())
    });
    html! {
        <div class="lra-field">
            <select id={(part == Part::Year).then_some("field")} class="lra-select" aria-label={unit} aria-describedby="complaint" aria-invalid={wrong.then_some("true")} {onchange}>
                <option value="" selected={now.is_none()}>{ "请选" }</option>
                { for numbers.into_iter().map(|number| html! {
                    <option key={number.to_string()} value={number.to_string()} selected={now == Some(number)}>{ number }</option>
                }) }
            </select>
            <span class="lra-field__unit" aria-hidden="true">{ unit }</span>
        </div>
    }
}

fn switch(words: &'static str, action: Action, send: &Send) -> Html {
    html! {
        <p class="lra-text">
            <button type="button" class="lra-switch" onclick={on(send, action)}>{ words }</button>
        </p>
    }
}
