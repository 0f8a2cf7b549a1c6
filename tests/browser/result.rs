//! The result that people act on: what it says, what can be ticked, what would clear it, and before
//! and after.

use std::sync::OnceLock;

use serde_json::{Value, json};

use super::{UNSIGNED, assert_says, text, visit};

const NOTES: &str = "legal-risk-assessor.v1.notes";

/// Walked once for the tests below.
fn walked() -> &'static Value {
    static WALKED: OnceLock<Value> = OnceLock::new();
    WALKED.get_or_init(|| visit("result", &[]))
}

#[test]
fn the_picture_of_a_domain_is_what_the_words_beside_it_say() {
    let domains = walked()["result"]["domains"].as_array().cloned().unwrap_or_default();
    assert!(!domains.is_empty(), "no domain was looked at");
    for domain in domains {
        let steps: Vec<&str> = domain["steps"].as_array().into_iter().flatten().map(text).collect();
        let filled = steps.iter().filter(|it| !["lra-bar__open", "lra-bar__rest"].contains(it)).count();
        let reached = steps.iter().filter(|it| **it != "lra-bar__rest").count();
        let words = ["", "低", "中", "高", "极高"];
        let (certain, possible) = (words.get(filled).copied(), words.get(reached).copied());
        assert_eq!(steps.len(), 4, "{domain}");
        let (certain, possible) = (certain.unwrap_or_default(), possible.unwrap_or_default());
        let said = match (filled, reached) {
            (0, 0) => ("图：未发现风险".to_owned(), vec!["未发现风险".to_owned()]),
            (0, _) => (
                format!("图：有待确认，最高可能到{possible}"),
                vec!["有待确认".into(), format!("最高可能到“{possible}”")],
            ),
            _ if reached > filled => (
                format!("图：风险{certain}，没确认的最高可能到{possible}"),
                vec![format!("风险{certain}"), format!("最高可能到“{possible}”")],
            ),
            _ => (format!("图：风险{certain}"), vec![format!("风险{certain}")]),
        };
        assert_eq!(text(&domain["label"]), said.0);
        for part in said.1 {
            assert!(text(&domain["words"]).contains(&part), "“{part}” is missing in {domain}");
        }
    }
}

#[test]
fn certain_possible_and_excluded_are_kept_apart_and_a_high_risk_leads_to_people() {
    let seen = text(&walked()["result"]["text"]);
    assert_says(
        seen,
        &["确定的风险：先做这件事", "第一步：", "可能的风险，确认后才知道", "按您的回答，查过、没有的"],
    );
    assert_says(seen, &["这个结果还不完整", "请人当面做一次“法治体检”"]);
}

#[test]
fn a_finding_opens_with_what_to_do_by_when_and_whom_to_call() {
    let first = &walked()["first"];
    assert_says(text(&first["words"]), &["先做", "期限", "2027年3月1日，还剩 98 天", "找谁"]);
    assert_eq!(first["dials"], json!(["tel:12333"]));
    assert_eq!(text(&first["jumped"]), "找谁");
}

#[test]
fn ticks_stay_with_consent_and_only_then() {
    let done = &walked()["done"];
    assert_eq!(done["without"]["ticked"][0], true);
    assert_eq!(done["without"]["focused"], true, "the keyboard lost its place");
    assert_says(text(&done["without"]["heading"]), &["已做 1 / "]);
    assert_eq!(done["without"]["kept"], json!({}));
    assert_eq!(done["consented"]["ticked"], done["without"]["ticked"]);
    let notes = text(&done["consented"]["kept"][NOTES]);
    assert!(notes.contains("done\tno-written-contract") && notes.contains("seen\t2026-11-23"), "{notes}");
    assert_eq!(walked()["withdrawn"], json!({}), "consent taken back leaves nothing");
}

#[test]
fn what_would_clear_a_finding_does() {
    let way = &walked()["way"];
    assert_says(text(&way["advice"]), &["怎样就没有这个风险了", "以前已经发生的，责任不会因此没有"]);
    assert_says(text(&way["promised"]), &["要变成：都签了", "现在：有人没签", text(&way["question"])]);
    assert_says(text(&way["after"]), &[UNSIGNED, "这一条不存在了"]);
}

#[test]
fn before_and_after_name_what_was_cleared_and_the_rules_of_then() {
    assert_says(text(&walked()["since"]), &["和2026年10月2日比", "1 条消除了"]);
    let history = text(&walked()["history"]);
    assert_says(history, &["消除了（1）", UNSIGNED, "规则版本 2026.10，", "总体从“风险高”降到"]);
    let rest = text(&walked()["deleted"][NOTES]);
    assert!(!rest.contains("2026-10-02") && rest.contains("seen\t2026-11-23"), "{rest}");
}
