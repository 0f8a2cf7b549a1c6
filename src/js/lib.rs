//! The engine for JavaScript and TypeScript: sessions and sheets of the `assessor` crate as classes.
//!
//! No logic is in here. Plain objects go in and come out, in the shapes of `package/assessor.d.ts`;
//! whatever is refused is an `Error` with a `code`.

mod error;
mod sheet;

use std::rc::Rc;

use assessor::{Bundle, BundleError, Input, Rulebook, Session};
use feel::Date;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use error::{Refusal, refuse};
pub use sheet::Sheet;

/// One owner's answers to the questions of a rulebook, on a day.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Assessor(Session);

#[wasm_bindgen]
impl Assessor {
    /// Loads a bundle: its JSON text, or the object parsed from it. `options.on` is the day of
    /// assessment, `YYYY-MM-DD`. A bundle without code is compiled.
    ///
    /// # Errors
    /// `B…`: the bundle is damaged or too new; `F…`, `R…`: a text of it does not compile; `J001`:
    /// the day is none.
    pub fn load(bundle: JsValue, options: &JsValue) -> Result<Assessor, JsValue> {
        let on = js_sys::Reflect::get(options, &"on".into()).ok().and_then(|on| on.as_string());
        let on: Option<Date> = on.and_then(|on| on.parse().ok());
        let on = on.ok_or_else(|| refuse(&Refusal::NoDay))?;
        let rulebook = read(bundle).and_then(|bundle| {
            let compiled = !bundle.code.is_empty();
            if compiled { Rulebook::load(bundle) } else { Rulebook::compile(bundle) }
        });
        let rulebook = rulebook.map_err(|error| refuse(&Refusal::Bundle(error)))?;
        Ok(Self(Session::new(Rc::new(rulebook), on)))
    }

    /// Answers a question; `null` is 不清楚.
    ///
    /// # Errors
    /// `A…`: the question does not take the answer; nothing has changed then.
    pub fn answer(&mut self, question: &str, value: JsValue) -> Result<(), JsValue> {
        let input: Input = serde_wasm_bindgen::from_value(value).map_err(|_| refuse(&Refusal::NoAnswer))?;
        self.0.answer(question, input).map_err(|error| refuse(&Refusal::Answer(error)))
    }

    /// Takes an answer back.
    pub fn clear(&mut self, question: &str) {
        self.0.clear(question);
    }

    /// The next question worth asking for a section, or `undefined` when it is settled.
    ///
    /// # Errors
    /// None that is known.
    pub fn next(&self, section: &str) -> Result<JsValue, JsValue> {
        self.0.next(section).map_or(Ok(JsValue::UNDEFINED), plain)
    }

    /// The report on the answers so far.
    ///
    /// # Errors
    /// None that is known.
    pub fn report(&self) -> Result<JsValue, JsValue> {
        plain(&self.0.report())
    }

    /// Why a finding stands, may stand, or does not.
    ///
    /// # Errors
    /// `J004`: no finding has this id.
    pub fn explain(&self, finding: &str) -> Result<JsValue, JsValue> {
        plain(&self.0.explain(finding).ok_or_else(|| refuse(&Refusal::NoFinding))?)
    }

    /// What would clear a finding.
    ///
    /// # Errors
    /// `J004`: no finding has this id.
    #[wasm_bindgen(js_name = whatIf)]
    pub fn what_if(&self, finding: &str) -> Result<JsValue, JsValue> {
        plain(&self.0.what_if(finding).ok_or_else(|| refuse(&Refusal::NoFinding))?)
    }

    /// All answers given, by question id.
    ///
    /// # Errors
    /// None that is known.
    pub fn answers(&self) -> Result<JsValue, JsValue> {
        plain(self.0.answers())
    }

    /// An empty sheet on the same rulebook and day.
    pub fn sheet(&self) -> Sheet {
        Sheet::new(self.0.rulebook(), self.0.on())
    }
}

fn read(bundle: JsValue) -> Result<Bundle, BundleError> {
    match bundle.as_string() {
        Some(text) => Bundle::read(&mut serde_json::Deserializer::from_str(&text)),
        None => Bundle::read(serde_wasm_bindgen::Deserializer::from(bundle)),
    }
}

/// A value as `JSON.parse` would give it.
fn plain(value: &(impl Serialize + ?Sized)) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}
