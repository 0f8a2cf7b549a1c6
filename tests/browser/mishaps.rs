//! Whatever goes wrong around the page, nothing is lost and nothing breaks.

use serde_json::{Value, json};

use super::{assert_says, text, visit};

const FIRST: &str = "您的营业执照是哪一种？";

/// Storage that refuses is said once, and the answers are still there.
fn refuses_to_keep(case: &str) {
    let seen = visit("mishaps", &[case]);
    assert_says(text(&seen["told"]), &["没能保存"]);
    assert_eq!(seen["ticked"], false, "{case}: the tick would claim what is not so");
    assert_says(text(&seen["text"]), &["个体工商户"]);
}

#[test]
fn forbidden_storage_is_said_and_the_answers_stay() {
    refuses_to_keep("denied");
}

#[test]
fn full_storage_is_said_and_the_answers_stay() {
    refuses_to_keep("full");
}

#[test]
fn damaged_storage_is_as_good_as_none() {
    let seen = visit("mishaps", &["corrupted"]);
    let opened = seen["seen"].as_array().cloned().unwrap_or_default();
    assert_eq!(opened, vec![json!("企业法律风险自测"); 8]);
    assert_eq!(text(&seen["place"]), "#/q/profile/trade");
}

#[test]
fn a_clock_before_the_rules_is_said_on_every_screen() {
    let seen = visit("mishaps", &["clock-1970"]);
    for screen in ["first", "question"] {
        assert_says(text(&seen[screen]), &["1970年1月1日", "期限会算错"]);
    }
}

#[test]
fn a_clock_long_after_the_rules_is_said_on_every_screen() {
    let seen = visit("mishaps", &["clock-2100"]);
    for screen in ["first", "question"] {
        assert_says(text(&seen[screen]), &["2100年1月1日", "可能旧了"]);
    }
}

#[test]
fn the_second_tap_of_two_does_nothing_on_a_screen_not_yet_seen() {
    let seen = visit("mishaps", &["twice"]);
    assert_eq!(text(&seen["first"]), FIRST);
    assert_ne!(text(&seen["after"]["heading"]), FIRST);
    assert_eq!(text(&seen["after"]["complaint"]), "", "nobody was late with an answer");
}

#[test]
fn whatever_is_typed_is_refused_in_a_sentence_until_it_is_a_number() {
    let seen = visit("mishaps", &["typing"]);
    let refused = seen["refused"].as_array().cloned().unwrap_or_default();
    assert_eq!(refused.len(), 6);
    for it in &refused {
        let said = text(&it["complaint"]);
        assert!(it["place"] == "#/q/profile/headcount" && it["wide"].as_i64() <= Some(0), "{it}");
        assert!((5..60).contains(&said.chars().count()), "{said}");
    }
    assert_eq!(text(&seen["understood"]), "８人");
}

#[test]
fn back_while_the_rules_are_loading_leads_back_and_nothing_is_lost() {
    let seen = visit("mishaps", &["loading"]);
    assert_says(text(&seen["waiting"]), &["正在加载", "12345"]);
    assert_eq!((text(&seen["back"]), text(&seen["answered"])), ("企业法律风险自测", "#/q/profile/trade"));
    assert_says(text(&seen["events"]), &["收到处罚告知书"]);
}

#[test]
fn a_page_left_open_counts_from_today_and_writes_nothing_that_was_erased() {
    let seen = visit("mishaps", &["returning"]);
    assert_says(text(&seen["later"]["warning"]), &["2028年1月5日"]);
    assert_eq!(seen["later"]["latest"], "2028-01-05");
    assert_says(text(&seen["told"]), &["在别处清除"]);
    assert_eq!(seen["kept"], 0);
}

#[test]
fn a_reload_resumes_with_consent_and_says_why_it_cannot_without() {
    let seen = visit("mishaps", &["reloading"]);
    assert_eq!(text(&seen["without"]["heading"]), "企业法律风险自测");
    assert_says(text(&seen["without"]["notice"]), &["从头开始"]);
    assert_eq!(text(&seen["consented"]), format!("{}/help/0", text(&seen["was"])));
    assert_eq!(seen["closed"], seen["was"]);
    assert_eq!(text(&seen["previous"]), FIRST);
}

#[test]
fn two_windows_of_one_phone_neither_erase_nor_forget_what_the_other_keeps() {
    let seen = visit("windows", &[]);
    assert_eq!(seen["before"].as_object().map(serde_json::Map::len), Some(2));
    assert_eq!(seen["untouched"], seen["before"], "taps without consent");
    assert_eq!(seen["added"]["kept"], seen["before"], "consent in the second window adds");
    assert_says(text(&seen["added"]["text"]), &["餐饮", "个体工商户"]);
    assert_ne!(seen["changed"], seen["before"]);
    assert_says(text(&seen["told"]), &["别的窗口里改过回答"]);
    assert_eq!(seen["taken"]["kept"], seen["changed"], "the first window takes over the last answers");
    assert!(!text(&seen["taken"]["text"]).contains("餐饮"), "{}", seen["taken"]);
    assert_eq!(seen["erased"], json!({}), "what was erased is not written again");
}

#[test]
fn a_page_left_and_come_back_to_is_as_it_was() {
    let seen = visit("restored", &[]);
    let (was, back) = (&seen["was"], &seen["back"]);
    assert_eq!(back["restored"], true, "the browser loaded the page anew: this tries nothing");
    assert_eq!((&back["place"], &back["heading"]), (&was["place"], &was["heading"]));
    assert_eq!(back["ticked"], 1);
    assert_eq!(text(&seen["first"]), FIRST);
    assert_says(text(&seen["listed"]), &["餐饮"]);
}

/// An option's id, a number or a day: nothing that was written freely.
fn is_plain(answer: &Value) -> bool {
    let word =
        |text: &str| text.len() <= 40 && text.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c));
    match answer {
        Value::Null | Value::Bool(_) => true,
        Value::String(text) => word(text),
        Value::Array(ids) => ids.iter().all(|id| id.as_str().is_some_and(word)),
        _ => false,
    }
}

#[test]
fn what_is_kept_holds_answers_and_nothing_that_tells_whose() {
    let seen = visit("keeping", &[]);
    let kept = text(&seen["consented"]["kept"]["legal-risk-assessor.v1.answers"]);
    let record: Value = serde_json::from_str(kept).expect("the record is JSON");
    let parts: Vec<&String> = record.as_object().into_iter().flat_map(|it| it.keys()).collect();
    assert_eq!(parts, ["answers", "asked", "months", "rulebook", "version"]);
    let answers = record["answers"].as_object().cloned().unwrap_or_default();
    assert!(answers.len() >= 3 && answers.values().all(is_plain), "{answers:?}");
    let asked: Vec<&Value> = record["asked"].as_array().into_iter().flatten().collect();
    assert_eq!(asked.len(), answers.len());
    let first = json!(["entity-kind", "您的营业执照是哪一种？", "个体工商户"]);
    assert!(asked.contains(&&first), "{asked:?}");
}
