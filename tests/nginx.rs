//! The built folder behind a real nginx with the documented `www/nginx.conf`: every header of every
//! file, at the root of a host and under a folder of a portal, and the page itself in a browser.

#![cfg(test)]

#[path = "nginx/server.rs"]
mod server;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use assessor_cli::setup::Program;
use serde_json::{Value, json};
use server::Server;
use tests::{files, node, program, root, site};

const CHECK_FILE: &str = "MP_verify_a1B2c3D4e5F6g7H8.txt";

/// A copy of the site, as an administrator would have it, with WeChat's check file in it; made once.
fn folder() -> &'static Path {
    static COPY: OnceLock<PathBuf> = OnceLock::new();
    COPY.get_or_init(copied)
}

fn copied() -> PathBuf {
    let copy = root().join("target/nginx-site");
    fs::create_dir_all(copy.join("v1")).expect("a folder");
    for old in files(&copy) {
        fs::remove_file(copy.join(old)).expect("the old copy can be removed");
    }
    for file in files(&site()) {
        fs::copy(site().join(&file), copy.join(&file)).expect("copied");
    }
    fs::write(copy.join(CHECK_FILE), "a1B2c3D4e5F6g7H8").expect("written");
    copy
}

/// The files that a browser asks for by name.
fn names() -> Vec<String> {
    files(&site()).into_iter().filter(|it| !it.ends_with(".br") && !it.ends_with(".gz")).collect()
}

fn ask(address: &str, names: &[String]) -> Vec<Value> {
    let site = site().display().to_string();
    let arguments: Vec<&str> = [address, &site].into_iter().chain(names.iter().map(String::as_str)).collect();
    node("nginx/fetch.mjs", &arguments).as_array().cloned().unwrap_or_default()
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" | "" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ics" => "text/calendar; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        other => unknown(other),
    }
}

fn unknown(ending: &str) -> ! {
    panic!("the site has files .{ending}: give them a type in www/nginx.conf and here")
}

/// Whether a name carries sixteen digits of its contents' hash.
fn is_hashed(name: &str) -> bool {
    let hash = name.split('.').nth(1).unwrap_or_default();
    hash.len() == 16 && hash.bytes().all(|it| it.is_ascii_hexdigit())
}

fn every_file_is_right(base: &str) {
    let Some(nginx) = program(Program::Nginx, "the site behind nginx") else { return };
    let server = Server::start(&nginx, folder(), base);
    let address = format!("{}{base}", server.host);
    let mut names = names();
    assert!(names.len() >= 8, "{names:?}");
    names.push(String::new());
    for answer in ask(&address, &names) {
        let (name, accepted) = (answer["name"].as_str().expect("a name"), answer["accepted"].as_str());
        let said = |header: &str| answer["headers"][header].as_str();
        assert_eq!(answer["status"], 200, "{answer}");
        assert_eq!(said("content-type"), Some(content_type(name)), "{answer}");
        let kept = if is_hashed(name) { "public, max-age=31536000, immutable" } else { "no-cache" };
        assert_eq!(said("cache-control"), Some(kept), "{answer}");
        let (sent, encoding) = match accepted {
            Some("gzip") => (".gz", Some("gzip")),
            Some("") => ("", None),
            _ => (".br", Some("br")),
        };
        assert_eq!((answer["sent"].as_str(), said("content-encoding")), (Some(sent), encoding), "{answer}");
        assert_eq!(said("vary"), Some("Accept-Encoding"), "{answer}");
        assert!(said("etag").is_some(), "{answer}");
        for (header, value) in SECURITY {
            assert_eq!(said(header), Some(value), "{answer}");
        }
        assert_eq!(said("server"), Some("nginx"), "{answer}");
    }
}

const SECURITY: [(&str, &str); 5] = [
    ("content-security-policy", "frame-ancestors 'self'"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    ("access-control-allow-origin", "*"),
];

#[test]
fn every_file_has_its_headers_on_a_host_of_its_own() {
    every_file_is_right("/");
}

#[test]
fn every_file_has_its_headers_in_a_folder_of_a_portal() {
    every_file_is_right("/law/check/");
}

#[test]
fn what_is_missing_is_not_remembered_as_missing() {
    let Some(nginx) = program(Program::Nginx, "missing files behind nginx") else { return };
    let server = Server::start(&nginx, folder(), "/");
    let address = format!("{}/", server.host);
    for answer in ask(&address, &["app.0123456789abcdef.js".to_owned(), "nothing.html".to_owned()]) {
        assert_eq!(
            (&answer["status"], &answer["headers"]["cache-control"]),
            (&json!(404), &json!("no-cache"))
        );
        assert_eq!(answer["headers"]["x-content-type-options"], "nosniff", "{answer}");
    }
}

#[test]
fn wechat_finds_its_check_file_at_the_root_of_the_host() {
    let Some(nginx) = program(Program::Nginx, "WeChat's check file") else { return };
    let server = Server::start(&nginx, folder(), "/law/check/");
    let found =
        ask(&format!("{}/", server.host), &[CHECK_FILE.to_owned(), "MP_verify_..%2findex.txt".to_owned()]);
    let (check, outside) = found.split_at(3);
    for answer in check {
        let headers = &answer["headers"];
        assert_eq!(
            (&answer["status"], &headers["content-type"]),
            (&json!(200), &json!("text/plain")),
            "{answer}"
        );
        assert_eq!(headers["content-length"], "16", "{answer}");
    }
    assert!(outside.iter().all(|it| it["status"] == 404), "{outside:?}");
}

/// By touch through a whole interview: under these headers everything the page needs is allowed.
#[test]
fn an_owner_finds_the_page_in_a_folder_of_a_portal() {
    let Some(nginx) = program(Program::Nginx, "the page behind nginx") else { return };
    let server = Server::start(&nginx, folder(), "/law/check/");
    // Without its slash as well, as links in articles have it.
    let seen = node("browser/touch.mjs", &[&format!("{}/law/check", server.host)]);
    assert_eq!(seen["complaints"], json!([]), "the console has something to say");
    assert_eq!(seen["end"], "#/result");
    assert!(
        seen["finding"]["text"].as_str().is_some_and(|it| it.contains("第八十二条")),
        "{}",
        seen["finding"]
    );
}
