//! The shipped module and scripts in front of engines as old as the oldest WebViews in use.
//!
//! Chrome 62 and 78 are node 8 and node 12 from npm. No iOS 12 can be had here; the module stays
//! within what its documentation lists, MVP, which the validator enforces.

#![cfg(test)]

use serde_json::Value;
use tests::{old_node, site};
use wasmparser::{Validator, WasmFeatures};

/// Everything the engine was shown, as (what, what it said).
fn verdicts(said: &Value, kind: &str) -> Vec<(String, String)> {
    let entries = said[kind].as_object().expect("a table of names");
    entries
        .iter()
        .map(|(name, verdict)| (name.clone(), verdict.as_str().unwrap_or_default().to_owned()))
        .collect()
}

fn accepts_the_site(version: &str, v8: &str) {
    let said = old_node(version, "old_engines.cjs", &[site().to_str().expect("a UTF-8 path")]);
    assert!(said["v8"].as_str().expect("a version").starts_with(v8), "{said}");
    let (modules, scripts) = (verdicts(&said, "modules"), verdicts(&said, "scripts"));
    assert_eq!(modules.len(), 2, "two halves: {said}");
    for name in ["sw.", "offline.", "boot.", "app.", "engine.", "program.", "framed.", "v1/lra.", "v1/frame."]
    {
        assert!(scripts.iter().any(|(script, _)| script.starts_with(name)), "no {name} among {said}");
    }
    for (name, verdict) in modules.iter().chain(&scripts) {
        assert_eq!(verdict, "accepted", "V8 {v8} refuses {name}");
    }
    // The engine is really that old: it refuses what came later.
    assert_ne!(said["newModule"], "accepted", "{said}");
    assert_ne!(said["newScript"], "accepted", "{said}");
}

#[test]
fn chrome_62_compiles_the_module_and_parses_the_scripts() {
    accepts_the_site("node8", "6.2.");
}

#[test]
fn chrome_78_compiles_the_module_and_parses_the_scripts() {
    accepts_the_site("node12", "7.8.");
}

#[test]
fn both_halves_are_mvp() {
    let entries = std::fs::read_dir(site()).expect("the site").flatten().map(|entry| entry.path());
    let modules: Vec<_> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "wasm")).collect();
    assert_eq!(modules.len(), 2, "{modules:?}");
    for module in modules {
        let module = std::fs::read(module).expect("a module");
        Validator::new_with_features(WasmFeatures::MVP).validate_all(&module).expect("no later feature");
    }
}
