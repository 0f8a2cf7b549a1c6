//! How one question is asked and answered: dialogs, months, amounts, reasons.

use serde_json::{Value, json};

use super::{assert_says, text, visit};

#[test]
fn a_dialog_opens_over_the_question_and_every_way_closes_it() {
    let seen = visit("asking", &["dialogs"]);
    let question = "#/q/penalty-notice/pn-document";
    let upright = &seen["upright"];
    assert_eq!(upright["place"], json!(format!("{question}/help/1")));
    assert_eq!((text(&upright["title"]), text(&upright["focus"])), ("“处罚告知书”是什么意思？", "dialog"));
    assert_says(text(&upright["text"]), &["还没正式罚"]);
    for dialog in [upright, &seen["turned"]] {
        let facts = ["inside", "beneath", "still", "visible"].map(|fact| (fact, dialog[fact] == json!(true)));
        assert!(facts.iter().all(|(_, holds)| *holds) && dialog["modal"] == "true", "{facts:?}");
    }
    assert_eq!(seen["tabs"], json!([true, true, true]));
    assert_eq!(seen["escaped"], json!({ "place": question, "focus": true }));
    for way in ["back", "button", "beside"] {
        let closed = &seen["ways"][way];
        assert_eq!((text(&closed["place"]), &closed["scrolls"]), (question, &json!(true)), "{way}");
        assert_eq!(text(&closed["focus"]), "to--q-penalty-notice-pn-document-help-0", "{way}");
    }
    assert_eq!(text(&seen["left"]), "", "and one step back leaves the question");
}

#[test]
fn a_month_is_enough_where_the_day_makes_no_difference() {
    let seen = visit("asking", &["months"]);
    assert_eq!(seen["refusal"]["focus"], "SELECT");
    assert_says(text(&seen["refusal"]["words"]), &["请把年和月都选上"]);
    assert_says(text(&seen["this_month"]), &["2026年11月里哪一天，会影响结论", "不清楚"]);
    assert_says(text(&seen["long_ago"]), &["按2026年3月1日算"]);
    assert_says(text(&seen["listed"]), &["大概2026年3月"]);
    assert_says(text(&seen["event"]), &["只记得大概"]);
}

#[test]
fn an_amount_is_said_back_in_capitals_and_the_field_keeps_the_focus() {
    let seen = visit("asking", &["amounts"]);
    assert_says(text(&seen["understood"]), &["＝ 12万元", "大写：壹拾贰万元整"]);
    // Yew 0.23 replaces a focused field when an unkeyed list beside it changes its length.
    let kept: Vec<&Value> = ["growing", "mended", "again"].iter().map(|it| &seen[it]).collect();
    assert_eq!(kept, [true, true, true], "the field was replaced while it was typed in");
    assert_eq!(seen["refusal"]["focus"], "field");
    assert_says(text(&seen["refusal"]["words"]), &["12万多", "看不明白"]);
}

#[test]
fn a_question_says_which_answer_brought_it() {
    let seen = visit("asking", &["reasons"]);
    assert_says(text(&seen["occasion"]), &["因为您答了“听证通知书”，所以问这个。"]);
    assert_eq!(text(&seen["place"]), "#/event/penalty-notice");
}

/// With the keyboard on the screen, the field is in sight and so is the button to go on with.
fn in_sight(way: &str) {
    let seen = visit("covered", &[way]);
    let fields = seen["fields"].as_object().cloned().unwrap_or_default();
    assert_eq!(fields.len(), 8, "{fields:?}");
    for (field, edges) in &fields {
        let edge = |name: &str| edges[name].as_f64();
        assert!(edge("top") >= Some(0.0) && edge("bottom") <= edge("height"), "{field}: {edges}");
        // A date's ways to answer are more than half a window of large print.
        let high = field.contains("pn-received-on") && field.contains("大字");
        assert!(high || edge("button") <= edge("height"), "{field}: {edges}");
        assert_eq!(edges["left"], 0.0, "{field}: the room stays when the keyboard has gone");
    }
    assert_eq!(seen["still"], true, "moves where nothing is typed");
}

#[test]
fn a_keyboard_over_the_page_covers_nothing_that_is_needed() {
    in_sight("over");
}

#[test]
fn a_keyboard_that_makes_the_window_lower_covers_nothing_that_is_needed() {
    in_sight("within");
}
