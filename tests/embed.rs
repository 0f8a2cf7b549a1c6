//! The kit for other pages: the element and the frame on pages of somebody else, of every
//! temper, in a real browser and on another origin.
//!
//! The cases in `embed/` act and report; what is right is said here.

#![cfg(test)]

#[path = "embed/fuzz.rs"]
mod fuzz;
#[path = "embed/odd.rs"]
mod odd;
#[path = "embed/outcome.rs"]
mod outcome;

use std::sync::OnceLock;

use serde_json::{Value, json};
use tests::{Served, node, serve, site};

/// Under a base path, as a portal would put it.
fn served() -> &'static Served {
    static SERVED: OnceLock<Served> = OnceLock::new();
    SERVED.get_or_init(|| serve("/law/check/"))
}

fn embed(case: &str) -> Value {
    node("embed/host.mjs", &[served().url(), case])
}

/// A case in which the console stays silent.
fn quiet(case: &str) -> Value {
    let seen = embed(case);
    assert_eq!(seen["complaints"], json!([]), "{case}: the console has something to say");
    seen
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The details of the events of a name, in their order.
fn details(seen: &Value, name: &str) -> Vec<Value> {
    let heard = seen["heard"].as_array().into_iter().flatten();
    heard.filter(|event| event["name"] == name).map(|event| event["detail"].clone()).collect()
}

#[test]
fn an_interview_inside_another_page_leaves_that_page_alone() {
    let seen = quiet("interview");
    assert_eq!(seen["host"], true, "the host looks otherwise than before");
    assert_eq!(seen["same"], true, "the host's address or history was touched");
    assert_eq!((&seen["kept"], &seen["names"]), (&json!([]), &json!(["devicePixelRatio"])));
    assert_eq!(seen["asked"].as_array().map(Vec::len), Some(3));
    assert_eq!(seen["back"], seen["asked"][2], "上一题");
    assert_ne!(seen["last"], seen["back"]);
    assert_eq!(seen["focus"], "heading");
    assert_eq!(seen["fallback"], json!({ "link": served().url(), "visible": false }));
}

#[test]
fn events_tell_how_far_and_what_was_found_but_no_answer() {
    let seen = quiet("interview");
    let ready = details(&seen, "ready");
    assert_eq!(ready.len(), 1);
    assert!(ready.iter().all(|it| it["v"] == 1 && text(&it["lawDate"]).contains('年')), "{ready:?}");
    let steps: Vec<_> = details(&seen, "progress").iter().map(|it| it["answered"].clone()).collect();
    assert_eq!(steps, [0, 1, 2, 3, 2]);
    assert_eq!(details(&seen, "start").len(), 1);
    let complete = details(&seen, "complete");
    assert_eq!(
        complete,
        [json!({ "v": 1, "level": "none", "counts": { "certain": 0, "possible": 0 }, "ruleIds": [] })]
    );
    for event in seen["heard"].as_array().into_iter().flatten() {
        let told: Vec<&str> =
            event["detail"].as_object().into_iter().flat_map(|it| it.keys().map(String::as_str)).collect();
        let allowed =
            ["v", "rulesVersion", "lawDate", "route", "answered", "total", "level", "counts", "ruleIds"];
        assert!(told.iter().all(|key| allowed.contains(key)), "{event}");
    }
}

#[test]
fn hostile_styles_do_not_reach_in() {
    let (plain, hostile) = (embed("looks"), embed("hostile"));
    let things = plain["looks"].as_object().cloned().unwrap_or_default();
    assert!(things.len() > 20, "{}", things.len());
    for (thing, look) in things {
        assert_eq!(hostile["looks"][&thing], look, "{thing}");
    }
}

#[test]
fn a_strict_policy_with_the_documented_lines_is_enough() {
    assert_eq!(quiet("policy")["asked"].as_array().map(Vec::len), Some(1));
    assert!(text(&quiet("trusted-types")["text"]).contains("全面体检"));
}

#[test]
fn a_policy_that_forbids_it_leaves_the_link() {
    for (case, code) in
        [("policy-without-wasm", "csp"), ("policy-without-fetch", "fetch"), ("no-wasm", "no-wasm")]
    {
        let seen = embed(case);
        assert_eq!(details(&seen, "error"), [json!({ "v": 1, "code": code })], "{case}");
        assert_eq!((&seen["visible"], &seen["link"]), (&json!(true), &json!(served().url())), "{case}");
    }
}

#[test]
fn a_damaged_file_is_tried_once_more_and_then_said() {
    let seen = embed("damaged");
    assert_eq!((&seen["again"], &seen["visible"]), (&json!(0), &json!(true)));
    assert!(text(&seen["text"]).contains("下载的文件不完整"), "{}", seen["text"]);
}

#[test]
fn a_tab_that_is_not_shown_costs_nothing_until_it_is() {
    let seen = quiet("hidden");
    assert_eq!(seen["early"], 0);
    assert!(text(&seen["text"]).contains("全面体检"));
}

#[test]
fn removed_and_put_back_it_goes_on() {
    let seen = quiet("moved");
    assert_eq!(seen["now"], seen["was"]);
    assert_ne!(seen["next"], seen["now"]);
}

#[test]
fn several_on_a_page_do_not_meddle_and_share_their_download() {
    let seen = quiet("several");
    assert!(text(&seen["one"]).contains("第 3 题"), "{}", seen["one"]);
    assert!(text(&seen["two"]).contains("还没有回答"), "{}", seen["two"]);
    let look = |theme, mode| json!({ "engine": "wasm", "weuiTheme": theme, "weuiMode": mode });
    assert_eq!(seen["modes"], json!([look("light", "standard"), look("dark", "care")]));
    assert_eq!(seen["programs"], 1);
}

#[test]
fn copies_that_frameworks_make_are_new_elements() {
    let seen = quiet("cloned");
    assert_ne!(seen["first"], seen["twin"], "a copy begins anew");
    assert_eq!((&seen["twin"], &seen["attributes"]), (&seen["text"], &json!(0)));
}

#[test]
fn headings_continue_the_hosts() {
    let seen = quiet("headings");
    for screen in ["first", "then"] {
        let levels: Vec<_> =
            seen[screen].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
        assert_eq!(levels.first(), Some(&2), "{levels:?}");
        assert!(levels.len() > 1 && levels.iter().skip(1).all(|level| *level == 3), "{levels:?}");
    }
}

#[test]
fn the_hosts_script_may_start_dress_and_erase() {
    let seen = quiet("methods");
    assert_eq!(seen["early"], 0, "`start=manual` waits");
    assert_eq!(seen["accent"], "rgb(10, 88, 202)");
    assert_eq!(seen["kept"], json!(["legal-risk-assessor.v1.answers", "legal-risk-assessor.v1.look"]));
    assert_eq!(seen["erased"]["keys"], json!([]));
    assert!(!text(&seen["erased"]["text"]).contains("继续上次"), "{}", seen["erased"]);
    assert_eq!(seen["parts"], json!(["root", "button"]));
}

#[test]
fn every_screen_works_inside() {
    let seen = quiet("screens");
    let screens = seen["seen"].as_object().cloned().unwrap_or_default();
    assert_eq!(screens.len(), 9, "{screens:?}");
    assert!(seen["seen"]["share"]["picture"].as_u64() > Some(100), "the picture: {}", seen["seen"]);
    assert_eq!(seen["seen"]["share"]["entry"], true, "what is taken along names the site, not the host");
}

#[test]
fn the_article_leads_to_the_page_and_shows_what_only_an_own_page_can() {
    let seen = quiet("article");
    assert_eq!(seen["asked"].as_array().map(Vec::len), Some(1));
    assert_eq!((&seen["scripts"], &seen["elsewhere"]), (&json!(0), &json!([])), "an article runs nothing");
    let links: Vec<&str> = seen["links"].as_array().into_iter().flatten().map(text).collect();
    assert!(links.contains(&served().url()) && links.iter().any(|it| it.starts_with("tel:")), "{links:?}");
    assert_eq!((&seen["levels"], &seen["width"]), (&json!(["H1", "H2"]), &json!(390)));
}

#[test]
fn a_card_loads_no_program_and_opens_the_page() {
    let seen = quiet("card");
    assert_eq!(
        (&seen["wasm"], &seen["href"], &seen["theme"]),
        (&json!(0), &json!(format!("{}#/section/labor", served().url())), &json!("dark"))
    );
}

#[test]
fn over_the_whole_window_the_way_back_closes_it() {
    let seen = quiet("fullscreen");
    assert_eq!((&seen["open"], &seen["same"], &seen["focus"]), (&json!(true), &json!(true), &json!("card")));
    assert_eq!(seen["again"], seen["first"], "the walk goes on where it was");
}

#[test]
fn a_frame_grows_and_shrinks_and_tells_numbers_only() {
    let seen = quiet("frame");
    for size in ["small", "large", "back"] {
        let (frame, content) = (seen[size][0][0].as_i64(), seen[size][1].as_i64());
        assert_eq!(frame, content.map(|height| height.max(480)), "{size}");
    }
    assert!(seen["large"][1].as_i64() > Some(5000), "{}", seen["large"]);
    assert!(seen["top"].as_i64() >= Some(0), "a new screen is shown from its top: {}", seen["top"]);
    let routes: Vec<_> = details(&seen, "navigate").iter().map(|it| text(&it["route"]).to_owned()).collect();
    assert_eq!(routes, ["#/section", "#/agencies", "#/finding", "#/result"], "no ids");
    assert_eq!(details(&seen, "complete"), [json!({ "v": 1, "counts": { "certain": 0, "possible": 0 } })]);
    let sandbox = text(&seen["attributes"]["sandbox"]);
    assert!(!sandbox.contains("allow-top-navigation ") && !sandbox.contains("allow-modals"), "{sandbox}");
    assert_eq!(seen["attributes"]["title"], "企业法律风险自测");
}

#[test]
fn a_dialog_in_a_frame_is_where_the_window_is_and_moves_nothing() {
    let seen = quiet("frame-dialog");
    assert!(seen["edge"].as_i64() < Some(-200), "the frame begins far above the window: {seen}");
    for when in ["open", "followed"] {
        let place = |edge: &str| seen[when][edge].as_i64();
        assert!(place("top") >= Some(0) && place("bottom") <= seen["window"].as_i64(), "{when}: {seen}");
        assert_eq!(seen[when]["cover"], seen["window"], "{when}: only what is on the screen is covered");
    }
    assert_eq!(seen["moved"], 0, "the host's page jumped");
}

#[test]
fn what_a_frame_cannot_do_is_done_in_a_window_of_the_site() {
    let seen = quiet("frame-leaves");
    assert_eq!((&seen["apart"]["same"], &seen["apart"]["title"]), (&json!(true), &json!("自测结果")));
    assert!(text(&seen["apart"]["name"]).starts_with("结果图片"), "{}", seen["apart"]);
    assert!(seen["apart"]["width"].as_i64() > Some(300), "as wide as its window: {}", seen["apart"]);
    assert_eq!((&seen["prints"], &seen["told"]), (&json!(false), &json!(true)));
    assert_eq!(seen["shared"], json!([{ "v": 1, "kind": "picture" }]));
    assert_eq!(
        text(&seen["url"]),
        format!("{}directory.html", served().url()),
        "another page, in the window"
    );
}

#[test]
fn several_frames_have_their_own_heights() {
    let seen = quiet("frame-several");
    assert_eq!((&seen["heights"], &seen["names"]), (&json!([600, seen["contents"][1]]), &json!(2)));
}

#[test]
fn a_frame_needs_two_lines_of_policy() {
    let seen = quiet("frame-policy");
    assert_eq!(seen["heights"], json!([seen["content"]]));
}

#[test]
fn garbage_and_floods_do_not_move_the_host() {
    let seen = quiet("host-flooded");
    assert_eq!(seen["after"]["heights"], seen["before"], "garbage changed the height");
    assert_eq!(seen["after"]["polluted"], Value::Null);
    assert_eq!(seen["after"]["title"], "只许用框架的门户");
    assert!(text(&seen["after"]["url"]).starts_with("http://localhost:"), "{}", seen["after"]);
    assert_eq!(seen["tallest"], 20000);
    let events = seen["after"]["events"].as_array().cloned().unwrap_or_default();
    assert!(events.iter().all(|it| it["name"] == "progress"), "only known names: {events:?}");
}

#[test]
fn garbage_does_not_move_the_frame_and_strangers_hear_nothing() {
    let seen = quiet("frame-flooded");
    assert_eq!(seen["overheard"], json!([]));
    assert_eq!(seen["look"], json!({ "engine": "wasm", "weuiTheme": "light", "weuiMode": "standard" }));
    let visible = text(&seen["visible"]);
    assert!(!visible.contains('-') || visible.contains("--lra-visible"), "{visible}");
}

#[test]
fn a_frame_talks_to_nobody_who_lies_about_himself() {
    let seen = quiet("host-lies");
    let before: Vec<_> = seen["lied"].as_array().into_iter().flatten().map(|it| it["type"].clone()).collect();
    assert_eq!(before, ["hello"], "{}", seen["lied"]);
    assert!(seen["told"].as_array().is_some_and(|told| told.contains(&json!("resize"))), "{}", seen["told"]);
}

#[test]
fn the_scripts_are_small_and_the_tags_name_them() {
    let packed = |name: &str| std::fs::metadata(site().join(name)).expect("a packed script").len();
    let (element, frame) = (packed("v1/lra.js.gz"), packed("v1/frame.js.gz"));
    assert!(element <= 5000, "v1/lra.js: {element} bytes gz");
    assert!(frame <= 3000, "v1/frame.js: {frame} bytes gz");
    let tags = std::fs::read_to_string(site().join("embed.txt")).expect("the tags to paste");
    assert_eq!(tags.matches("integrity=\"sha384-").count(), 2);
}
