//! Another city in one file: the rules as they are, with the contacts of a city that has given
//! nothing but the names of its offices.

#![cfg(test)]

use std::fs;
use std::path::PathBuf;

use assessor_cli::{Outcome, Rules};
use serde_json::Value;
use tests::{assessor, root};

const HERE: &str = "嘉峪关";
const THERE: &str = "酒泉市";

/// A folder whose rulebook is the one of `rules/` with the two lines changed that
/// `rules/README.md` tells to change.
fn rulebook(name: &str) -> PathBuf {
    let folder = root().join("target/region").join(name);
    fs::create_dir_all(&folder).expect("a writable folder");
    let text = fs::read_to_string(root().join("rules/rulebook.yaml")).expect("the rulebook");
    let mut lines = Vec::new();
    for line in text.lines().filter(|line| !line.contains("programmes.yaml")) {
        lines.push(match line.strip_prefix("  - ") {
            Some(file) if file.starts_with("regions/") => "  - ../../../tests/region/jiuquan.yaml".to_owned(),
            Some(file) => format!("  - ../../../rules/{file}"),
            None => line.to_owned(),
        });
    }
    fs::write(folder.join("rulebook.yaml"), lines.join("\n") + "\n").expect("a writable folder");
    folder
}

/// A command on the other city's rules.
fn fine(command: &[&str], name: &str) -> String {
    let folder = rulebook(name);
    let rules = ["--rules", folder.to_str().expect("a UTF-8 path")];
    let ran = assessor(&root(), &[command, &rules].concat(), "");
    assert_eq!(ran.outcome, Outcome::Fine, "{}{}", ran.errors, ran.output);
    ran.output
}

#[test]
fn another_city_needs_one_file() {
    let said = fine(&["check", "--json"], "check");
    let said: Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!(said["errors"], 0);
    fine(&["test"], "test");
    let bundle = Rules::read(&rulebook("bundle"), &root()).bundle().expect("a bundle");
    assert_eq!(bundle.rulebook.region, THERE);
    let text = serde_json::to_string(&bundle).expect("JSON");
    assert!(!text.contains(HERE), "the bundle names {HERE}");
}

#[test]
fn what_only_one_city_does_is_said_there_alone() {
    let steps = |folder: PathBuf| {
        let rules = Rules::read(&folder, &root());
        let rulebook = rules.checked.rulebook.expect("sound rules");
        rulebook.finding("enf-push").expect("a piece of guidance").steps.clone()
    };
    let (here, there) = (steps(root().join("rules")), steps(rulebook("steps")));
    let (last, others) = here.split_last().expect("steps");
    assert_eq!(others, there);
    assert!(last.contains("智能催点") && last.ends_with("（嘉峪关市2022年12月公开介绍）"), "{last}");
}

#[test]
fn its_site_names_that_city_and_no_other() {
    let out = root().join("target/region/site");
    fine(&["build", "--out", out.to_str().expect("a UTF-8 path")], "build");
    let files = fs::read_dir(&out).expect("the site").flatten().map(|file| file.path());
    let (mut naming, mut texts) = (0, 0);
    for file in files.filter(|file| file.extension().is_some_and(|it| it == "json" || it == "html")) {
        let text = fs::read_to_string(&file).expect("a text");
        assert!(!text.contains(HERE), "{} names {HERE}", file.display());
        naming += usize::from(text.contains(THERE));
        texts += 1;
    }
    assert!(texts >= 4, "two pages, the opening and the rulebook: {texts}");
    assert!(naming >= 2, "the opening and the rulebook name {THERE}: {naming}");
}
