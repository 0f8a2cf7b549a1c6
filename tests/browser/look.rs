//! How the page looks and feels: to the accessibility checker, to a ruler, to a screen reader, on
//! windows of every shape, and in the moment in which the app takes over from the static page.

use serde_json::{Value, json};

use tests::{node, site};

use super::{UNSIGNED, assert_says, text, visit};

/// Kinds of screens, at least: each script says how many it has been to.
const SCREENS: usize = 38;

/// No screen has anything to say for the accessibility checker, nor is one wider than the phone.
fn accessible(theme: &str, mode: &str) {
    let seen = visit("axe", &[theme, mode]);
    assert_eq!(seen["body"], json!({ "theme": theme, "mode": mode }));
    let screens = seen["screens"].as_object().cloned().unwrap_or_default();
    assert!(screens.len() >= SCREENS, "{screens:?}");
    assert!(
        screens.values().all(|passed| passed.as_u64() > Some(10)),
        "a screen was not looked at: {screens:?}"
    );
    assert_eq!(seen["violations"], json!([]), "{:#}", seen["violations"]);
}

#[test]
fn accessible_in_light_colours() {
    accessible("light", "standard");
}

#[test]
fn accessible_in_dark_colours() {
    accessible("dark", "standard");
}

#[test]
fn accessible_in_large_print() {
    accessible("light", "care");
}

#[test]
fn accessible_in_large_print_and_dark_colours() {
    accessible("dark", "care");
}

fn at_least(value: &Value, least: u64) {
    assert!(value.as_u64() >= Some(least), "looked at {value} only, not {least}");
}

#[test]
fn nothing_is_too_small_to_tap_or_read_or_too_faint_to_see() {
    let seen = visit("sizes", &[]);
    at_least(&seen["screens"], SCREENS as u64);
    at_least(&seen["looked"]["small"], 2000);
    at_least(&seen["looked"]["faint"], 500);
    assert_eq!(seen["found"], json!({}), "{:#}", seen["found"]);
}

#[test]
fn a_name_stands_for_one_thing_on_every_screen() {
    let seen = visit("names", &[]);
    at_least(&seen["screens"], SCREENS as u64);
    at_least(&seen["named"], 300);
    assert_eq!(seen["found"], json!([]), "{:#}", seen["found"]);
}

#[test]
fn every_screen_fits_every_window_and_every_size_of_print() {
    let seen = visit("reflow", &[]);
    at_least(&seen["screens"], SCREENS as u64);
    at_least(&seen["lines"], 8000);
    assert_eq!(seen["found"], json!({}), "{:#}", seen["found"]);
}

#[test]
fn the_oldest_browsers_know_all_of_the_style_sheet_that_matters() {
    let files = std::fs::read_dir(site()).expect("the built site");
    let mut paths = files.flatten().map(|file| file.path());
    // The other style sheet of the site is that of pages without the app.
    let named = |path: &std::path::Path| {
        path.file_name().is_some_and(|it| it.to_string_lossy().starts_with("style."))
    };
    let style = paths
        .find(|path| named(path) && path.extension().is_some_and(|it| it == "css"))
        .expect("a style sheet");
    let seen = node("styles.mjs", &[&style.to_string_lossy()]);
    at_least(&seen["rules"], 200);
    assert_eq!((&seen["missing"], &seen["partial"]), (&json!([]), &json!([])));
}

#[test]
fn nothing_moves_under_the_finger() {
    let seen = visit("shift", &[]);
    assert_eq!(seen["end"], "#/finding/no-written-contract");
    let shifts = seen["shifts"].as_array().cloned().unwrap_or_default();
    let sum: f64 = shifts.iter().filter_map(|shift| shift["value"].as_f64()).sum();
    assert!(sum < 0.02, "{sum}: {shifts:#?}");
    assert_eq!(seen["still"], json!([]), "moves for those who want no motion");
    assert_ne!(seen["forced"]["chosen"], seen["forced"]["other"], "in the system's colours");
}

/// What the app draws stands where the static page has it, and a tap before the app is kept.
fn takes_over(mode: &str) {
    let seen = visit("intro", &[mode]);
    at_least(&seen["lines"], 20);
    assert_eq!(seen["moved"], json!([]), "drawn are: {:#}", seen["drawn"]);
    let tapped = &seen["tapped"];
    assert_eq!(tapped["place"], "#/events");
    assert_says(text(&tapped["meanwhile"]), &["已记下"]);
    assert_eq!(seen["back"], json!({ "place": "#/", "same": true }));
}

#[test]
fn the_app_takes_over_the_first_screen_unnoticed() {
    takes_over("standard");
}

#[test]
fn the_app_takes_over_the_first_screen_unnoticed_in_large_print() {
    takes_over("care");
}

#[test]
fn by_keyboard_from_the_first_screen_to_a_finding_and_back() {
    let seen = visit("desk", &[]);
    assert!(seen["asked"].as_array().is_some_and(|asked| asked.len() >= 10), "{}", seen["asked"]);
    let (result, finding) = (&seen["result"], &seen["finding"]);
    assert_eq!((text(&result["place"]), text(&finding["heading"])), ("#/result", UNSIGNED));
    for stop in [result, finding].iter().filter_map(|it| it["stops"].as_array()).flatten() {
        // Wherever the focus is, it is on the screen, in a ring, and on something with a name.
        assert!(stop["ring"] == 3.0 && stop["shown"] == true && !text(&stop["words"]).is_empty(), "{stop}");
    }
    let stops = finding["stops"].to_string();
    assert_says(&stops, &["改答案", "电话", "看全部结果", "全部电话", "清除本机数据"]);
    assert_eq!(seen["opened"], true, "what is folded away cannot be reached");
    assert_eq!(text(&seen["back"]["words"]), UNSIGNED, "back is not where one came from");
    assert_eq!(seen["end"], "#/q/labor/written-contract");
}

#[test]
fn every_kind_of_field_and_a_dialog_by_keyboard() {
    let seen = visit("fields", &["keys"]);
    assert_says(text(&seen["amount"]), &["＝ 12万元", "大写：壹拾贰万元整"]);
    assert_eq!(text(&seen["next"]), "#/q/extortion/ex-danger");
    assert_eq!(seen["month"], json!(["2026", "3"]));
    assert_ne!(seen["after"], "#/q/penalty-notice/pn-received-on");
    let offered = seen["offered"].as_array().cloned().unwrap_or_default();
    assert_eq!(seen["several"].as_array().map(Vec::as_slice), offered.get(..2));
    assert_eq!(seen["none"], json!(["以上都没有"]));
    assert_eq!((text(&seen["opened"]), &seen["closed"]), ("dialog", &json!(true)));
}

#[test]
fn every_kind_of_field_and_a_dialog_in_the_accessibility_tree() {
    let seen = visit("fields", &["tree"]);
    let (amount, date) = (&seen["amount"]["fields"][0], &seen["date"][0]);
    assert_eq!(amount["name"], seen["amount"]["question"]);
    assert_eq!((text(&amount["value"]), text(&amount["description"])), ("12万", "＝ 12万元"));
    assert!(!text(&date["name"]).is_empty() && !text(&date["description"]).is_empty(), "{date}");
    let months = [("年", "2026"), ("月", "请选")];
    let months = months.map(|(name, value)| json!({ "name": name, "value": value }));
    assert_eq!(seen["month"], json!(months));
    let several = seen["several"].as_array().cloned().unwrap_or_default();
    let states: Vec<bool> = several.iter().map(|it| it["checked"] == true).collect();
    let (first, others) = states.split_first().expect("rows to tick");
    assert!(*first && others.len() > 3 && !others.contains(&true), "{several:?}");
    assert_eq!(seen["dialog"], json!([{ "name": "为什么问这个？", "modal": true }]));
    assert_eq!(seen["beneath"], json!([]), "what lies under the dialog is out of reach");
}

#[test]
fn an_interview_through_the_accessibility_tree() {
    let seen = visit("tree", &[]);
    let refusal = &seen["refusal"];
    assert!(!text(&refusal["alert"]).is_empty(), "{refusal}");
    assert_eq!(refusal["invalid"], json!(["radiogroup"]));

    let asked = seen["asked"].as_array().cloned().unwrap_or_default();
    assert!(asked.len() >= 10, "{asked:#?}");
    for screen in &asked {
        heard(screen);
        // A question is its screen's heading, the name of its group, and how far one is is said.
        let question = &screen["first"][0];
        assert_eq!(&screen["groups"][0], question, "{screen:#}");
        assert!(text(&screen["live"][0]).contains('题'), "{screen:#}");
        let ticked = screen["state"].as_array().cloned().unwrap_or_default();
        let typed = screen["fields"].as_array().is_some_and(|fields| fields.contains(question));
        assert!(typed || ticked == screen["words"].as_array().cloned().unwrap_or_default(), "{screen:#}");
    }
    for name in ["domains", "result", "finding"] {
        heard(&seen[name]);
    }
    assert_eq!(seen["result"]["tables"], json!(["各领域"]));
    let finding = &seen["finding"];
    assert_says(&finding["outline"].to_string(), &["为什么这样说", "期限", "怎么做", "找谁", "法律依据"]);
    assert_says(&finding["links"].to_string(), &["电话 12333", "改答案", "看全部结果"]);
}

/// What a screen reader needs of every screen: one heading of the first level, on which the focus is, and
/// names and landmarks.
fn heard(screen: &Value) {
    let first = screen["first"].as_array().cloned().unwrap_or_default();
    assert_eq!(first.len(), 1, "{screen:#}");
    assert_eq!(screen["focused"], json!({ "role": "heading", "name": first[0] }), "{screen:#}");
    assert_eq!(screen["title"], first[0], "{screen:#}");
    assert_eq!(screen["nameless"], 0, "{screen:#}");
    assert_eq!(screen["landmarks"].as_array().map(Vec::len), Some(4), "{screen:#}");
}
