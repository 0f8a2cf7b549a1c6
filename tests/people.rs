//! The runner of whole-person examples: a person who is told what was expected passes, and every
//! kind of difference is drawn with its place.

#![cfg(test)]

use assessor_cli::Outcome;
use tests::{assessor, root, snapshot};

#[test]
fn every_difference_is_drawn_with_its_place() {
    let folder = root().join("tests/people");
    let ran = assessor(&folder, &["test", "--rules", "."], "");
    assert_eq!(ran.outcome, Outcome::Findings, "{}", ran.errors);
    let met: Vec<&str> = ran.output.lines().filter(|line| line.contains("people/")).collect();
    let summary = ran.output.lines().find(|line| line.starts_with("人物")).unwrap_or_default();
    snapshot(&folder.join("expected.txt"), &format!("{}\n{summary}\n", met.join("\n")));
}
