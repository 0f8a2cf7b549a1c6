//! The message channel between a host and a frame under messages made by chance, other ones each time.
//! The seed is printed; `SEED=… cargo test -p tests --test embed fuzz` sends the same ones again.

use serde_json::{Value, json};
use tests::node;

use super::served;

fn fuzzed(case: &str) -> Value {
    let seen = node("embed/host.mjs", &[served().url(), case]);
    println!("{case}: SEED={}", seen["seed"]);
    assert_eq!(seen["complaints"], json!([]), "{case}, SEED={}", seen["seed"]);
    seen
}

#[test]
fn fuzz_of_the_host() {
    let seen = fuzzed("fuzz-host");
    assert!(seen["others"].as_array().is_some_and(|sent| sent.iter().all(|it| it.as_i64() > Some(1000))));
    assert_eq!(seen["after"], seen["before"], "strangers moved the host");
    assert_eq!(seen["state"], seen["before"]["state"], "the frame moved more than its height");
    assert!(seen["height"].as_i64().is_some_and(|height| (480..=20_000).contains(&height)), "{seen}");
    assert_eq!(seen["strange"], json!([]), "details of events are plain");
    let names = seen["names"].as_array().cloned().unwrap_or_default();
    assert!(
        names.iter().all(|it| ["progress", "complete", "share"].iter().any(|name| it == name)),
        "{names:?}"
    );
}

#[test]
fn fuzz_of_the_frame() {
    let seen = fuzzed("fuzz-frame");
    assert_eq!((&seen["unmoved"], &seen["said"]), (&json!(true), &json!(0)), "a stranger was heard, or told");
    assert_eq!(seen["state"], true, "every object has something new");
    for property in seen["style"].as_array().into_iter().flatten() {
        let (name, value) =
            (property[0].as_str().unwrap_or_default(), property[1].as_str().unwrap_or_default());
        assert!(name.starts_with("--lra-visible-"), "{name}");
        assert!(value.strip_suffix("px").is_some_and(|it| it.parse::<u32>().is_ok()), "{name}: {value}");
    }
    assert!(seen["tall"].as_i64() > Some(2000), "it goes on: {seen}");
}
