//! The folder that is deployed: names, hashes, policy, and what the static page says by itself.

#![cfg(test)]

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use assessor::definition::SectionKind;
use assessor_cli::Rules;
use serde_json::Value;
use tests::{build, node, root, site};

fn page() -> String {
    fs::read_to_string(site().join("index.html")).expect("the page")
}

fn files() -> Vec<Value> {
    let said = node("deployed_site.mjs", &[site().to_str().expect("a UTF-8 path")]);
    said.as_array().expect("a list").clone()
}

/// The values of an attribute, in the order of the page.
fn attributes<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    page.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn links_are_relative_and_lead_to_files_of_the_site() {
    let page = page();
    let links = [attributes(&page, "href"), attributes(&page, "src")].concat();
    let local: Vec<_> =
        links.iter().filter(|link| !link.starts_with("tel:") && !link.starts_with('#')).collect();
    assert!(local.len() >= 6, "{local:?}");
    for link in local {
        assert!(!link.contains('/') && !link.contains(':'), "{link} works under one base path only");
        assert!(site().join(link).is_file(), "{link} is missing");
    }
}

/// Files that others name, or that name all others.
const PLAIN: [&str; 9] = [
    "index.html",
    "sw.js",
    "compat.html",
    "directory.html",
    "article.html",
    "licenses.txt",
    "embed.txt",
    "v1/lra.js",
    "v1/frame.js",
];

#[test]
fn every_file_is_hashed_or_the_page_and_packed_without_loss() {
    for file in files() {
        let name = file["name"].as_str().expect("a name");
        assert_eq!(file["packed"], serde_json::json!(["br", "gz"]), "{name}");
        let hash = file["sha256"].as_str().expect("a hash");
        let is_hashed = name.contains(&format!(".{}.", hash.get(..16).expect("64 digits")));
        assert!(is_hashed || PLAIN.contains(&name), "{name} does not carry its hash");
    }
}

#[test]
fn scripts_and_styles_carry_their_hashes() {
    let (page, files) = (page(), files());
    let known = |attribute: &str, field: &str| {
        let values = attributes(&page, attribute);
        for value in &values {
            assert!(
                files.iter().any(|file| file[field] == **value),
                "{attribute}={value} is the hash of no file"
            );
        }
        values.len()
    };
    assert_eq!(known("integrity", "integrity"), 3, "style sheet, loader, glue");
    assert_eq!(
        known("data-integrity", "integrity"),
        4,
        "what other pages run, what runs in a frame, without wasm, and for visits without a network"
    );
    assert_eq!(known("data-sha256", "sha256"), 4, "both halves of the module, opening and rulebook");
}

/// A heading of a later screen, and one of the screen that stands in for it until it is there.
#[test]
fn the_first_half_holds_no_later_screen() {
    let module = |placeholder: &str| {
        let link = page().split(&format!("id=\"{placeholder}\"")).nth(1).map(str::to_owned);
        let link = link.expect("a link");
        fs::read(site().join(attributes(&link, "href")[0])).expect("a module")
    };
    let (first, later) = (module("module"), module("later"));
    let has = |module: &[u8], text: &str| module.windows(text.len()).any(|bytes| bytes == text.as_bytes());
    for (text, in_first) in [("确定的风险", false), ("请稍候", true)] {
        assert_eq!((has(&first, text), has(&later, text)), (in_first, !in_first), "{text}");
    }
    assert!(!has(&first, "web::") && !has(&first, "_ZN3web"), "names of functions are not shipped");
}

#[test]
fn the_policy_is_strict_and_nothing_is_inline() {
    let page = page();
    let policies: Vec<_> =
        attributes(&page, "content").into_iter().filter(|text| text.contains("-src")).collect();
    assert_eq!(
        policies,
        [
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types legal-risk-assessor"
        ]
    );
    for script in page.split("<script").skip(1) {
        let (tag, rest) = script.split_once('>').expect("a whole tag");
        assert!(tag.contains("src=") && rest.starts_with("</script>"), "an inline script: {script}");
    }
    for inline in ["<style", " style=", " onclick=", " onload=", "javascript:"] {
        assert!(!page.contains(inline), "{inline}");
    }
}

#[test]
fn the_page_for_old_browsers_differs_in_its_policy_only() {
    let compat = fs::read_to_string(site().join("compat.html")).expect("the second page");
    assert_eq!(compat.replacen(" 'unsafe-eval'", "", 1), page());
    assert_ne!(compat, page());
}

#[test]
fn the_static_page_speaks_for_itself() {
    let page = page();
    for part in
        ["<html lang=\"zh-CN\">", "<title>企业法律风险自测</title>", "<h1", "<noscript>", "format-detection"]
    {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("user-scalable") && !page.contains("maximum-scale"), "everybody may zoom");
    let dialled: Vec<_> =
        attributes(&page, "href").into_iter().filter_map(|link| link.strip_prefix("tel:")).collect();
    assert!(dialled.len() >= 2, "hotlines to dial without script: {dialled:?}");
    for number in dialled {
        assert!(page.contains(&format!(">{number}<")), "{number} is dialled but not shown");
    }
}

/// Without script and without answers: every verified number of the rulebook, and every domain.
#[test]
fn the_directory_lists_and_dials_everything_in_the_rulebook() {
    let directory = fs::read_to_string(site().join("directory.html")).expect("the directory");
    let rules = Rules::read(&root().join("rules"), &root());
    let bundle = rules.bundle().expect("sound rules");
    let agencies = &bundle.rulebook.agencies;
    assert!(agencies.len() > 50, "{}", agencies.len());
    for agency in agencies {
        assert!(directory.contains(&format!("<h3>{}</h3>", agency.name)), "{} is missing", agency.name);
        for phone in &agency.phones {
            assert!(directory.contains(&format!("href=\"tel:{}\"", phone.number)), "{}", phone.number);
        }
    }
    for section in bundle.rulebook.sections.iter().filter(|it| it.kind == SectionKind::Domain) {
        assert!(directory.contains(&section.summary), "{} is missing", section.title);
    }
    assert!(!directory.contains("<script") && page().contains("href=\"directory.html\""));
}

#[test]
fn no_number_to_call_is_written_in_www() {
    for name in ["index.html", "directory.html", "boot.js"] {
        let text = fs::read_to_string(root().join("www").join(name)).expect("a source");
        for digits in text.split(|character: char| !character.is_ascii_digit()) {
            assert!(!["110", "119", "120", "122"].contains(&digits), "{name} names {digits}");
            assert!(digits.len() < 5, "{name} names {digits}");
        }
    }
}

/// A clone somewhere else, compiled from nothing, gives the same bytes: paths, times and orders
/// of this machine are in none of them.
#[test]
fn a_second_clone_gives_the_same_bytes() {
    let clone = root().join("target/second-clone");
    fs::create_dir_all(&clone).expect("a writable folder");
    for part in ["Cargo.toml", "Cargo.lock", "src", "rules", "www", "tests"] {
        copy(&root().join(part), &clone.join(part));
    }
    let (first, second) = (site(), build(&clone, "dist"));
    assert_eq!(tests::files(&first), tests::files(&second));
    for name in tests::files(&first) {
        let same =
            fs::read(first.join(&name)).expect("a file") == fs::read(second.join(&name)).expect("a file");
        assert!(same, "{name} differs");
    }
}

/// Makes `to` the same sources as `from`, leaving equal files alone so that cargo sees no change.
fn copy(from: &Path, to: &Path) {
    if !from.is_dir() {
        let bytes = fs::read(from).expect("a readable file");
        if !fs::read(to).is_ok_and(|old| old == bytes) {
            fs::write(to, bytes).expect("a writable file");
        }
        return;
    }
    fs::create_dir_all(to).expect("a writable folder");
    for name in sources(from) {
        copy(&from.join(&name), &to.join(&name));
    }
    for gone in sources(to).into_iter().filter(|name| !from.join(name).exists()) {
        let path = to.join(gone);
        let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        removed.expect("what is gone from the sources can be removed from the copy");
    }
}

fn sources(folder: &Path) -> Vec<OsString> {
    let names = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.file_name());
    names.filter(|name| name != "node_modules" && name != "screenshots").collect()
}
