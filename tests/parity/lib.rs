//! The engine in wasm, reached the way the page reaches it: plain objects in, plain objects out.
//! Only the parity suite builds it; nothing of it is shipped.

use std::rc::Rc;

use assessor::{Answers, Bundle, Rulebook, Session};
use feel::{Program, Value};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// A loaded rulebook.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine(Rc<Rulebook>);

#[wasm_bindgen]
impl Engine {
    /// Loads a parsed bundle.
    ///
    /// # Errors
    /// The words for a bundle that does not load.
    #[wasm_bindgen(constructor)]
    pub fn new(bundle: JsValue) -> Result<Engine, JsValue> {
        let bundle = Bundle::read(serde_wasm_bindgen::Deserializer::from(bundle));
        let rulebook = bundle.and_then(Rulebook::load).map_err(|error| error.to_string())?;
        Ok(Self(Rc::new(rulebook)))
    }

    /// The report on parsed answers on a day, as a plain object.
    ///
    /// # Errors
    /// The words for a day or answers that cannot be used.
    pub fn assess(&self, answers: JsValue, on: &str) -> Result<JsValue, JsValue> {
        let on = on.parse().map_err(|_| "not a date")?;
        let answers: Answers = serde_wasm_bindgen::from_value(answers)?;
        let mut session = Session::new(Rc::clone(&self.0), on);
        match session.restore(&answers).first() {
            Some((question, error)) => Err(format!("{question}: {error}").into()),
            None => Ok(session.report().serialize(&Serializer::json_compatible())?),
        }
    }
}

/// The value of an encoded program, the variables being what other encoded programs come to.
///
/// # Errors
/// The words for a program that cannot be decoded.
#[wasm_bindgen]
pub fn run(program: &str, variables: Vec<String>) -> Result<String, JsValue> {
    let decode = |text: &str| Program::decode(text).ok_or_else(|| format!("no program: {text}"));
    let values = variables.iter().map(|text| Ok(decode(text)?.eval(&[])));
    let values = values.collect::<Result<Vec<Value>, String>>()?;
    Ok(format!("{:?}", decode(program)?.eval(&values)))
}
