//! Conditions in words: held, failed, unknown, not applicable.

use std::rc::Rc;

use assessor::definition::{Decision, HitPolicy, Input as Column, Logic, Rule, Table};
use assessor::{Answers, Bundle, Condition, Explanation, Input, Outcome, Rulebook, explain};
use assessor_cli::Rules;
use tests::root;

/// What is said of a condition over the questions of the small rulebook.
fn told(when: &str, answers: &[(&str, Input)]) -> Explanation {
    with_decision(None, when, answers)
}

/// The same, with a decision that the condition may name.
fn with_decision(decision: Option<Decision>, when: &str, answers: &[(&str, Input)]) -> Explanation {
    let mut definition =
        Rules::read(&root().join("tests/small"), &root()).bundle().expect("sound rules").rulebook;
    definition.sections.first_mut().expect("a section").decisions.extend(decision);
    let findings = definition.sections.iter_mut().flat_map(|it| &mut it.findings);
    let finding = findings.into_iter().find(|it| it.id == "many-or-food").expect("the finding");
    finding.when = when.into();
    let bundle = Bundle::of(definition).unwrap_or_else(|| panic!("{when} compiles"));
    let rulebook = Rc::new(Rulebook::load(bundle).expect("it loads"));
    let all = [("hires", Input::Boolean(true))].into_iter().chain(answers.iter().cloned());
    let answers: Answers = all.collect();
    explain(&rulebook, &answers, "2026-11-23".parse().expect("a date"), "many-or-food").expect("the finding")
}

/// The finding's own condition.
fn own(told: &Explanation) -> &Condition {
    told.conditions.last().expect("a condition")
}

fn text(text: &str) -> Input {
    Input::Text(text.into())
}

fn trades(ids: &[&str]) -> (&'static str, Input) {
    ("trades", Input::List(ids.iter().map(|id| (*id).into()).collect()))
}

#[test]
fn parts_of_conditions_are_sentences() {
    use Outcome::{Failed, Held, NotApplicable, Unknown};
    let some = ("contract", text("some"));
    let count = |number: &str| ("count", text(number));
    let new = [some.clone(), ("reason", text("new")), ("start", text("2026-11-01"))];
    for (when, answers, outcome, sentence) in [
        ("雇人 = true", &[][..], Held, "雇人：是"),
        ("not(雇人)", &[], Failed, "雇人：是"),
        ("书面合同 = \"有人没签\"", &new[..1], Held, "书面合同是“有人没签”"),
        ("书面合同 = \"都签了\"", &new[..1], Failed, "书面合同是“有人没签”，不是“都签了”"),
        ("书面合同 != \"都签了\"", &new[..1], Held, "书面合同是“有人没签”，不是“都签了”"),
        ("书面合同 = \"都签了\"", &[], Unknown, "还不知道书面合同是不是“都签了”"),
        ("没签原因 in [\"刚入职\", \"员工不肯\"]", &new[..2], Held, "没签原因是“刚入职”"),
        ("没签原因 in [\"刚入职\"]", &[("contract", text("all"))], NotApplicable, "没签原因不涉及"),
        ("没签原因 != \"刚入职\"", &[("contract", text("all"))], Held, "没签原因不涉及"),
        ("not(没签原因 = \"刚入职\")", &[("contract", text("all"))], Held, "没签原因不涉及"),
        ("not(没签原因 > \"刚入职\")", &[("contract", text("all"))], NotApplicable, "没签原因不涉及"),
        ("人数 >= 5", &[count("8")], Held, "人数是8人，不少于5人"),
        ("人数 >= 5", &[count("3")], Failed, "人数是3人，少于5人"),
        ("5 > 人数", &[], Unknown, "还不知道人数是不是少于5人"),
        ("not(人数 > 5)", &[count("5")], Held, "人数是5人，不超过5人"),
        ("人数 between 2 and 5", &[count("3")], Held, "人数是3人，在2人到5人之间"),
        ("人数 between 2 and 5", &[count("9")], Failed, "人数是9人，不在2人到5人之间"),
        ("人数 * 2 > 5", &[count("9")], Held, "人数合条件"),
        ("list contains(业态, \"餐饮\")", &[trades(&["shop", "food"])], Held, "业态里有“餐饮”"),
        ("list contains(业态, \"餐饮\")", &[trades(&[])], Failed, "业态里没有“餐饮”"),
        ("list contains(业态, \"餐饮\")", &[], Unknown, "还不知道业态里有没有“餐饮”"),
        ("not(list contains(业态, \"餐饮\"))", &[trades(&["shop"])], Held, "业态里没有“餐饮”"),
        (
            "some 项 in 业态 satisfies 项 in [\"餐饮\", \"零售\"]",
            &[trades(&["shop"])],
            Held,
            "业态里有“零售”",
        ),
        (
            "some 项 in 业态 satisfies 项 in [\"餐饮\", \"零售\"]",
            &[trades(&[])],
            Failed,
            "业态里没有“餐饮”或“零售”",
        ),
        ("count(业态) > 0", &[trades(&[])], Failed, "业态一项也没有"),
        ("count(业态) > 0", &[trades(&["shop"])], Held, "业态里有“零售”"),
        ("count(业态) > 1", &[trades(&["shop"])], Failed, "业态有1项，不超过1项"),
        ("入职日期 < @\"2026-11-10\"", &new, Held, "入职日期是2026年11月1日，早于2026年11月10日"),
        (
            "入职日期 + @\"P1M\" < 评估日期",
            &new,
            Failed,
            "入职日期后1个月是2026年12月1日，不早于今天（2026年11月23日）",
        ),
        (
            "入职日期 + @\"P1Y6M\" >= 评估日期",
            &new[..2],
            Unknown,
            "还不知道入职日期后1年6个月是不是不早于今天（2026年11月23日）",
        ),
        (
            "入职日期 - @\"P10D\" <= @\"2026-11-10\"",
            &new,
            Held,
            "入职日期前10天是2026年10月22日，不晚于2026年11月10日",
        ),
    ] {
        let told = told(when, answers);
        let condition = own(&told);
        assert_eq!((condition.outcome, &*condition.text), (outcome, sentence), "{when}");
    }
}

#[test]
fn groups_say_how_their_parts_belong_together() {
    let answers = [("contract", text("some")), trades(&[]), ("count", text("3"))];
    for (when, expected) in [
        (
            "书面合同 = \"有人没签\" and (人数 > 5 or list contains(业态, \"餐饮\"))",
            "failed 要同时符合：[held 书面合同是“有人没签”, failed 有一样就算：[failed 人数是3人，不超过5人, failed 业态里没有“餐饮”]]",
        ),
        (
            "not(人数 > 5 or 没签原因 = \"刚入职\")",
            "unknown 下面的一样也不能有：[failed 人数是3人，不超过5人, unknown 还不知道没签原因是不是“刚入职”]",
        ),
        (
            "not(人数 > 1 and 人数 < 9)",
            "failed 下面的不能都有：[held 人数是3人，超过1人, held 人数是3人，少于9人]",
        ),
        (
            "if 人数 > 1 then 书面合同 = \"都签了\" else false",
            "failed 要同时符合：[held 人数是3人，超过1人, failed 书面合同是“有人没签”，不是“都签了”]",
        ),
        (
            "if 人数 > 1 and 人数 < 9 then false else true",
            "failed 要同时符合：[held 要同时符合：[held 人数是3人，超过1人, held 人数是3人，少于9人], failed 从不如此]",
        ),
        (
            "if 人数 > 5 then 书面合同 = \"都签了\" else 书面合同 = \"有人没签\"",
            "held 前一样没有，就看后一样：[failed 人数是3人，不超过5人, held 书面合同是“有人没签”]",
        ),
        (
            "if 没签原因 = \"刚入职\" then 人数 > 1 else 人数 > 5",
            "unknown 第一样有，就看第二样，没有就看第三样：[unknown 还不知道没签原因是不是“刚入职”, held 人数是3人，超过1人, failed 人数是3人，不超过5人]",
        ),
    ] {
        assert_eq!(drawn(own(&told(when, &answers))), expected, "{when}");
    }
}

fn drawn(condition: &Condition) -> String {
    let outcome = serde_json::to_value(condition.outcome).expect("JSON");
    let parts: Vec<String> = condition.parts.iter().map(drawn).collect();
    let parts = if parts.is_empty() { String::new() } else { format!("[{}]", parts.join(", ")) };
    format!("{} {}{parts}", outcome.as_str().unwrap_or_default(), condition.text)
}

#[test]
fn what_is_not_asked_says_why() {
    let told = told("没签原因 = \"刚入职\"", &[("contract", text("all"))]);
    assert_eq!(drawn(own(&told)), "not_applicable 没签原因不涉及[failed 书面合同是“都签了”，不是“有人没签”]");
    let because: Vec<&str> = told.because.iter().map(|it| it.question.as_str()).collect();
    assert_eq!(because, ["hires", "contract"], "whatever the reason would be");
}

#[test]
fn the_rule_is_shown_with_the_answers_in_it() {
    let answers = [("contract", text("some")), trades(&["food"]), ("count", text("3"))];
    let when = "(人数 >= 5 or 书面合同 = \"有人没签 人数\") and count(业态) > 0 and 入职日期 < 评估日期";
    let when = when.replace("有人没签 人数", "有人没签");
    assert_eq!(
        told(&when, &answers).substituted,
        "(3 >= 5 or \"有人没签\" = \"有人没签\") and count([\"餐饮\"]) > 0 and ? < @\"2026-11-23\""
    );
}

/// 合同最迟日: a month from the first day for who is new, half a year for who refuses.
fn latest_day() -> Decision {
    let rule = |test: &str, output: &str| Rule { tests: vec![test.into()], output: output.into() };
    Decision {
        name: "合同最迟日".into(),
        note: "刚入职的一个月，不肯签的六个月".into(),
        basis: Vec::new(),
        logic: Logic::Table(Table {
            policy: HitPolicy::Unique,
            inputs: vec![Column { expression: "没签原因".into(), allowed: None }],
            values: None,
            default: None,
            rules: vec![
                rule("\"刚入职\"", "入职日期 + @\"P1M\""),
                rule("\"员工不肯\"", "@\"2026-10-01\" + @\"P6M\""),
            ],
        }),
    }
}

/// Of a decision that is named, the case that counts is told, and in the rule stands its value.
#[test]
fn a_decision_is_told_by_its_case_and_its_value() {
    let new = [("contract", text("some")), ("reason", text("new")), ("start", text("2026-11-01"))];
    let refuses = [("contract", text("some")), ("reason", text("refuse"))];
    let none = [("contract", text("all"))];
    for (answers, value, parts) in [
        (
            &new[..],
            "@\"2026-12-01\"",
            "failed 要同时符合：[held 没签原因是“刚入职”, failed 入职日期后1个月是2026年12月1日，不早于今天（2026年11月23日）]",
        ),
        (
            &new[..2],
            "?",
            "unknown 要同时符合：[held 没签原因是“刚入职”, unknown 还不知道入职日期后1个月是不是早于今天（2026年11月23日）]",
        ),
        (
            &refuses,
            "@\"2027-04-01\"",
            "failed 要同时符合：[held 没签原因是“员工不肯”, failed 今天是2026年11月23日，不晚于2027年4月1日]",
        ),
        (&none, "null", "not_applicable 没签原因不涉及[failed 书面合同是“都签了”，不是“有人没签”]"),
    ] {
        let told = with_decision(Some(latest_day()), "合同最迟日 < 评估日期", answers);
        assert_eq!(drawn(own(&told)), parts, "{answers:?}");
        assert_eq!(told.substituted, format!("{value} < @\"2026-11-23\""), "{answers:?}");
        let decisions: Vec<_> = told.decisions.iter().map(|it| (&*it.name, &*it.note, &*it.value)).collect();
        assert_eq!(decisions, [("合同最迟日", "刚入职的一个月，不肯签的六个月", value)], "{answers:?}");
    }
    let when = "合同最迟日 < 评估日期 or 合同最迟日 > 评估日期";
    let open = with_decision(Some(latest_day()), when, &[("contract", text("some"))]);
    assert_eq!((open.decisions.len(), &*open.substituted), (1, "? < @\"2026-11-23\" or ? > @\"2026-11-23\""));
    assert!(told("人数 > 5", &[]).decisions.is_empty());
}
