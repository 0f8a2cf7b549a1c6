//! Notes as text and back, whatever is in the text; results of several days; before and after.

use std::rc::Rc;

use assessor::definition::Severity;
use assessor::{Bundle, Rulebook};
use serde_json::json;

use super::{Change, Notes, Snapshot, compare};

fn snapshot(date: &str, certain: &[&str], possible: &[&str]) -> Snapshot {
    let ids = |ids: &[&str]| ids.iter().map(|id| (*id).into()).collect();
    Snapshot {
        date: date.parse().unwrap(),
        version: "2026.11".into(),
        level: (!certain.is_empty()).then_some(Severity::High),
        looked: ids(&["labor"]),
        certain: ids(certain),
        possible: ids(possible),
    }
}

fn dates(notes: &Notes) -> Vec<String> {
    notes.results().iter().map(|it| it.date.to_string()).collect()
}

#[test]
fn what_is_written_reads_back() {
    let mut notes = Notes::default();
    assert_eq!(notes.write(), "", "nothing to remember takes no room on the device");
    notes.tick("a", "签合同");
    notes.record(snapshot("2026-11-01", &[], &[]));
    notes.record(snapshot("2026-11-23", &["a", "b"], &["c"]));
    assert_eq!(Notes::read(&notes.write()), notes);
}

#[test]
fn damaged_lines_are_left_out_and_the_others_stay() {
    let mut notes = Notes::default();
    notes.tick("a", "签合同");
    notes.record(snapshot("2026-11-23", &["a"], &[]));
    let damage = "seen\t2026-13-40\t1\thigh\tl\ta\t\nseen\t2026-11-01\nseen\t2026-11-01\t1\tworse\t\t\t\n\u{0}\ndone\n🙂\t\t";
    assert_eq!(Notes::read(&format!("{damage}\n{}\n{damage}", notes.write())), notes);
    assert_eq!(Notes::read(&"x".repeat(100_000)), Notes::default());
}

#[test]
fn a_tick_belongs_to_the_words_of_one_finding() {
    let mut notes = Notes::default();
    notes.tick("a", "签合同");
    assert!(notes.is_done("a", "签合同"));
    assert!(!notes.is_done("b", "签合同") && !notes.is_done("a", "签好合同"));
    assert_eq!(notes.count_done("a", &["签合同".into(), "补社保".into()]), 1);
    notes.tick("a", "签合同");
    assert_eq!(notes, Notes::default(), "a second tap takes it off");
}

#[test]
fn a_day_has_one_result_and_the_same_again_is_none() {
    let mut notes = Notes::default();
    assert!(notes.record(snapshot("2026-10-01", &["a", "b"], &[])));
    assert!(!notes.record(snapshot("2026-10-01", &["a", "b"], &[])), "nothing new");
    assert!(!notes.record(snapshot("2026-11-23", &["a", "b"], &[])), "nothing has changed since");
    assert!(notes.record(snapshot("2026-11-23", &["a"], &[])));
    assert!(notes.record(snapshot("2026-11-23", &[], &[])));
    assert_eq!(dates(&notes), ["2026-10-01", "2026-11-23"]);
    assert!(notes.record(snapshot("2026-11-23", &["a", "b"], &[])), "back to what was");
    assert_eq!(dates(&notes), ["2026-10-01"]);
}

#[test]
fn a_result_is_compared_with_the_last_of_another_day_or_other_rules() {
    let mut notes = Notes::default();
    let now = snapshot("2026-11-23", &["a"], &[]);
    notes.record(snapshot("2026-10-01", &["b"], &[]));
    notes.record(now.clone());
    assert_eq!(notes.before(&now).map(|it| it.date.to_string()), Some("2026-10-01".into()));
    let newer = Snapshot { version: "2026.12".into(), ..now.clone() };
    assert_eq!(notes.before(&newer), Some(&now));
}

#[test]
fn twelve_results_are_kept_and_one_can_be_deleted() {
    let mut notes = Notes::default();
    for day in 10..25 {
        notes.record(snapshot(&format!("2026-11-{day}"), &[&format!("f{day}")], &[]));
    }
    assert_eq!(notes.results().len(), 12);
    assert_eq!(dates(&notes).first().map(String::as_str), Some("2026-11-13"));
    notes.forget("2026-11-24".parse().unwrap(), "2026.11");
    assert_eq!(dates(&notes).last().map(String::as_str), Some("2026-11-23"));
}

/// Two domains with some findings.
fn rulebook() -> Rc<Rulebook> {
    let finding = |id: &str| {
        json!({"id": id, "title": id, "category": "c", "when": "是 = true", "severity": "high", "urgency": "soon",
            "basis": [], "consequence": "c", "steps": ["s"], "materials": [], "agencies": [], "review_by": "2027-01-01"})
    };
    let domain = |id: &str, findings: &[&str]| {
        json!({"id": id, "kind": "domain", "title": id, "summary": "s", "questions": [],
            "findings": findings.iter().map(|id| finding(id)).collect::<Vec<_>>()})
    };
    let bundle = json!({"format": assessor::FORMAT, "sha256": "00", "code": [], "rulebook": {
        "id": "test", "title": "t", "version": "1", "as_of": "2026-11-01", "region": "r",
        "hotlines": [], "laws": [], "agencies": [],
        "sections": [
            {"id": "profile", "kind": "profile", "title": "p", "summary": "s", "questions": [
                {"id": "yes", "name": "是", "text": "？", "why": "w", "may_be_unknown": true, "kind": "boolean"}]},
            domain("labor", &["a", "b", "c"]), domain("tax", &["t", "u"]),
        ],
    }});
    let definition = Bundle::read(bundle).unwrap().rulebook;
    Rc::new(Rulebook::load(Bundle::of(definition).unwrap()).unwrap())
}

#[test]
fn only_what_was_looked_at_again_and_excluded_is_cleared() {
    let before = Snapshot {
        looked: vec!["labor".into(), "tax".into()],
        ..snapshot("2026-10-01", &["a", "b", "t", "repealed"], &[])
    };
    let after = snapshot("2026-11-23", &["c", "u"], &["b"]);
    let compared = compare(&rulebook(), &before, &after);
    let of = |change| compared.of(change).collect::<Vec<_>>();
    assert_eq!(of(Change::Cleared), ["a"]);
    assert_eq!(of(Change::Reopened), ["b"], "it is not known to be cleared");
    assert_eq!(of(Change::NotLooked), ["t"], "its domain was not looked at again");
    assert_eq!(of(Change::New), ["c", "u"]);
    assert_eq!((compared.dropped, compared.stayed), (1, 0));
}

#[test]
fn what_had_not_been_looked_at_or_was_possible_is_not_new() {
    let before = snapshot("2026-10-01", &["a"], &["b"]);
    let after = snapshot("2026-11-23", &["a", "b", "t"], &[]);
    let compared = compare(&rulebook(), &before, &after);
    assert_eq!(compared.of(Change::Confirmed).collect::<Vec<_>>(), ["b", "t"]);
    assert_eq!((compared.of(Change::New).count(), compared.stayed), (0, 1));
}
