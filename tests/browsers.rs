//! The page in other engines than Chromium's: Firefox's, and WebKit, which every browser on an
//! iPhone is made of. The same interview must end in the same words.
//!
//! They are the engines of today; what old ones can do is tried by `old_engines`.

#![cfg(test)]

use std::process::Command;
use std::sync::OnceLock;

use assessor_cli::setup::Program;
use serde_json::{Value, json};
use tests::{browser, node_with, program, serve};

/// A script of `browsers/` in an engine, where its program is here or can be installed.
fn seen(script: &str, engine: &str, wanted: Option<(Program, &str)>) -> Option<Value> {
    let place = match wanted {
        None => None,
        Some((wanted, variable)) => Some((variable, program(wanted, &format!("{script} in {engine}"))?)),
    };
    let site = serve("/");
    let mut command = Command::new("node");
    command.env("BROWSER", browser()).envs(place);
    Some(node_with(&mut command, &format!("browsers/{script}"), &[engine, site.url()]))
}

/// What Chromium makes of the interview.
fn expected() -> &'static Value {
    static SEEN: OnceLock<Value> = OnceLock::new();
    SEEN.get_or_init(|| seen("interview.mjs", "chromium", None).unwrap_or_default())
}

/// `ran` is what the page says of itself: whether it runs as `wasm` or as a `script`.
fn ends_as_in_chromium(engine: &str, wanted: (Program, &str), ran: &str) {
    let Some(seen) = seen("interview.mjs", engine, Some(wanted)) else { return };
    println!("{engine} is {}", seen["name"]);
    assert_eq!(seen["ran"], ran, "whether it was WebAssembly that ran");
    assert_eq!(seen["end"], "#/result");
    assert!(seen["asked"].as_array().is_some_and(|it| it.len() >= 8), "{}", seen["asked"]);
    for part in ["asked", "result", "finding", "able"] {
        assert_eq!(seen[part], expected()[part], "{part} in {engine}");
    }
    assert_eq!((&seen["able"]["poster"], &seen["able"]["print"]), (&json!(true), &json!(true)));
    assert!(
        seen["able"]["dials"].as_array().is_some_and(|it| it.contains(&json!("tel:12333"))),
        "{}",
        seen["able"]
    );
}

#[test]
fn firefox_ends_in_the_same_words() {
    ends_as_in_chromium("firefox", (Program::Firefox, "FIREFOX"), "wasm");
}

#[test]
fn webkit_ends_in_the_same_words() {
    ends_as_in_chromium("webkit", (Program::WebKit, "WEBKIT"), "wasm");
}

/// As on an iPhone in Lockdown Mode.
#[test]
fn webkit_without_webassembly_ends_in_the_same_words() {
    ends_as_in_chromium("webkit-without-wasm", (Program::WebKit, "WEBKIT"), "script");
}

/// What Chromium makes of the element and the frame on a page of somebody else.
fn embedded() -> &'static Value {
    static SEEN: OnceLock<Value> = OnceLock::new();
    SEEN.get_or_init(|| seen("host.mjs", "chromium", None).unwrap_or_default())
}

fn is_embedded_as_in_chromium(engine: &str, wanted: (Program, &str)) {
    let Some(seen) = seen("host.mjs", engine, Some(wanted)) else { return };
    for way in ["element", "frame"] {
        let (seen, expected) = (&seen[way], &embedded()[way]);
        assert_eq!(expected["headings"].as_array().map(Vec::len), Some(5), "{expected}");
        for part in ["headings", "look", "heard", "address", "tall"] {
            assert_eq!(seen[part], expected[part], "{part} of the {way} in {engine}");
        }
        assert_eq!((&seen["untouched"], &expected["untouched"]), (&json!(true), &json!(true)), "{way}");
    }
    assert_eq!(embedded()["element"]["address"], "/element", "the host's address is its own");
    assert_eq!(embedded()["frame"]["tall"], true);
}

#[test]
fn element_and_frame_work_in_firefox() {
    is_embedded_as_in_chromium("firefox", (Program::Firefox, "FIREFOX"));
}

#[test]
fn element_and_frame_work_in_webkit() {
    is_embedded_as_in_chromium("webkit", (Program::WebKit, "WEBKIT"));
}
