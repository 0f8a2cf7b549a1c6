//! The page.

use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <p>{ "企业法律风险自测" }</p> }
}

/// Starts the page; called by the loader once the module is instantiated.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn start() {
    yew::Renderer::<App>::new().render();
}
