//! The schema beside the rules: it is the one the command line writes, the rules fit it, and what
//! the reader and the checker refuse by key or by word, it refuses too.

#![cfg(test)]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tests::{assessor, node, root, snapshot};

fn path() -> PathBuf {
    root().join("rules/schema.json")
}

/// What the schema has against each file.
fn refused(files: &[PathBuf]) -> Vec<Vec<String>> {
    let files = std::iter::once(path()).chain(files.iter().cloned());
    let files: Vec<String> = files.map(|file| file.to_string_lossy().into_owned()).collect();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    serde_json::from_value(node("schema.mjs", &files)).expect("a list for each file")
}

fn rules(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            rules(&path, files);
        } else if path.extension().is_some_and(|it| it == "yaml") {
            files.push(path);
        }
    }
}

#[test]
fn the_schema_is_up_to_date() {
    let ran = assessor(&root(), &["schema"], "");
    snapshot(&path(), &ran.output);
}

#[test]
fn the_rules_fit() {
    let mut files = Vec::new();
    for folder in ["rules", "tests/small", "tests/region"] {
        rules(&root().join(folder), &mut files);
    }
    assert!(files.len() > 80, "the rules are there: {}", files.len());
    for (file, refused) in files.iter().zip(refused(&files)) {
        assert_eq!(refused, Vec::<String>::new(), "{}", file.display());
    }
}

#[test]
fn wrong_keys_and_words_are_refused() {
    let cases = root().join("tests/bad_rules");
    for (file, expected) in [
        ("unknown-key/profile.yaml", ["/问题/0 为甚么问", "/问题/0 颜色"].as_slice()),
        ("unreachable/agencies.yaml", &["/机构/0/分组 ", "/机构/0/层级 ", "/机构/0/可信度 "]),
        ("programmes/programmes.yaml", &["/项目/9/序号 ", "/项目/8/类型 "]),
    ] {
        let said = refused(&[cases.join(file)]).concat();
        for expected in expected {
            assert!(said.iter().any(|it| it.starts_with(expected)), "{file} lacks {expected}: {said:#?}");
        }
    }
}

/// The keys that the reader names when it refuses one are those of the schema.
#[test]
fn its_keys_are_those_the_reader_names() {
    let ran = assessor(&root().join("tests/bad_rules/unknown-key"), &["check", "--rules", "."], "");
    let named = ran.errors.lines().find_map(|line| line.split_once("可以写：")).expect("a list of keys").1;
    let mut named: Vec<&str> = named.split('、').collect();
    named.sort_unstable();
    let schema: Value = serde_json::from_str(&fs::read_to_string(path()).expect("the schema")).expect("JSON");
    let keys = schema["definitions"]["Question"]["properties"].as_object().expect("keys");
    assert_eq!(keys.keys().map(String::as_str).collect::<Vec<_>>(), named);
}
