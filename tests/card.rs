//! The card a chat shows when the page is passed on: there where the administrator can have it
//! signed, and no trace of it elsewhere.

#![cfg(test)]

use std::fs;
use std::sync::OnceLock;

use assessor_cli::Outcome;
use assessor_cli::serve::Static;
use serde_json::{Value, json};
use tests::{assessor, node, root, site};

const FOLDER: &str = "target/card";

/// The site with a card, under a path as a portal would put it. Built once.
fn with_card() -> Static {
    static BUILT: OnceLock<()> = OnceLock::new();
    BUILT.get_or_init(|| {
        let arguments =
            ["build", "--out", FOLDER, "--wx-sdk", "tests/card/sdk.js", "--wx-sign-url", "/wx/sign"];
        let built = assessor(&root(), &arguments, "");
        assert!(built.outcome == Outcome::Fine, "{}{}", built.output, built.errors);
    });
    Static::start(&root().join(FOLDER), "/law/").expect("a free port")
}

fn refused(sdk: &str, sign: &str) -> String {
    let arguments = ["build", "--out", "target/no-card", "--wx-sdk", sdk, "--wx-sign-url", sign];
    let built = assessor(&root(), &arguments, "");
    assert!(built.outcome == Outcome::Findings, "{}", built.output);
    built.errors
}

#[test]
fn in_wechat_the_card_is_signed_for_the_address_and_says_nothing_of_the_owner() {
    let served = with_card();
    let seen = node("card/card.mjs", &[served.url(), "wechat"]);
    let address = format!("{}?from=singlemessage", served.url());
    let signs: Vec<String> = serde_json::from_value(seen["signs"].clone()).expect("addresses");
    assert_eq!(signs.len(), 1, "{signs:?}");
    let encoded = address.replace(':', "%3A").replace('/', "%2F").replace('?', "%3F").replace('=', "%3D");
    assert!(signs.iter().all(|it| it.ends_with(&format!("/wx/sign?url={encoded}"))), "{signs:?}");
    let asked = seen["asked"].as_array().expect("calls");
    let called: Vec<&Value> = asked.iter().map(|it| &it[0]).collect();
    assert_eq!(called, ["config", "ready", "updateAppMessageShareData", "updateTimelineShareData"]);
    assert_eq!(asked[0][1]["signature"], "s");
    let card = &asked[2][1];
    assert_eq!((&card["title"], &card["link"]), (&json!("企业法律风险自测"), &json!(served.url())));
    assert!(card["desc"].as_str().is_some_and(|it| it.contains("本机")), "{card}");
    let picture = card["imgUrl"].as_str().and_then(|it| it.strip_prefix(served.url())).expect("a picture");
    assert!(root().join(FOLDER).join(picture).is_file(), "{picture}");
    assert_eq!(asked[2][1], asked[3][1]);
    assert_eq!(seen["errors"], json!([]));
}

#[test]
fn without_a_signature_nothing_is_said() {
    let seen = node("card/card.mjs", &[with_card().url(), "refused"]);
    assert_eq!((&seen["asked"], &seen["errors"]), (&json!([]), &json!([])));
    assert_eq!(seen["drawn"], true);
}

#[test]
fn other_browsers_ask_nobody() {
    let seen = node("card/card.mjs", &[with_card().url(), "other"]);
    assert_eq!((&seen["asked"], &seen["signs"], &seen["errors"]), (&json!([]), &json!([]), &json!([])));
}

#[test]
fn a_site_without_a_service_has_none_of_it() {
    let page = fs::read_to_string(site().join("index.html")).expect("the page");
    assert!(!page.contains("card.") && !page.contains("data-sign"), "{page}");
    let files = fs::read_dir(site()).expect("a folder").flatten();
    assert_eq!(files.filter(|it| it.file_name().to_string_lossy().starts_with("card.")).count(), 0);
}

#[test]
fn a_wrong_call_says_what_is_wanted() {
    let said = refused("tests/card.rs", "https://other.example/sign");
    assert!(said.contains("--wx-sign-url") && said.contains("/wx/sign"), "{said}");
    let said = refused("tests/lib.rs", "/wx/sign");
    assert!(said.contains("--wx-sdk") && said.contains("jweixin-1.6.0.js"), "{said}");
}
