//! What stays on the device, and only if the owner asked for it.
//!
//! Two keys: the answers with the identity of the rules they belong to and the wording they were
//! asked in, and the look, which `boot.js` reads before the first paint. WebViews may forbid storage, lose it, or hold
//! something damaged: then there is simply nothing saved.

use assessor::Answers;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use web_sys::Storage;
use web_sys::js_sys::JSON;

use crate::model::{Asked, Look, Saved};

use super::window;

/// The number is that of [`Record`]'s shape.
const ANSWERS: &str = "legal-risk-assessor.v1.answers";
const LOOK: &str = "legal-risk-assessor.v1.look";

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
    let record: Record = serde_wasm_bindgen::from_value(record).ok()?;
    let fits = record.rulebook == rulebook;
    let look = storage.get_item(LOOK).ok().flatten();
    let look = Look::parse(&look.unwrap_or_default());
    let Record { answers, asked, months, .. } = record;
    fits.then_some(Saved { answers, asked, months, look })
}

/// Stores the answers and the look; false when the storage is full or forbidden.
pub fn store(rulebook: &str, version: &str, saved: Saved) -> bool {
    let Saved { answers, asked, months, look } = saved;
    let record = Record { rulebook: rulebook.into(), version: version.into(), answers, asked, months };
    let json = serde_wasm_bindgen::Serializer::json_compatible();
    let text = record.serialize(&json).ok().and_then(|it: JsValue| JSON::stringify(&it).ok());
    let (Some(storage), Some(text)) = (storage(), text) else { return false };
    let kept = storage.set_item(ANSWERS, &String::from(text)).is_ok();
    kept && storage.set_item(LOOK, &look.words()).is_ok()
}

/// Whether anything is stored.
pub fn is_kept() -> bool {
    storage().is_some_and(|storage| storage.get_item(ANSWERS).is_ok_and(|it| it.is_some()))
}

/// Leaves nothing behind.
pub fn forget() {
    if let Some(storage) = storage() {
        drop(storage.remove_item(ANSWERS));
        drop(storage.remove_item(LOOK));
    }
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}
