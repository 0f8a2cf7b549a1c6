//! What owners take along, and whom they call: the picture, texts, calendar and paper as other
//! programs read them, in a browser and in WeChat; the directory, and the words for a call.

use std::sync::OnceLock;

use serde_json::{Value, json};
use tests::{node, serve};

use super::{UNSIGNED, assert_says, text, visit};

/// The first and the last words of a text.
const ANSWERS: [&str; 4] = ["您回答了", "有人没签", "2026年3月2日", "8人"];

/// The walk through a browser, and the address it was served at.
fn taken_along() -> &'static (Value, String) {
    static SEEN: OnceLock<(Value, String)> = OnceLock::new();
    SEEN.get_or_init(|| {
        let site = serve("/");
        (node("browser/leave.mjs", &[site.url()]), site.url().to_owned())
    })
}

fn assert_lacks(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(!text.contains(part), "“{part}” is in:\n{text}");
    }
}

#[test]
fn the_picture_is_an_image_that_leads_to_the_first_screen() {
    let (seen, url) = taken_along();
    assert_eq!(seen["complaints"], json!([]));
    let picture = &seen["picture"];
    assert_eq!(text(&picture["code"]), url, "the QR code");
    assert_eq!(text(&picture["kind"]), "data:image/png;base64,");
    assert_eq!((&picture["alone"], &picture["named"]), (&json!(true), &json!(true)));
    let size: Vec<u64> = picture["size"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
    assert!(matches!(size[..], [1080, height] if (1000..=4000).contains(&height)), "{size:?}");
}

#[test]
fn nothing_that_leaves_holds_an_answer_and_nothing_is_sent() {
    let (seen, url) = taken_along();
    assert_says(text(&seen["words"]), &[UNSIGNED, "最后一天2027年3月1日", "12333", "仅供参考", url]);
    assert_lacks(text(&seen["words"]), &ANSWERS);
    assert_lacks(&seen["calendar"].to_string(), &ANSWERS);
    assert_eq!(text(&seen["address"]), format!("{url}#/share"));
    assert_eq!((&seen["sent"], &seen["departures"]), (&json!([]), &json!([])));
    assert_says(text(&seen["empty"]), &["还没有结果"]);
}

#[test]
fn last_days_are_events_to_another_program() {
    let (seen, _) = taken_along();
    let event = &seen["calendar"][0];
    assert_eq!((text(&event["from"]), text(&event["to"])), ("2027-03-01", "2027-03-02"));
    assert_eq!(event["reminders"], json!(["-P2DT15H", "PT9H"]));
    assert_says(text(&event["summary"]), &["最后一天：", "满一年之前补签"]);
    assert_eq!(text(&event["uid"]), "no-written-contract-2@jiayuguan-enterprise");
}

#[test]
fn a_tap_copies_as_far_as_the_browser_lets_it() {
    let (seen, _) = taken_along();
    for kind in ["granted", "rejected", "missing"] {
        let copied = &seen["copies"][kind];
        assert_eq!(copied["copied"], true, "{kind}: {copied}");
        assert_says(text(&copied["said"]), &["已复制"]);
    }
    let refused = &seen["copies"]["refused"];
    assert_eq!((&refused["copied"], &refused["selected"]), (&json!(false), &json!(true)), "{refused}");
    assert_says(text(&refused["said"]), &["没能自动复制", "长按"]);
    assert_eq!(refused["whole"], true, "what has to be copied by hand is to be seen: {refused}");
}

#[test]
fn a_long_text_shows_its_beginning_until_all_of_it_is_wanted() {
    let seen = &taken_along().0["unfolded"];
    assert_eq!((&seen["before"], &seen["again"]), (&json!([9]), &json!([9])), "eight lines and ……");
    assert!(
        seen["after"].as_array().is_some_and(|it| matches!(&it[..], [all] if all.as_u64() > Some(9))),
        "{seen}"
    );
}

#[test]
fn the_systems_own_sheet_is_an_addition() {
    let passed = &taken_along().0["passed"];
    assert_eq!((&passed["without"], &passed["offered"]), (&json!([]), &json!(["转发图片", "转发文字"])));
    assert_eq!(passed["said"], json!({ "": false, "AbortError": false, "NotAllowedError": true }));
    let png = json!({ "name": "result.png", "head": [0x89, 0x50, 0x4e, 0x47], "large": true });
    assert_eq!(passed["given"], json!([taken_along().0["words"], png]));
}

#[test]
fn on_paper_a_finding_stays_on_its_page() {
    let (seen, _) = taken_along();
    let paper = &seen["paper"];
    let sheets = paper["sheets"].as_array().cloned().unwrap_or_default();
    assert!(sheets.len() > 5, "only {} findings", sheets.len());
    for sheet in &sheets {
        assert_eq!(text(&sheet["whole"]), "avoid");
        assert!(sheet["high"].as_u64().is_some_and(|high| high <= 1009), "higher than a page: {sheet}");
    }
    let (pages, most) = (paper["pages"].as_u64().unwrap_or_default(), sheets.len() as u64 + 1);
    assert!((2..=most).contains(&pages), "{pages} pages for {} findings", sheets.len());
    assert_eq!(paper["left"], 0, "something to tap is printed");
    assert_eq!(paper["paint"], json!(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]));
    assert_eq!(paper["answers"]["before"], 0, "answers are printed unasked");
    assert!(paper["answers"]["ticked"].as_u64() > Some(0), "{}", paper["answers"]);
}

#[test]
fn in_wechat_the_way_out_is_told_and_nothing_is_to_be_downloaded() {
    let seen = visit("leave", &["wechat"]);
    assert_eq!(seen["downloads"], 0);
    assert_says(text(&seen["text"]), &["长按图片", "在浏览器打开", "收藏", "复制全部文字"]);
    assert_lacks(text(&seen["text"]), &["存成日历提醒", "打印完整结果"]);
    assert_eq!(text(&seen["picture"]["kind"]), "data:image/png;base64,");
}

/// The walk through the directory, the words for a call, and 这里不对.
fn contacts() -> &'static Value {
    static SEEN: OnceLock<Value> = OnceLock::new();
    SEEN.get_or_init(|| visit("contacts", &[]))
}

#[test]
fn an_agency_is_found_by_what_it_handles() {
    let directory = &contacts()["directory"];
    let all = &directory["all"];
    let groups: Vec<&str> = all["groups"].as_array().into_iter().flatten().map(text).collect();
    let order: Vec<&str> = groups.iter().filter_map(|it| it.split('（').next()).collect();
    assert_eq!(order, ["审判领航", "检察助航", "公安护航", "司法续航", "其他"]);
    assert_eq!(directory["工资"]["names"][0], "12333 人社服务热线");
    for (words, found) in
        [("工资", "找到"), ("12309", "找到"), ("立案 网", "找到"), ("没有这种事", "没有找到")]
    {
        assert_says(text(&directory[words]["said"]), &[found]);
        assert_eq!(text(&directory[words]["typed"]), words, "the field lost the focus");
    }
    assert_eq!(directory["没有这种事"]["names"], json!([]));
    assert_eq!(directory["instead"], json!(["tel:12345"]));
    assert_eq!(directory["kept"], "检察", "what was looked for is lost on the way back");
}

#[test]
fn a_card_dials_quotes_promises_and_leaves_emergencies_alone() {
    let directory = &contacts()["directory"];
    assert_eq!(directory["dials"], json!([["tel:12309", "电话\n12309"], ["tel:12345", "市民热线\n12345"]]));
    assert_says(text(&directory["card"]), &["不是本页的保证", "“3个月内答复", "——检察机关公开承诺"]);
    assert_eq!(directory["alone"], json!(["tel:110"]));
}

#[test]
fn on_the_telephone_only_what_is_ticked_is_told() {
    let call = &contacts()["call"];
    assert_says(text(&call["first"]), &["书面合同：有人没签", "最后一天是2027年3月1日"]);
    assert_lacks(text(&call["first"]), &["业态", "主体类型"]);
    assert_lacks(text(&call["untold"]), &["有人没签"]);
    assert_says(text(&call["more"]), &["业态：餐饮、网上经营"]);
}

#[test]
fn what_is_not_right_is_told_without_an_answer() {
    let wrong = &contacts()["wrong"];
    assert_says(text(&wrong["finding"]), &["编号：no-written-contract", "最后一天算错了", "2026.11"]);
    assert_says(text(&wrong["question"]), &["编号：written-contract", "（请写在这里）"]);
    for which in ["finding", "question"] {
        assert_lacks(text(&wrong[which]), &ANSWERS);
    }
    assert_eq!(wrong["chosen"], json!(["有人没签"]), "the answer is lost on the way back");
}
