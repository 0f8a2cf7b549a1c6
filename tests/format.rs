//! `assessor fmt` on copies: conditions are arranged, everything else stays as it was.

#![cfg(test)]

use std::fs;
use std::path::PathBuf;

use assessor_cli::Outcome;
use tests::{assessor, root, snapshot};

/// A copy of the small rulebook whose domain is untidy.
fn untidy(name: &str) -> PathBuf {
    let copy = root().join("target").join(name).join("rules");
    fs::create_dir_all(&copy).expect("a folder");
    for file in fs::read_dir(root().join("tests/small")).expect("the small rulebook").flatten() {
        fs::copy(file.path(), copy.join(file.file_name())).expect("copied");
    }
    fs::copy(root().join("tests/format/untidy.yaml"), copy.join("domain.yaml")).expect("copied");
    copy
}

#[test]
fn only_conditions_change() {
    let copy = untidy("format-write");
    let folder = copy.parent().expect("a folder above");
    let ran = assessor(folder, &["fmt"], "");
    assert_eq!(ran.outcome, Outcome::Findings, "two texts were refused");
    snapshot(
        &root().join("tests/format/tidy.yaml"),
        &fs::read_to_string(copy.join("domain.yaml")).expect("read"),
    );
    snapshot(&root().join("tests/format/expected.txt"), &(ran.errors + &ran.output));
    let again = assessor(folder, &["fmt", "--check"], "");
    assert!(again.output.starts_with("要改 0 处"), "{}", again.output);
}

#[test]
fn looking_changes_nothing() {
    let copy = untidy("format-look");
    let ran = assessor(copy.parent().expect("a folder above"), &["fmt", "--check"], "");
    assert_eq!(ran.outcome, Outcome::Findings);
    let same = |name: &str| fs::read_to_string(copy.join(name)).expect("read");
    assert_eq!(
        same("domain.yaml"),
        fs::read_to_string(root().join("tests/format/untidy.yaml")).expect("read")
    );
}
