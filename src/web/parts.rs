//! Pieces of screens. They draw what they are given and call back; they decide nothing.

mod badge;
mod choices;
mod danger;
mod deadline;
mod dialog;
mod field;
mod foot;
mod hotlines;
mod keep;
mod plain;
mod progress;
mod row;
mod shell;
mod switches;

pub use badge::{Badge, level, progress as far, status, urgency};
pub use choices::{check_rows, radio_rows, unknown_row};
pub use danger::danger;
pub use deadline::{deadline, nearest, remaining};
pub use dialog::dialog;
pub use field::{Field, echo, number_field, typing};
pub use hotlines::hotlines;
pub use keep::keep;
pub use plain::{
    DEFAULT, PRIMARY, SMALL, WARN, begin, button, link, link_about, named, note, panel, plain, text, way,
    ways,
};
pub use progress::progress;
pub use row::{Row, list, lists, row};
pub use shell::shell;
pub use switches::theme_switch;

use yew::Callback;

use crate::model::Action;

/// Where taps go.
pub type Send = Callback<Action>;

/// A callback that sends one action, whatever the event was.
pub fn on<E: 'static>(send: &Send, action: Action) -> Callback<E> {
    send.reform(move |_| action.clone())
}
