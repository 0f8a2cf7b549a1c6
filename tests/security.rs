//! What a stranger's text, or a stranger's server, could do to the page: nothing.

#![cfg(test)]

#[path = "security/packages.rs"]
mod packages;

use std::fs;

use assessor_cli::Outcome;
use assessor_cli::serve::Static;
use serde_json::{Value, json};
use tests::{assessor, node, root, site};

/// A site whose rulebook wants to be markup and script wherever it is shown.
fn hostile() -> Static {
    let out = root().join("target/hostile");
    let arguments = ["build", "--rules", "tests/security/hostile", "--out", "target/hostile"];
    let built = assessor(&root(), &arguments, "");
    assert!(built.outcome == Outcome::Fine, "the site does not build:\n{}{}", built.output, built.errors);
    Static::start(&out, "/").expect("a free port")
}

#[test]
fn hostile_rules_stay_text_on_every_screen() {
    let site = hostile();
    let seen = node("security/hostile.mjs", &[site.url()]);
    assert_eq!(seen["complaints"], json!([]), "the console has something to say");
    assert_eq!(seen["departures"], json!([]), "the page was left");
    let screens = seen["screens"].as_object().expect("screens");
    assert_eq!(screens.get("pwned"), None, "a text was run");
    assert!(screens.len() >= 12, "{:?}", screens.keys());
    for (name, screen) in screens {
        for part in ["made", "handlers", "links"] {
            assert_eq!(screen[part], json!([]), "{name}");
        }
    }
    // The texts were there, to be read as they are written.
    for (name, shown) in [
        ("question", "雇人了吗？<img src=x onerror=pwned(22)>"),
        ("choice", "<textarea>签合同了吗？"),
        ("result", "没签合同</title><script>pwned(40)</script>"),
        ("finding/no-contract", "<iframe src=\"javascript:parent.pwned(42)\"></iframe>"),
        ("event/claim", "<svg><script>pwned(56)</script></svg>"),
        ("agencies", "</h1><script>pwned(10)</script>"),
        ("agency/hotline", "<iframe srcdoc="),
    ] {
        let text = screens[name]["text"].as_str().expect("a text");
        assert!(text.contains(shown), "{name} does not show {shown}:\n{text}");
    }
}

#[test]
fn hostile_rules_stay_text_in_the_static_page() {
    let _site = hostile();
    let page = fs::read_to_string(root().join("target/hostile/index.html")).expect("the page");
    assert!(page.contains("&lt;script&gt;pwned(10)&lt;/script&gt;"), "{page}");
    for markup in ["<script>", "<img", "<iframe", "<svg", "onclick=\"", "onerror=\""] {
        assert!(!page.contains(markup), "{markup} in {page}");
    }
    assert!(page.contains("{{version}}"), "a text is no placeholder: {page}");
}

/// Nothing of the site comes from anywhere else, and everything that runs is held to its hash.
#[test]
fn all_that_runs_is_of_this_site_and_has_its_hash() {
    for name in ["index.html", "compat.html"] {
        let page = fs::read_to_string(site().join(name)).expect("the page");
        let tags = page.split('<').filter_map(|it| it.split('>').next());
        let tags: Vec<&str> = tags.filter(|it| it.starts_with("script") || it.starts_with("link")).collect();
        assert!(tags.len() >= 6, "{tags:?}");
        for tag in tags {
            assert!(!tag.contains("//"), "another origin: {tag}");
            let runs = tag.starts_with("script") || tag.contains("stylesheet");
            assert!(!runs || tag.contains("integrity=\"sha384-"), "no hash: {tag}");
            let fetched = tag.contains("as=\"fetch\"") || tag.contains("application/json");
            assert!(!fetched || tag.contains("data-sha256=\""), "no hash: {tag}");
        }
    }
    for script in scripts() {
        for word in [
            "eval(",
            "new Function",
            "document.write",
            "innerHTML=`",
            "https://",
            "http://www.w3.org/1999/xhtml\"+",
        ] {
            assert!(!script.1.contains(word), "{} says {word}", script.0);
        }
    }
}

/// Names and texts of the site's scripts.
fn scripts() -> Vec<(String, String)> {
    let entries = fs::read_dir(site()).expect("a folder").flatten();
    let scripts = entries.filter(|it| it.file_name().to_string_lossy().ends_with(".js"));
    scripts
        .map(|it| {
            (it.file_name().to_string_lossy().into_owned(), fs::read_to_string(it.path()).expect("a text"))
        })
        .collect()
}

/// Values of the policy by name.
fn policy(page: &str) -> Value {
    let policy =
        page.split("Content-Security-Policy\" content=\"").nth(1).and_then(|it| it.split('"').next());
    let directives = policy.unwrap_or_default().split(';').filter_map(|it| it.trim().split_once(' '));
    directives.map(|(name, value)| (name.to_owned(), json!(value))).collect::<serde_json::Map<_, _>>().into()
}

#[test]
fn the_policy_names_no_other_origin_and_allows_nothing_inline() {
    for name in ["index.html", "compat.html"] {
        let policy = policy(&fs::read_to_string(site().join(name)).expect("the page"));
        assert_eq!(policy["default-src"], "'none'", "{policy}");
        for (directive, value) in policy.as_object().expect("directives") {
            let value = value.as_str().unwrap_or_default();
            let harmless = |it: &str| {
                [
                    "'none'",
                    "'self'",
                    "data:",
                    "blob:",
                    "'wasm-unsafe-eval'",
                    "'script'",
                    "legal-risk-assessor",
                ]
                .contains(&it)
            };
            let allowed = |it: &str| {
                harmless(it) || (name == "compat.html" && it == "'unsafe-eval'" && directive == "script-src")
            };
            assert!(value.split(' ').all(allowed), "{name}: {directive} {value}");
        }
    }
}
