//! Visits without a network: kept whole or not at all, never two versions in one page, and the
//! newest law wherever there is a network.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use assessor_cli::Outcome;
use serde_json::{Value, json};
use tests::{assessor, node, root, site};

use super::{UNSIGNED, assert_says, text};

/// The site built again, from a copy of the rules with another version, or with other options.
fn built(out: &str, arguments: &[&str]) -> PathBuf {
    // Not while the first one is being built: both are in one folder of stages.
    let _first = site();
    let arguments = [&["build", "--out", out], arguments].concat();
    let built = assessor(&root(), &arguments, "");
    assert!(built.outcome == Outcome::Fine, "the site does not build:\n{}{}", built.output, built.errors);
    root().join(out)
}

/// The site after an update of the rules.
fn next() -> &'static Path {
    static NEXT: OnceLock<PathBuf> = OnceLock::new();
    NEXT.get_or_init(|| {
        let rules = root().join("target/next-rules");
        copy(&root().join("rules"), &rules);
        let book = rules.join("rulebook.yaml");
        let text = std::fs::read_to_string(&book).expect("the rulebook");
        let line = text.lines().find(|it| it.starts_with("版本: ")).expect("a version");
        std::fs::write(&book, text.replace(line, "版本: \"2099.1.1\"")).expect("written");
        built("target/next-site", &["--rules", "target/next-rules"])
    })
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder").flatten() {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).expect("copied");
        }
    }
}

fn visit(case: &str, next: Option<&Path>) -> Value {
    let folders: Vec<String> =
        [Some(site().as_path()), next].into_iter().flatten().map(|it| it.display().to_string()).collect();
    let arguments: Vec<&str> = [case].into_iter().chain(folders.iter().map(String::as_str)).collect();
    let seen = node("browser/offline.mjs", &arguments);
    assert_eq!(seen["complaints"], json!([]), "{case}");
    seen
}

fn names(asked: &Value) -> Vec<&str> {
    asked.as_array().into_iter().flatten().map(text).collect()
}

#[test]
fn a_second_visit_needs_no_network() {
    let seen = visit("again", None);
    let (online, offline) = (&seen["online"], &seen["offline"]);
    assert_eq!(offline, online, "another interview");
    assert_says(text(&offline["result"]), &[UNSIGNED]);
    assert_says(text(&seen["said"]), &["网络不通或太慢", text(&seen["version"]), "法规截至"]);
    assert_says(text(&seen["about"]), &["没有网也能打开", "没有您的回答", "清除本机数据"]);
}

/// What is fetched is the same for everybody, each file once, and before the first answer.
#[test]
fn keeping_the_page_asks_for_nothing_twice_and_for_nothing_later() {
    let seen = visit("again", None);
    let mut asked = names(&seen["asked"]);
    assert_eq!(seen["meanwhile"], 0, "while answering");
    asked.sort_unstable();
    let hashed: Vec<&str> = asked.iter().copied().filter(|it| it.matches('.').count() == 2).collect();
    let mut once = hashed.clone();
    once.dedup();
    assert_eq!(once, hashed, "something was fetched twice");
    let others: Vec<&str> = asked.iter().copied().filter(|it| !hashed.contains(it)).collect();
    assert_eq!(
        others,
        ["compat.html", "index.html", "sw.js"],
        "and the page itself comes from the browser's cache"
    );
    let unwanted = ["engine.", "program.", "framed.", "directory."];
    assert!(!asked.iter().any(|it| unwanted.iter().any(|name| it.starts_with(name))), "{asked:?}");
}

#[test]
fn an_open_page_goes_on_with_its_version_and_the_next_visit_has_the_new_one() {
    let seen = visit("update", Some(next()));
    let (before, after) = (&seen["before"], &seen["after"]);
    assert_ne!(before, after);
    assert_eq!((&seen["old"], &seen["still"], &seen["fresh"]), (before, before, after), "{seen}");
    assert_eq!(
        (&seen["both"], text(&seen["announced"])),
        (&json!(2), ""),
        "a page of the new version needs no notice"
    );
    assert_eq!((&seen["own"], text(&seen["end"])), (&json!(200), "#/result"));
    assert_eq!((&seen["last"], &seen["offline"]), (after, after));
}

#[test]
fn a_new_version_is_said_with_the_next_screen_and_taken_when_answers_are_safe() {
    let seen = visit("announced-saved", Some(next()));
    let (before, after) = (&seen["before"], &seen["after"]);
    assert_eq!(&seen["opened"]["shown"], before);
    assert_says(text(&seen["opened"]["line"]), &["网络不通或太慢"]);
    assert_eq!(text(&seen["atOnce"]), "", "nothing moves while a question is being answered");
    assert_says(text(&seen["said"]), &["新版本", "会留着", "现在更新"]);
    let updated = &seen["updated"];
    assert_eq!((&updated["shown"], text(&updated["line"]), &updated["versions"]), (after, "", &json!(1)));
    assert!(text(&updated["place"]).starts_with("#/q/profile/"), "{updated}");
}

#[test]
fn answers_that_are_not_saved_are_not_offered_to_be_lost() {
    // Nor where another window of the same phone saves its own.
    for case in ["announced", "announced-beside"] {
        let said = visit(case, Some(next()))["said"].clone();
        assert_says(text(&said), &["新版本", "会丢失", "知道了"]);
        assert!(!text(&said).contains("现在更新"), "{case}: {said}");
    }
}

#[test]
fn a_half_downloaded_update_leaves_the_version_before_whole() {
    let seen = visit("half", Some(next()));
    assert_eq!(
        (text(&seen["failed"]), &seen["left"], &seen["tried"]),
        ("redundant", &json!(1), &json!(true))
    );
    assert_eq!((&seen["shown"], text(&seen["end"])), (&seen["before"], "#/result"));
}

#[test]
fn without_room_for_it_nothing_is_kept_and_nothing_is_missed() {
    let seen = visit("quota", None);
    assert_eq!((text(&seen["failed"]), &seen["versions"]), ("redundant", &json!(0)));
    assert_says(text(&seen["result"]), &[UNSIGNED]);
}

#[test]
fn what_is_damaged_on_the_phone_is_fetched_again_by_the_loader() {
    let seen = visit("damaged", None);
    assert_eq!((text(&seen["healed"]), seen["asked"].as_u64()), ("wasm", Some(1)), "{seen}");
}

#[test]
fn erasing_takes_the_kept_page_with_it() {
    let seen = visit("erase", None);
    assert_says(text(&seen["asked"]), &["供没有网时用的"]);
    assert_eq!(seen["stored"], 0);
}

#[test]
fn what_is_erased_before_it_is_kept_is_not_kept_afterwards() {
    let seen = visit("early", None);
    assert_eq!((&seen["versions"], &seen["registered"]), (&json!(0), &json!(false)));
}

#[test]
fn a_site_built_without_it_takes_back_what_was_kept() {
    let without = built("target/no-offline-site", &["--no-offline"]);
    let seen = visit("removed", Some(&without));
    assert!(!text(&seen["about"]).contains("没有网也能打开"), "{}", seen["about"]);
}

#[test]
fn where_there_are_no_service_workers_nothing_is_different() {
    let seen = visit("without", None);
    assert_says(text(&seen["result"]), &[UNSIGNED]);
    let asked = names(&seen["asked"]);
    assert!(asked.iter().all(|it| !it.starts_with("offline.") && *it != "sw.js"), "{asked:?}");
}
