//! The real rules: they check, their examples hold, their citations stand in the texts of law.

#![cfg(test)]

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use assessor::definition::SectionKind;
use assessor_cli::Outcome;
use tests::{assessor, root, shared};

#[test]
fn rules_have_no_errors() {
    let ran = assessor(&root(), &["check"], "");
    assert_eq!(ran.outcome, Outcome::Fine, "{}{}", ran.errors, ran.output);
}

/// How `assessor test` ended on the real rules, and what it says.
static TESTED: LazyLock<(Outcome, serde_json::Value)> = LazyLock::new(|| {
    let ran = assessor(&root(), &["test", "--json"], "");
    (ran.outcome, serde_json::from_str(&ran.output).expect("JSON"))
});

#[test]
fn worked_examples_hold_and_cover_every_rule() {
    let (outcome, result) = &*TESTED;
    assert_eq!(*outcome, Outcome::Fine, "{:#}{:#}", result["examples"], result["people"]);
    let coverage = &result["coverage"];
    assert_eq!(coverage["rules"], coverage["confirmed"], "every rule has an example that confirms it");
    let number = |key: &str| coverage[key].as_u64().unwrap_or(0);
    let covered = number("covered") * 100 / number("parts").max(1);
    assert!(covered >= 95, "{covered} % of the parts of conditions are covered: {:#}", coverage["missing"]);
    assert!(result["passed"].as_u64().unwrap_or(0) > 100, "the examples are there");
}

#[test]
fn people_go_through_every_domain_and_route() {
    let people = &TESTED.1["people"];
    assert_eq!(people["failed"], 0, "{people:#}");
    let met = people["met"].as_array().expect("the people");
    assert!(met.len() >= 40, "at least forty people");
    let sections = met.iter().filter_map(|it| it["sections"].as_array()).flatten();
    let met: BTreeSet<&str> = sections.filter_map(|it| it.as_str()).collect();
    let rules = assessor_cli::Rules::read(&root().join("rules"), &root());
    let sections = &rules.checked.rulebook.as_ref().expect("sound rules").definition().sections;
    let sections = sections.iter().filter(|it| it.kind != SectionKind::Profile);
    let missing: Vec<&str> = sections.map(|it| it.id.as_str()).filter(|id| !met.contains(id)).collect();
    assert_eq!(missing, [""; 0], "nobody goes through these");
}

#[test]
fn citations_stand_in_the_texts_of_law() {
    let Some(checker) = shared("laws/check_citations.py", "citations_stand_in_the_texts_of_law") else {
        return;
    };
    let ran = assessor(&root(), &["citations", "--json"], "");
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.errors);
    let listed: Vec<serde_json::Value> = serde_json::from_str(&ran.output).expect("JSON");
    let days: BTreeSet<&str> = listed.iter().filter_map(|it| it["on"].as_str()).collect();
    for day in days {
        // By id: the versions of a law have one title.
        let cited = listed.iter().filter(|it| it["on"] == day);
        let cited: Vec<_> =
            cited.map(|it| serde_json::json!({ "law": it["id"], "article": it["article"] })).collect();
        stand(&checker, day, &serde_json::to_vec(&cited).expect("JSON"));
    }
}

/// These citations are of articles in force on a day. The checker knows a law that was still to come
/// when its list was made as not in force on any day: there, the day that the law begins decides.
fn stand(checker: &Path, day: &str, cited: &[u8]) {
    let mut child = Command::new("python3")
        .arg(checker)
        .args(["-", "--json", "--on", day])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 runs");
    child.stdin.take().expect("a pipe").write_all(cited).expect("the list is taken");
    let output = child.wait_with_output().expect("it ends");
    let said: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let problems = said["problems"].as_array().expect("a list");
    let folder = checker.parent().expect("a folder");
    let wrong = problems.iter().filter(|it| it["severity"] == "error");
    let wrong: Vec<_> = wrong
        .filter(|it| it["code"] != "not-in-force" || !has_begun(folder, &it["citation"]["law"], day))
        .collect();
    assert!(wrong.is_empty(), "{day}: {wrong:#?}");
}

/// Whether a law, by its id, is in force on a day by its text.
fn has_begun(folder: &Path, law: &serde_json::Value, day: &str) -> bool {
    let path = folder.join(format!("{}.json", law.as_str().expect("an id")));
    let text = std::fs::read_to_string(path).expect("a readable law");
    let law: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    law["effective_current"].as_str().is_some_and(|begins| begins <= day)
}

/// The checker holds that the rows are numbered without a gap; here, that they are all there.
#[test]
fn every_programme_of_the_city_has_its_row() {
    let Some(list) = shared("content/programmes.md", "every_programme_of_the_city_has_its_row") else {
        return;
    };
    let read = |path| std::fs::read_to_string(path).expect("a readable list");
    let announced = read(list).lines().filter(|line| row(line.strip_prefix("| "))).count();
    let rules = read(root().join("rules/programmes.yaml"));
    let placed = rules.lines().filter(|line| row(line.strip_prefix("  - {序号: "))).count();
    assert!(announced > 100, "the list is there: {announced}");
    assert_eq!(placed, announced);
}

/// Whether what follows the mark of a row begins with its number.
fn row(rest: Option<&str>) -> bool {
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Laws whose first day in force is another one than the collection says, and why.
const OTHER_DAYS: [(&str, &str); 1] =
    [("working-hours-regs", "the collection has the day for enterprises that were given until 1997")];

/// 条数, 节录, 施行 and 废止 are those of the collection: what was adopted after it or repealed is news to both.
#[test]
fn laws_are_as_collected() {
    let Some(index) = shared("laws/index.json", "laws_are_as_collected") else { return };
    let index = std::fs::read_to_string(index).expect("the index");
    let index: serde_json::Value = serde_json::from_str(&index).expect("JSON");
    let rules = assessor_cli::Rules::read(&root().join("rules"), &root());
    let collected = index["laws"].as_array().expect("laws");
    let mut wrong = Vec::new();
    for law in &rules.document.laws {
        let id = law.id.text.as_str();
        let Some(entry) = collected.iter().find(|it| it["id"] == id) else {
            wrong.push(format!("{id}: not collected"));
            continue;
        };
        let partial = law.abridged.as_ref().is_some_and(|text| text.text == "是");
        let mut same = |what: &str, holds: bool| wrong.extend((!holds).then(|| format!("{id}: {what}")));
        same("节录", entry["partial"] == partial);
        same("条数", partial || entry["last_article"] == law.last_article.text.as_str());
        let presumed = entry["effective_basis"].as_str().is_some_and(|basis| basis.starts_with("presumed"));
        let excused = presumed || OTHER_DAYS.iter().any(|(other, _)| *other == id);
        same("施行", excused || entry["effective_current"] == law.effective.text.as_str());
    }
    for gone in index["superseded"].as_array().expect("a list") {
        // What is only to come is in the list of what must not be cited, with a day in words.
        let over = gone["repealed_on"].as_str().is_some_and(|day| !day.starts_with('('));
        let title = gone["title"].as_str().unwrap_or_default();
        if over && !rules.document.repealed.iter().any(|it| it.title.text == title) {
            wrong.push(format!("废止: {title}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
