//! Rows to choose from.

use assessor::Input;
use assessor::definition::Choice;
use yew::prelude::*;

use super::{Send, on};
use crate::model::Action;

/// A row: what it says, what a tap does, whether it is chosen.
struct Entry {
    id: String,
    label: String,
    action: Action,
    chosen: bool,
}

/// One of several; 不清楚 is the last row where it is an answer.
pub fn radio_rows(options: &[(Input, String)], unknown: bool, now: Option<&Input>, send: &Send) -> Html {
    let unknown = unknown.then(|| (Input::Unknown, "不清楚".to_owned()));
    let rows = options.iter().cloned().chain(unknown).enumerate().map(|(at, (input, label))| {
        let chosen = now == Some(&input);
        let action = Action::Choose(input);
        Entry { id: format!("answer-{at}"), label, action, chosen }.draw(true, false, send)
    });
    html! { <div class="lra-choices">{ for rows }</div> }
}

/// Any of several, and the rows that exclude the others: 以上都没有, 不清楚.
pub fn check_rows(options: &[Choice], unknown: bool, now: Option<&Input>, wrong: bool, send: &Send) -> Html {
    let ticked = |id: &str| matches!(now, Some(Input::List(ids)) if ids.iter().any(|it| it == id));
    let options = options.iter().map(|option| Entry {
        id: format!("answer-{}", option.id),
        label: option.label.clone(),
        action: Action::Toggle(option.id.clone()),
        chosen: ticked(&option.id),
    });
    let none = Input::List(Vec::new());
    let alone = [(none, "以上都没有", true), (Input::Unknown, "不清楚", unknown)];
    let alone = alone.into_iter().filter(|(.., shown)| *shown).map(|(input, label, _)| Entry {
        id: format!("alone-{label}"),
        label: label.into(),
        chosen: now == Some(&input),
        action: Action::Alone(input),
    });
    html! {
        <div class="lra-choices">
            { for options.chain(alone).map(|entry| entry.draw(false, wrong, send)) }
        </div>
    }
}

/// 不清楚 beside a field.
pub fn unknown_row(now: Option<&Input>, send: &Send) -> Html {
    let entry = Entry {
        id: "alone-unknown".into(),
        label: "不清楚".into(),
        action: Action::Alone(Input::Unknown),
        chosen: now == Some(&Input::Unknown),
    };
    html! { <div class="lra-choices">{ entry.draw(false, false, send) }</div> }
}

impl Entry {
    /// The row; `one` of several is a radio button.
    fn draw(self, one: bool, wrong: bool, send: &Send) -> Html {
        let Self { id, label, action, chosen } = self;
        let kind = if one { "radio" } else { "checkbox" };
        let mark = if one { "lra-mark lra-mark_round" } else { "lra-mark lra-mark_square" };
        html! {
            <label key={id.clone()} class={classes!("weui-check__label", "lra-choice", chosen.then_some("lra-choice_on"))} for={id.clone()}>
                <input {id} type={kind} class="weui-check" name="answer" checked={chosen} onchange={on(send, action)}
                    aria-invalid={wrong.then_some("true")} aria-describedby={wrong.then_some("complaint")} />
                <i class={mark} aria-hidden="true"></i>
                <span class="lra-choice__label">{ label }</span>
            </label>
        }
    }
}
