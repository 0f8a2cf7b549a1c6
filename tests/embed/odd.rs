//! Hosts of the kind that portals really are: a base address, no doctype, libraries of twenty years
//! that change the language, another program of the same make, wrapped browser functions, styles for
//! everything.

use serde_json::{Value, json};

use super::{embed, quiet};

#[test]
fn odd_hosts_change_nothing_and_are_not_changed() {
    let plain = quiet("odd-form");
    assert_eq!(plain["asked"].as_array().map(Vec::len), Some(2));
    assert_eq!(plain["language"], "zh-CN", "glyphs of Chinese, whatever the host is written in");
    assert!(plain["agencies"].as_i64() > Some(10), "{plain}");
    for case in ["odd-base", "odd-quirks", "odd-libraries", "odd-program", "odd-wrapped"] {
        let seen = quiet(case);
        for part in ["first", "asked", "agencies", "heard", "same", "language"] {
            assert_eq!(seen[part], plain[part], "{case}: {part}");
        }
        assert_ne!(seen["host"], json!(false), "{case}: the host's names are its own");
    }
    assert_eq!(plain["same"], true, "the host's address");
}

#[test]
fn styles_for_everything_do_not_reach_in() {
    let plain = embed("looks");
    for case in ["looks-quirks", "looks-rtl", "looks-small", "looks-all"] {
        let seen = embed(case);
        let things = plain["looks"].as_object().expect("a table");
        for (thing, look) in things {
            assert_eq!(seen["looks"][thing], *look, "{case}: {thing}");
        }
    }
}

#[test]
fn moved_at_once_it_goes_on() {
    let seen = quiet("moved-at-once");
    assert_eq!(seen["now"], seen["was"]);
    assert!(seen["next"] != seen["now"] && seen["next"] != Value::Null, "{seen}");
}
