//! What stays on the device, and only if the owner asked for it.
//!
//! Three keys: the answers with the identity of the rules they belong to and the wording they were
//! asked in, the look, which `boot.js` reads before the first paint, and the notes, which only the
//! later screens can read. WebViews may forbid storage, lose it, or hold
//! something damaged: then there is simply nothing saved.

use assessor::Answers;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use web_sys::js_sys::JSON;
use web_sys::{Event, Storage};

use crate::model::{Asked, Look, Saved};

use super::{document, value, window};

/// The number is that of [`Record`]'s shape.
const ANSWERS: &str = "legal-risk-assessor.v1.answers";
const LOOK: &str = "legal-risk-assessor.v1.look";
const NOTES: &str = "legal-risk-assessor.v1.notes";

/// The stored record; `rulebook` and `version` tell later versions which rules were answered.
#[derive(Serialize, Deserialize)]
struct Record {
    rulebook: String,
    version: String,
    answers: Answers,
    #[serde(default)]
    asked: Vec<Asked>,
    #[serde(default)]
    months: Vec<(String, String)>,
}

/// What was stored for this rulebook, if the owner had asked for it.
pub fn load(rulebook: &str) -> Option<Saved> {
    let storage = storage()?;
    let text = storage.get_item(ANSWERS).ok().flatten()?;
    let record = JSON::parse(&text).ok()?;
    let record: Record = value::read(record)?;
    let fits = record.rulebook == rulebook;
    let text = |key: &str| storage.get_item(key).ok().flatten().unwrap_or_default();
    let (look, notes) = (Look::parse(&text(LOOK)), text(NOTES));
    let Record { answers, asked, months, .. } = record;
    fits.then_some(Saved { answers, asked, months, look, notes })
}

/// Stores the answers, the look and the notes; false when the storage is full or forbidden.
pub fn store(rulebook: &str, version: &str, saved: Saved) -> bool {
    let Saved { answers, asked, months, look, notes } = saved;
    let record = Record { rulebook: rulebook.into(), version: version.into(), answers, asked, months };
    let json = serde_wasm_bindgen::Serializer::json_compatible();
    let text = record.serialize(&json).ok().and_then(|it: JsValue| JSON::stringify(&it).ok());
    let (Some(storage), Some(text)) = (storage(), text) else { return false };
    let words = [(ANSWERS, String::from(text)), (LOOK, look.words()), (NOTES, notes)];
    words.iter().all(|(key, words)| match words.as_str() {
        "" => storage.remove_item(key).is_ok(),
        words => storage.set_item(key, words).is_ok(),
    })
}

/// Leaves nothing behind.
pub fn forget() {
    if let Some(storage) = storage() {
        for key in [ANSWERS, LOOK, NOTES] {
            drop(storage.remove_item(key));
        }
    }
}

/// Asks for the removal of what of the page itself is kept (`www/offline.js`), which may still be on its way:
/// it finds that it was asked.
pub fn erase() {
    if let Some(body) = document().and_then(|it| it.body()) {
        drop(body.set_attribute("data-lra-erased", ""));
    }
    if let (Some(window), Ok(event)) = (window(), Event::new("lra:erase")) {
        drop(window.dispatch_event(&event));
    }
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}
