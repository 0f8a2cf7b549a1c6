//! Refusals as `Error` objects with a stable `code`.

use assessor::{AnswerError, BundleError};
use wasm_bindgen::prelude::*;

/// Why something was refused.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// The bundle was not taken.
    Bundle(BundleError),
    /// The day of assessment is missing or is no date.
    NoDay,
    /// The answer was not taken.
    Answer(AnswerError),
    /// The answer has a shape that no question takes.
    NoAnswer,
    /// An answer of a sheet was not taken; the question's number.
    Numbered(usize, AnswerError),
    /// No finding has the id.
    NoFinding,
    /// The list for the statuses has another length than there are findings.
    Length,
}

/// The `Error` to throw.
pub(crate) fn refuse(refusal: &Refusal) -> JsValue {
    let (code, message) = match refusal {
        Refusal::Bundle(error) => (error.code(), error.to_string()),
        Refusal::NoDay => ("J001", "options.on must be a date, YYYY-MM-DD".to_owned()),
        Refusal::Answer(error) => (error.code(), error.to_string()),
        Refusal::NoAnswer => {
            ("J002", "an answer is null, a boolean, a number, a string or a list of strings".to_owned())
        }
        Refusal::Numbered(question, error) => (error.code(), format!("[{question}] {error}")),
        Refusal::NoFinding => ("J004", "no finding has this id".to_owned()),
        Refusal::Length => ("J003", "statuses must have one place for each finding".to_owned()),
    };
    let error = js_sys::Error::new(&message);
    // Fails for frozen objects only, and this one is new.
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
