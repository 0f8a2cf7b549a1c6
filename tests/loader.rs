//! The loader, `www/boot.js`, when all goes well and when something does not: whatever happens,
//! the owner reads what happened and can call.

#![cfg(test)]

use serde_json::Value;
use tests::{Served, node, root, serve, site};

/// Under a base path, as a portal would put it.
fn served() -> Served {
    serve("/law/check/")
}

fn open(case: &str) -> Value {
    node("loader.mjs", &[served().url(), case])
}

/// The static page is back whole: its hotlines, the sentence, and a retry where that can help.
fn fails_in_words(case: &str, sentence: &str, can_retry: bool) {
    let seen = open(case);
    let status = seen["status"].as_str().expect("the static page and its status line");
    assert!(status.starts_with(sentence), "{case}: {status}");
    assert!(seen["hotlines"].as_u64() >= Some(2), "{case}: {seen}");
    assert_eq!((&seen["ways"], &seen["retry"]), (&Value::Bool(false), &Value::Bool(can_retry)), "{case}");
}

#[test]
fn the_app_replaces_the_static_page_and_every_file_is_fetched_once() {
    let site = served();
    let seen = node("loader.mjs", &[site.url(), "works"]);
    assert_eq!(seen["status"], Value::Null, "the static page is still there: {seen}");
    assert_eq!((&seen["engine"], &seen["errors"]), (&"wasm".into(), &serde_json::json!([])));
    let mut targets: Vec<_> = site.log().into_iter().map(|logged| (logged.target, logged.status)).collect();
    assert!(targets.iter().all(|(_, status)| *status == 200), "{targets:?}");
    assert!(targets.len() >= 6, "{targets:?}");
    assert!(!targets.iter().any(|(target, _)| target.contains("engine.")), "{targets:?}");
    let all = targets.len();
    targets.sort();
    targets.dedup();
    assert_eq!(targets.len(), all, "something was fetched twice: {:?}", site.log());
}

#[test]
fn a_missing_module_is_said() {
    fails_in_words("module-missing", "网站正在更新", true);
}

#[test]
fn a_missing_script_is_said() {
    fails_in_words("glue-missing", "网络不通", true);
}

#[test]
fn an_opening_out_of_reach_is_said() {
    fails_in_words("opening-unreachable", "网络不通", true);
}

#[test]
fn a_damaged_opening_is_never_used() {
    fails_in_words("opening-damaged", "下载的文件不完整", true);
}

/// Once broken, and whole when asked for again.
fn heals(case: &str) {
    let site = served();
    let seen = node("loader.mjs", &[site.url(), case]);
    assert_eq!((&seen["status"], &seen["engine"]), (&Value::Null, &"wasm".into()), "{case}: {seen}");
    let opened = site.log().into_iter().filter(|logged| logged.target == "/law/check/").count();
    assert_eq!(opened, 3, "{case}: opened, fetched past the cache, opened again");
}

#[test]
fn a_deployment_caught_halfway_is_healed_by_one_reload() {
    for case in ["module-missing-once", "glue-missing-once", "opening-damaged-once"] {
        heals(case);
    }
}

#[test]
fn what_stays_broken_is_tried_once_more_and_never_again() {
    let site = served();
    let seen = node("loader.mjs", &[site.url(), "opening-damaged"]);
    assert!(seen["status"].as_str().is_some_and(|status| status.starts_with("下载的文件不完整")), "{seen}");
    let opened = site.log().into_iter().filter(|logged| logged.target == "/law/check/").count();
    assert_eq!(opened, 3, "opened, fetched past the cache, opened again");
}

/// A host that breaks a file off, and phones that may keep it for a year.
#[test]
fn a_truncated_file_in_the_cache_is_replaced_when_the_host_has_it_whole() {
    let folder = root().join("target/truncated-site");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("the files of an earlier build can be removed");
    }
    std::fs::create_dir_all(&folder).expect("a folder");
    for entry in std::fs::read_dir(site()).expect("the site").flatten() {
        if entry.path().is_file() && !entry.path().extension().is_some_and(|it| it == "br" || it == "gz") {
            std::fs::copy(entry.path(), folder.join(entry.file_name())).expect("copied");
        }
    }
    let served = Served::start(&folder, "/").expect("a port");
    let seen = node("truncated.mjs", &[served.url(), folder.to_str().expect("a UTF-8 path")]);
    let status = seen["status"].as_str().expect("the static page");
    assert!(status.starts_with("下载的文件不完整"), "{seen}");
    assert_eq!(seen["engine"], "wasm", "after a tap on the button: {seen}");
}

#[test]
fn the_rest_of_the_rules_is_waited_for_and_tried_again() {
    let seen = open("rest-late");
    let early = seen["early"].as_str().expect("a text");
    assert!(early.contains("正在重试") && early.contains("12345"), "{early}");
    let text = seen["text"].as_str().expect("a text");
    assert!(!text.contains("正在重试") && text.contains("客户不付款"), "{text}");
}

#[test]
fn a_browser_without_webassembly_gets_the_program_as_a_script() {
    let site = served();
    let seen = node("loader.mjs", &[site.url(), "no-wasm"]);
    assert_eq!((&seen["status"], &seen["engine"]), (&Value::Null, &"script".into()), "{seen}");
    assert_eq!(seen["errors"], serde_json::json!([]));
    let targets: Vec<_> = site.log().into_iter().map(|logged| logged.target).collect();
    let fetched = |name: &str| targets.iter().filter(|target| target.contains(name)).count();
    assert_eq!((fetched("engine."), fetched("rulebook."), fetched("later.")), (1, 1, 0), "{targets:?}");
}

#[test]
fn a_browser_that_cannot_compile_the_module_gets_the_script_too() {
    let seen = open("no-compiler");
    assert_eq!((&seen["status"], &seen["engine"]), (&Value::Null, &"script".into()), "{seen}");
}

#[test]
fn a_browser_too_old_for_either_is_told_so() {
    fails_in_words("no-fetch", "这部手机的微信或浏览器版本太旧", false);
}

#[test]
fn a_trap_brings_the_static_page_back() {
    fails_in_words("trapped", "自测出了故障", true);
}

#[test]
fn a_slow_line_is_said_and_the_hotlines_are_there_meanwhile() {
    let seen = open("slow");
    assert!(seen["status"].as_str().expect("a status").starts_with("网络较慢"), "{seen}");
    assert_eq!(seen["ways"], true);
    assert!(seen["hotlines"].as_u64() >= Some(2), "{seen}");
}

#[test]
fn without_script_there_is_a_page_with_hotlines_and_no_dead_button() {
    let seen = open("no-script");
    assert_eq!((&seen["ways"], &seen["retry"]), (&Value::Bool(false), &Value::Bool(false)));
    assert!(seen["hotlines"].as_u64() >= Some(2), "{seen}");
    let text = seen["text"].as_str().expect("a text");
    assert!(text.contains("JavaScript") && text.contains("全部电话"), "{seen}");
}

#[test]
fn forbidden_storage_is_no_obstacle() {
    let seen = open("no-storage");
    assert_eq!((&seen["status"], &seen["errors"]), (&Value::Null, &serde_json::json!([])));
}

#[test]
fn the_look_is_the_saved_one_or_the_systems() {
    let look = |case| {
        let seen = open(case);
        (seen["theme"].as_str().map(str::to_owned), seen["mode"].as_str().map(str::to_owned))
    };
    assert_eq!(look("system-dark"), (Some("dark".to_owned()), Some("standard".to_owned())));
    assert_eq!(look("saved-look"), (Some("light".to_owned()), Some("care".to_owned())));
}

#[test]
fn a_browser_that_knows_no_wasm_unsafe_eval_gets_the_page_made_for_it() {
    let seen = open("held-back");
    assert_eq!(seen["place"], "/law/check/compat.html#/about", "{seen}");
    assert_eq!(seen["status"], Value::Null, "the static page is still there: {seen}");
}

/// Under the page's policy no text becomes code, markup, or the address of code.
#[test]
fn a_script_of_a_stranger_gets_no_text_to_run() {
    let seen = open("attempts");
    assert_eq!((&seen["status"], &seen["engine"]), (&Value::Null, &"wasm".into()), "{seen}");
    let attempts = seen["attempts"].as_object().expect("a table");
    assert_eq!(attempts.len(), 8, "{attempts:?}");
    for (name, came) in attempts {
        let refused = if name == "eval" { "EvalError" } else { "TypeError" };
        assert_eq!(came, refused, "{name}");
    }
}

#[test]
fn rules_that_are_gone_from_the_site_are_said_to_be_and_the_page_can_be_opened_anew() {
    let seen = open("rest-gone");
    let early = seen["early"].as_str().expect("a text");
    assert!(
        early.contains("网站换了新版本") && early.contains("重新打开") && early.contains("12345"),
        "{early}"
    );
    assert!(!early.contains("网络不通"), "{early}");
    let text = seen["text"].as_str().expect("a text");
    assert!(text.contains("客户不付款"), "{text}");
}
