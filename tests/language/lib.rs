//! The expression language in wasm, parser and all built-ins included. Only the parity suite
//! builds it; nothing of it is shipped.

mod outcome;

use feel::Scope;
use wasm_bindgen::prelude::*;

/// What an expression comes to with these variables (a list of name, type and value): codes and
/// places of complaints, and the value.
///
/// # Errors
/// The words for a list that is none.
#[wasm_bindgen]
pub fn evaluate(variables: JsValue, text: &str) -> Result<String, JsValue> {
    let variables: Vec<outcome::Variable> = serde_wasm_bindgen::from_value(variables)?;
    Ok(outcome::shown(&outcome::outcome(Scope::extended, &variables, text)))
}
