//! The system's own sheet for passing something on. An addition: old systems and WeChat lack it, a
//! frame may be denied it, and then there is still copying and the long press.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{Array, Promise, Reflect, Uint8Array};
use web_sys::{DomException, File, FilePropertyBag, Navigator, ShareData};

use super::{in_wechat, window};

/// What is passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Parcel {
    /// Words.
    Text(String),
    /// The address of a PNG that holds it all, and the name of the file.
    Picture(String, &'static str),
}

/// Whether the system's sheet takes what is of this kind.
pub fn shares(parcel: &Parcel) -> bool {
    let Some(navigator) = navigator().filter(|_| !in_wechat()) else { return false };
    match parcel {
        Parcel::Text(_) => able(&navigator, "share"),
        Parcel::Picture(..) => {
            let both = able(&navigator, "share") && able(&navigator, "canShare");
            both && data(parcel).is_some_and(|data| navigator.can_share_with_data(&data))
        }
    }
}

/// Opens the sheet within a tap, and says whether it opened: a sheet that is closed again did.
pub fn share(parcel: &Parcel, then: impl FnOnce(bool) + 'static) {
    let Some(promise) = opened(parcel) else { return then(false) };
    spawn_local(async move {
        let refusal = JsFuture::from(promise).await.err();
        then(refusal.is_none_or(|error| closed(&error)));
    });
}

fn opened(parcel: &Parcel) -> Option<Promise> {
    let data = data(parcel)?;
    Some(navigator()?.share_with_data(&data))
}

fn closed(error: &JsValue) -> bool {
    error.dyn_ref::<DomException>().is_some_and(|it| it.name() == "AbortError")
}

fn navigator() -> Option<Navigator> {
    window().map(|it| it.navigator())
}

fn able(navigator: &Navigator, method: &str) -> bool {
    Reflect::get(navigator, &JsValue::from_str(method)).is_ok_and(|it| it.is_function())
}

fn data(parcel: &Parcel) -> Option<ShareData> {
    let data = ShareData::new();
    match parcel {
        Parcel::Text(text) => data.set_text(text),
        Parcel::Picture(address, name) => data.set_files(&Array::of1(&file(address, name)?.into())),
    }
    Some(data)
}

fn file(address: &str, name: &str) -> Option<File> {
    let (_, coded) = address.split_once("base64,")?;
    let binary = window()?.atob(coded).ok()?;
    // A binary string has a byte in each of its characters.
    let bytes: Vec<u8> = binary.chars().filter_map(|c| u8::try_from(u32::from(c)).ok()).collect();
    let kind = FilePropertyBag::new();
    kind.set_type("image/png");
    File::new_with_u8_array_sequence_and_options(
        &Array::of1(&Uint8Array::from(bytes.as_slice()).into()),
        name,
        &kind,
    )
    .ok()
}
