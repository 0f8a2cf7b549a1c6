//! The page as owners meet it: a production build in a real browser, on a small phone.
//!
//! The scripts in `browser/` act and report; what is right is said here.

#![cfg(test)]

#[path = "browser/asking.rs"]
mod asking;
#[path = "browser/engine.rs"]
mod engine;
#[path = "browser/leave.rs"]
mod leave;
#[path = "browser/look.rs"]
mod look;
#[path = "browser/mishaps.rs"]
mod mishaps;
#[path = "browser/offline.rs"]
mod offline;
#[path = "browser/result.rs"]
mod result;

use std::sync::OnceLock;

use serde_json::{Value, json};
use tests::{node, serve};

/// Runs a script on a freshly served page.
fn visit(script: &str, arguments: &[&str]) -> Value {
    let site = serve("/");
    let arguments: Vec<&str> = [site.url()].into_iter().chain(arguments.iter().copied()).collect();
    let seen = node(&format!("browser/{script}.mjs"), &arguments);
    assert_eq!(seen["complaints"], json!([]), "{script}: the console has something to say");
    seen
}

/// A text the script brought along.
fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn assert_says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "“{part}” is missing in:\n{text}");
    }
}

/// The whole way by touch, walked once for two tests, and what the server was asked for.
fn by_touch() -> &'static (Value, Vec<String>) {
    static WALKED: OnceLock<(Value, Vec<String>)> = OnceLock::new();
    WALKED.get_or_init(|| {
        let site = serve("/");
        let seen = node("browser/touch.mjs", &[site.url()]);
        let asked = site.log().into_iter().map(|it| it.target.trim_start_matches('/').to_owned()).collect();
        (seen, asked)
    })
}

const UNSIGNED: &str = "没签书面劳动合同，可能要付两倍工资";

#[test]
fn by_touch_from_the_first_screen_to_whom_to_call() {
    let (seen, _) = by_touch();
    assert_eq!(seen["complaints"], json!([]), "the console has something to say");
    assert_eq!((text(&seen["domains"]), text(&seen["end"])), ("#/domains", "#/result"));
    let asked: Vec<&str> = seen["asked"].as_array().into_iter().flatten().map(text).collect();
    assert!(asked.len() > 9, "{asked:?}");
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
    let names: Vec<&str> = seen["requests"]
        .as_array()
        .into_iter()
        .flatten()
        .map(text)
        .filter_map(|it| it.rsplit('/').next())
        .collect();
    let others: Vec<&str> = served.iter().map(String::as_str).filter(|it| !names.contains(it)).collect();
    let worker = ["sw.js", "compat.html", "index.html"];
    assert!(others.iter().all(|it| worker.contains(it)), "the server saw others: {others:?}");
    assert_eq!(seen["departures"], json!(["tel:12333"]), "a tap on a number is what dials it");
}

#[test]
fn by_keyboard_from_a_notice_to_its_last_day() {
    let seen = visit("keyboard", &[]);
    let refusal = &seen["refusal"];
    assert!(!text(&refusal["words"]).is_empty() && refusal["field"] == "field", "{refusal}");
    assert!(seen["asked"].as_array().is_some_and(|it| it.len() >= 4), "{}", seen["asked"]);
    assert_eq!(text(&seen["end"]), "#/event/penalty-notice");
    // Five working days from Friday, 20 November, as the rules count them.
    let parts = ["交陈述申辩意见", "2026年11月27日", "还剩 4 天", "可以要求听证，五个工作日内提出"];
    assert_says(text(&seen["text"]), &parts);
    let danger = "有人身危险、正被骗转账，先打 110";
    assert!(!text(&seen["text"]).contains(danger), "a notice of a penalty is no emergency");
    assert_says(text(&seen["dangerous"]), &[danger]);
}

#[test]
fn only_what_the_owner_consented_to_is_kept() {
    let seen = visit("keeping", &[]);
    assert_eq!(seen["without"]["kept"], json!({}));
    assert_says(text(&seen["without"]["text"]), &["这部分还没有回答"]);
    let kept = seen["consented"]["kept"].as_object().cloned().unwrap_or_default();
    let keys: Vec<&str> = kept.keys().map(String::as_str).collect();
    assert_eq!(keys, ["legal-risk-assessor.v1.answers", "legal-risk-assessor.v1.look"]);
    assert_says(text(&seen["consented"]["text"]), &["8人"]);
    assert_eq!(seen["consented"]["mode"], "care");
}

#[test]
fn erasing_leaves_nothing_behind() {
    let seen = visit("keeping", &[]);
    assert_eq!(
        seen["asked"].as_object().map(serde_json::Map::len),
        Some(2),
        "erased before the owner agreed"
    );
    assert_eq!(seen["erased"]["kept"], json!({}));
    assert_says(text(&seen["erased"]["notice"]), &["已清除"]);
    assert_says(text(&seen["erased"]["text"]), &["这部分还没有回答"]);
}

#[test]
fn a_corrected_answer_takes_its_finding_back() {
    let seen = visit("change", &[]);
    assert_says(text(&seen["before"]), &[UNSIGNED]);
    assert_eq!(seen["question"]["chosen"], json!(["有人没签"]), "{}", seen["question"]);
    assert_eq!(seen["back"]["same"], true);
    assert_says(text(&seen["back"]["text"]), &["这一条不存在了"]);
    assert!(!text(&seen["after"]).contains(UNSIGNED), "{}", seen["after"]);
}

#[test]
fn going_back_and_answering_anew_changes_what_follows() {
    let seen = visit("change", &[]);
    assert_eq!(seen["previous"]["is"], seen["previous"]["was"]);
    let parts = ["没签的人里，最早的是哪天来上班的？", "因为您答了“都没签”，所以问这个。"];
    assert_says(text(&seen["follows"]), &parts);
    assert_says(text(&seen["changed"]), &[UNSIGNED]);
}
