//! The policy for packages of others, as `.deny.toml` states it for cargo-deny: their licences let
//! the page be given away, and they come from a registry, held to their hashes. Known
//! vulnerabilities need a database from the network: `cargo deny check advisories` and `npm audit`
//! in `www/` and `tests/`, where there is one.

use std::process::Command;

use serde_json::Value;
use tests::root;

/// The lists of `.deny.toml`, read as the plain lines they are.
fn policy(key: &str) -> Vec<String> {
    let text = std::fs::read_to_string(root().join(".deny.toml")).expect("the policy");
    let (_, rest) = text.split_once(&format!("\n{key} = [")).expect("the list");
    let (list, _) = rest.split_once(']').expect("its end");
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn packages(platform: &[&str]) -> Value {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--locked", "--format-version", "1"]).args(platform).current_dir(root());
    let output = cargo.output().expect("cargo runs");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().into_iter().flatten()
}

/// Whether the terms can be met with allowed licences alone: `OR` needs one side, `AND` both.
fn can_be_met(terms: &str, allowed: &[String]) -> bool {
    let plain = terms.replace(['(', ')'], "").replace('/', " OR ");
    // Parentheses in the lock file's terms only ever stand around a choice inside a conjunction.
    plain
        .split(" AND ")
        .all(|part| part.split(" OR ").any(|it| allowed.iter().any(|known| known == it.trim())))
}

#[test]
fn licences_are_allowed_ones() {
    let allowed = policy("allow");
    assert!(allowed.len() >= 3, "{allowed:?}");
    let all = packages(&[]);
    assert!(list(&all, "packages").count() > 100);
    for package in list(&all, "packages") {
        let terms = package["license"].as_str().unwrap_or_default();
        assert!(can_be_met(terms, &allowed), "{} {} is under “{terms}”", package["name"], package["version"]);
    }
    assert!(!can_be_met("GPL-3.0-only", &allowed) && !can_be_met("MIT AND GPL-3.0-only", &allowed));
}

#[test]
fn packages_come_from_the_registry() {
    for package in list(&packages(&[]), "packages") {
        let source = package["source"].as_str();
        let ours = source.is_none()
            && package["manifest_path"]
                .as_str()
                .is_some_and(|it| it.starts_with(&root().display().to_string()));
        assert!(
            ours || source.is_some_and(|it| it.starts_with("registry+")),
            "{} comes from {source:?}",
            package["name"]
        );
    }
}

#[test]
fn npm_packages_come_from_the_registry_with_their_hashes() {
    for folder in ["www", "tests", "tests/bench"] {
        let text =
            std::fs::read_to_string(root().join(folder).join("package-lock.json")).expect("a lock file");
        let lock: Value = serde_json::from_str(&text).expect("JSON");
        let packages =
            lock["packages"].as_object().expect("packages").iter().filter(|(place, _)| !place.is_empty());
        for (place, package) in packages {
            let hash = package["integrity"].as_str().unwrap_or_default();
            assert!(hash.starts_with("sha512-"), "{folder}: {place} has no hash");
            // Only what does not come from the registry says where it comes from.
            assert_eq!(package["resolved"], Value::Null, "{folder}: {place}");
        }
    }
}
