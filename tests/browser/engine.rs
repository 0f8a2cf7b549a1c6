//! The program as a script, where there is no WebAssembly: the same interview, the same words.

use serde_json::Value;

use tests::{Served, node, serve};

use super::text;

/// The script's page has a module on its way that it does not use, which the browser notices.
const UNUSED: &str = "was preloaded using link preload but not used";

fn visit(site: &Served, engine: &str) -> Value {
    let seen = node("browser/engine.mjs", &[site.url(), engine]);
    let complaints = seen["complaints"].as_array().into_iter().flatten().map(text);
    let complaints: Vec<&str> = complaints.filter(|it| !it.contains(UNUSED)).collect();
    assert!(complaints.is_empty(), "{engine}: the console has something to say: {complaints:?}");
    seen
}

fn milliseconds(time: &Value) -> f64 {
    time.as_f64().unwrap_or_default()
}

#[test]
fn without_webassembly_a_whole_interview_ends_in_the_same_words() {
    // One address for both: it stands in what is taken along.
    let site = serve("/");
    let [wasm, script] = ["wasm", "script"].map(|engine| visit(&site, engine));
    assert_eq!((text(&wasm["ran"]), text(&script["ran"])), ("wasm", "script"));
    assert!(wasm["asked"].as_array().is_some_and(|it| it.len() > 9), "{}", wasm["asked"]);
    for part in ["asked", "result", "words", "paper"] {
        assert_eq!(wasm[part], script[part], "{part}");
    }
    assert!(text(&script["words"]).contains("书面劳动合同"), "{}", script["words"]);
    for seen in [&wasm, &script] {
        let (waited, took) = (milliseconds(&seen["waited"]), milliseconds(&seen["took"]));
        println!("{}: there after {waited:.0} ms, interview in {took:.0} ms", text(&seen["ran"]));
    }
}
