//! What a host learns of a result: what the owner has seen of it, and no answer.

use serde_json::{Value, json};

use super::{details, quiet};

#[test]
fn a_report_is_what_the_result_screen_said_and_holds_no_answer() {
    let seen = quiet("report");
    for when in ["before", "asking", "again", "reset"] {
        assert_eq!(seen[when], Value::Null, "{when}");
    }
    let complete = details(&seen, "complete");
    assert_eq!(complete, [seen["after"].clone(), seen["second"].clone()]);
    assert_eq!(seen["elsewhere"], seen["after"], "it stands until questions are asked again");
    let keys: Vec<&String> = seen["after"].as_object().expect("a table").keys().collect();
    assert_eq!(keys, ["counts", "level", "ruleIds", "v"]);
    assert!(seen["after"]["counts"]["possible"].as_i64() > Some(0), "{}", seen["after"]);
}

#[test]
fn what_is_taken_along_is_told_by_its_kind() {
    let shared = details(&quiet("report"), "share");
    assert_eq!(shared, [json!({ "v": 1, "kind": "picture" }), json!({ "v": 1, "kind": "text" })]);
}
