//! The ways to answer a question with an amount or a date.

use assessor::Input;
use assessor::definition::{Kind, Question};
use yew::prelude::*;

use super::capital::capital;
use super::date;
use crate::model::Model;
use crate::pages::question::{self, field, with_unknown};
use crate::parts::{Send, note, number_field};

/// The ways to answer any question.
pub fn answer(model: &Model, question: &Question, send: &Send) -> Html {
    let now = model.session().input(&question.id);
    match &question.kind {
        Kind::Money { .. } => {
            let amount = html! {
                <>
                    { number_field(field(model, question), "元", true, send) }
                    <div class="lra-estimate" aria-live="polite">{ in_capitals(model, question).map(note).unwrap_or_default() }</div>
                </>
            };
            with_unknown(amount, question.may_be_unknown, now, send)
        }
        Kind::Date { when } => {
            // 不清楚 is not the owner's own answer where a month was given.
            let now = now.filter(|it| model.month(&question.id).is_none() || **it != Input::Unknown);
            with_unknown(date::field(model, question, *when, send), question.may_be_unknown, now, send)
        }
        _ => question::answer(model, question, send),
    }
}

/// The amount as it would stand on a cheque: a nought too many is seen at once.
fn in_capitals(model: &Model, question: &Question) -> Option<String> {
    let amount = model.amount(question)?;
    Some(format!("大写：{}", capital(&amount)?))
}
