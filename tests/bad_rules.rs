//! What the checker says to authors: one folder of wrong rules per kind of mistake, with the
//! exact text it must draw.

#![cfg(test)]

use std::fs;

use assessor_cli::Outcome;
use tests::{assessor, root, snapshot};

#[test]
fn every_mistake_is_drawn_with_place_and_advice() {
    let folder = root().join("tests/bad_rules");
    let mut cases: Vec<_> = fs::read_dir(&folder).expect("the cases").flatten().map(|it| it.path()).collect();
    cases.sort();
    assert!(cases.len() >= 10, "the cases are there");
    for case in cases {
        let ran = assessor(&case, &["check", "--rules", "."], "");
        assert_eq!(ran.outcome, Outcome::Findings, "{} has a mistake", case.display());
        snapshot(&case.join("expected.txt"), &(ran.errors + &ran.output));
    }
}
