//! House rules that no compiler checks.

#![cfg(test)]

use std::path::{Path, PathBuf};
use std::process::Command;

use tests::root;

/// Files that may be longer than the limit, and why.
const LONG_FILES: [(&str, &str); 0] = [];

const CODE_LINES: usize = 400;

fn tracked(endings: &[&str]) -> Vec<PathBuf> {
    let mut git = Command::new("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard"]).current_dir(root());
    let output = git.output().expect("git lists the files");
    let text = String::from_utf8(output.stdout).expect("file names are UTF-8");
    let files = text.lines().map(PathBuf::from).filter(|path| root().join(path).is_file());
    files.filter(|path| endings.iter().any(|ending| path.to_string_lossy().ends_with(ending))).collect()
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(root().join(path)).expect("a readable text")
}

fn is_code(line: &str) -> bool {
    let line = line.trim_start();
    !line.is_empty() && !line.starts_with("//")
}

#[test]
fn files_are_short() {
    for path in tracked(&[".rs", ".js", ".mjs"]) {
        let lines = read(&path).lines().filter(|line| is_code(line)).count();
        let excused = LONG_FILES.iter().any(|(file, _)| path == Path::new(file));
        assert!(
            lines <= CODE_LINES || excused,
            "{}: {lines} code lines, {CODE_LINES} are allowed",
            path.display()
        );
    }
}

#[test]
fn modules_open_with_an_essay() {
    for path in tracked(&[".rs"]) {
        assert!(read(&path).starts_with("//! "), "{} does not say what it is", path.display());
    }
}

#[test]
fn language_and_engine_stay_pure() {
    let banned =
        ["f64", "f32", "HashMap", "HashSet", "std::time", "std::fs", "std::env", "std::net", "println!"];
    for path in tracked(&[".rs"]) {
        let inside = ["src/feel/", "src/assessor/"].iter().any(|folder| path.starts_with(folder));
        let aside = ["examples", "tests"].iter().any(|part| path.iter().any(|it| it == *part));
        if !inside || aside {
            continue;
        }
        let text = read(&path);
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate().filter(|(_, line)| is_code(line)) {
            for word in banned.iter().filter(|word| line.contains(**word)) {
                // Reading JSON numbers is the one place where a double passes through, untouched.
                let excused = *word == "f64" && line.contains("visit_f64");
                assert!(excused, "{}:{}: {word} has no place here", path.display(), number + 1);
            }
        }
    }
}

#[test]
fn dependencies_point_one_way() {
    let allowed: [(&str, &[&str]); 6] = [
        ("feel", &[]),
        ("assessor", &["feel"]),
        ("js", &["feel", "assessor"]),
        ("web", &["feel", "assessor"]),
        ("prover", &["feel", "assessor"]),
        ("cli", &["feel", "assessor", "prover"]),
    ];
    for (name, may) in allowed {
        let manifest = read(&Path::new("src").join(name).join("Cargo.toml"));
        let dependencies = manifest.split("[dependencies]").nth(1).unwrap_or_default();
        for other in ["feel", "assessor", "prover", "js", "web", "assessor-cli", "tests"] {
            let used = dependencies.lines().any(|line| line.starts_with(&format!("{other}.")));
            assert!(!used || may.contains(&other), "{name} must not depend on {other}");
        }
    }
}

#[test]
fn top_level_is_as_agreed() {
    let allowed = [
        "Cargo.toml",
        "Cargo.lock",
        "README.md",
        "src",
        "rules",
        "www",
        "tests",
        "LICENSE-MIT",
        "LICENSE-APACHE",
    ];
    for path in tracked(&[""]) {
        let first = path.iter().next().and_then(|part| part.to_str()).unwrap_or_default();
        assert!(first.starts_with('.') || allowed.contains(&first), "{first} does not belong at the top");
    }
}

#[test]
fn nothing_is_left_for_later() {
    let marks =
        [["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["XX", "X:"].concat(), ["占位", "符"].concat()];
    for path in tracked(&[".rs", ".js", ".mjs", ".yaml", ".html", ".css", ".md", ".toml"]) {
        let text = read(&path);
        for mark in &marks {
            assert!(!text.contains(mark.as_str()), "{} still says {mark}", path.display());
        }
    }
}
