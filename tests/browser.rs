//! The page as owners meet it: a production build in a real browser, on a small phone.
//!
//! The scripts in `browser/` act and report; what is right is said here.

#![cfg(test)]

use std::sync::OnceLock;

use serde_json::{Value, json};
use tests::{node, serve};

/// A text the script brought along.
fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn assert_says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "“{part}” is missing in:\n{text}");
    }
}

/// The whole way by touch, walked once for two tests, and the number of requests the server saw.
fn by_touch() -> &'static (Value, usize) {
    static WALKED: OnceLock<(Value, usize)> = OnceLock::new();
    WALKED.get_or_init(|| {
        let site = serve("/");
        let seen = node("browser/touch.mjs", &[site.url()]);
        (seen, site.log().len())
    })
}

const UNSIGNED: &str = "没签书面劳动合同，可能要付两倍工资";

#[test]
fn by_touch_from_the_first_screen_to_whom_to_call() {
    let (seen, _) = by_touch();
    assert_eq!(seen["complaints"], json!([]), "the console has something to say");
    assert_eq!((text(&seen["domains"]), text(&seen["end"])), ("#/domains", "#/result"));
    let result = text(&seen["result"]);
    assert_says(result, &[UNSIGNED, "风险高", "还需要确认：加班有下面哪些情况？"]);
    let lists: Vec<&str> = seen["lists"].as_array().into_iter().flatten().map(text).collect();
    let certain = lists.iter().find(|it| it.contains(UNSIGNED)).copied().unwrap_or_default();
    assert!(certain.starts_with("确定的风险"), "{lists:?}");
    assert!(lists.iter().any(|it| it.starts_with("可能的风险") && !it.contains(UNSIGNED)), "{lists:?}");

    let finding = &seen["finding"];
    assert_eq!(text(&finding["heading"]), UNSIGNED);
    let parts = ["《劳动合同法》", "第八十二条", "2027年3月1日", "还剩 98 天", "您回答了：有人没签"];
    assert_says(text(&finding["text"]), &parts);
    let dials = finding["dials"].as_array().cloned().unwrap_or_default();
    assert!(dials.contains(&json!("tel:12333")), "{dials:?}");
}

#[test]
fn nothing_is_fetched_or_dialled_while_answering() {
    let (seen, served) = by_touch();
    assert_eq!(seen["silent"], json!({ "requests": [], "departures": [] }));
    let loaded = seen["loaded"].as_u64().unwrap_or_default();
    assert!(loaded >= 6, "the record misses requests: {loaded}");
    assert_eq!(u64::try_from(*served), Ok(loaded), "the server saw others");
    assert_eq!(seen["departures"], json!(["tel:12333"]), "a tap on a number is what dials it");
}
