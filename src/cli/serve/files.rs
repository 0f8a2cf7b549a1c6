//! Which bytes and headers answer a path.

use std::fs;
use std::path::{Path, PathBuf};

use crate::build::is_hashed;

/// An answer, before it meets a socket.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) status: u16,
    /// Names and values, ASCII.
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Vec<u8>,
}

impl Answer {
    pub(super) fn text(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Answer {
        let headers =
            vec![("Content-Type", content_type.to_owned()), ("Cache-Control", "no-cache".to_owned())];
        Answer { status, headers, body: body.into() }
    }

    fn not_found() -> Answer {
        Answer::text(404, "text/plain; charset=utf-8", "404\n")
    }
}

/// A built site in a folder, under a base path.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    path: PathBuf,
    /// Begins and ends with `/`.
    base: String,
}

impl Folder {
    /// `base` is a path such as `/` or `/law/check`; slashes at its ends may be left out.
    pub(super) fn new(path: &Path, base: &str) -> Folder {
        let base = base.trim_matches('/');
        let base = if base.is_empty() { "/".to_owned() } else { format!("/{base}/") };
        Folder { path: path.to_owned(), base }
    }

    pub(super) fn base(&self) -> &str {
        &self.base
    }

    /// The file of the site that `target` (path and query of a request) names.
    pub(super) fn name(&self, target: &str) -> Option<String> {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        match path.strip_prefix(self.base.as_str())? {
            "" => Some("index.html".to_owned()),
            name => is_plain(name).then(|| name.to_owned()),
        }
    }

    /// Answers a request for `target` whose `Accept-Encoding` is `accepted`.
    pub(super) fn answer(&self, target: &str, accepted: &str) -> Answer {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        if self.base.strip_suffix('/') == Some(path) && !path.is_empty() {
            // Relative links need the slash.
            let mut moved = Answer::text(301, "text/plain; charset=utf-8", "301\n");
            moved.headers.push(("Location", self.base.clone()));
            return moved;
        }
        self.name(target).and_then(|name| self.file(&name, accepted)).unwrap_or_else(Answer::not_found)
    }

    fn file(&self, name: &str, accepted: &str) -> Option<Answer> {
        let path = self.path.join(name);
        let packed = [("br", "br"), ("gzip", "gz")].into_iter().find_map(|(encoding, suffix)| {
            let bytes = accepts(accepted, encoding)
                .then(|| fs::read(self.path.join(format!("{name}.{suffix}"))).ok())??;
            Some((Some(encoding), bytes))
        });
        let (encoding, body) = match packed {
            Some(packed) => packed,
            None => (None, fs::read(path).ok()?),
        };
        let cache = if is_hashed(name) { "public, max-age=31536000, immutable" } else { "no-cache" };
        let mut headers = vec![
            ("Content-Type", content_type(name).to_owned()),
            ("Cache-Control", cache.to_owned()),
            ("Vary", "Accept-Encoding".to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            // Everything is public, and pages of other origins may embed it (`www/embed`).
            ("Access-Control-Allow-Origin", "*".to_owned()),
        ];
        headers.extend(encoding.map(|encoding| ("Content-Encoding", encoding.to_owned())));
        Some(Answer { status: 200, headers, body })
    }
}

/// Whether a name is one the build gives: every part plain, so no way out of the folder either.
fn is_plain(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    name.split('/').all(|part| !part.is_empty() && !part.starts_with('.') && part.bytes().all(plain))
}

/// Whether an `Accept-Encoding` header allows `encoding` (RFC 9110, §12.5.3; `*` is not used by browsers).
fn accepts(header: &str, encoding: &str) -> bool {
    header.split(',').any(|item| {
        let (name, weight) = item.split_once(';').unwrap_or((item, ""));
        let weight = weight.trim().trim_start_matches("q=");
        name.trim().eq_ignore_ascii_case(encoding)
            && (weight.is_empty() || weight.bytes().any(|byte| matches!(byte, b'1'..=b'9')))
    })
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASHED: &str = "app.0123456789abcdef.wasm";

    /// A folder with a page and a module, both also as `.br`; a file beside it that is not part of it.
    fn folder(test: &str) -> Folder {
        let outside = std::env::temp_dir().join(format!("assessor-files-{test}-{}", std::process::id()));
        let path = outside.join("site");
        fs::create_dir_all(&path).unwrap();
        fs::write(outside.join("secret.txt"), "secret").unwrap();
        for name in ["index.html", HASHED] {
            fs::write(path.join(name), "plain").unwrap();
            fs::write(path.join(format!("{name}.br")), "brotli").unwrap();
        }
        Folder::new(&path, "law")
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
        answer.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    #[test]
    fn the_page_is_revalidated_and_hashed_files_are_kept() {
        let folder = folder("cache");
        let page = folder.answer("/law/?from=wechat", "");
        assert_eq!((page.status, page.body.as_slice()), (200, b"plain".as_slice()));
        assert_eq!(header(&page, "Cache-Control"), Some("no-cache"));
        let module = folder.answer(&format!("/law/{HASHED}"), "");
        assert_eq!(header(&module, "Content-Type"), Some("application/wasm"));
        assert!(header(&module, "Cache-Control").unwrap().contains("immutable"));
    }

    #[test]
    fn encodings_are_negotiated() {
        let folder = folder("encoding");
        for (accepted, expected) in [
            ("gzip, deflate, br", Some("br")),
            ("gzip;q=1.0, BR;q=0.5", Some("br")),
            ("br;q=0", None),
            ("gzip", None),
            ("", None),
        ] {
            let answer = folder.answer("/law/", accepted);
            assert_eq!(header(&answer, "Content-Encoding"), expected, "{accepted}");
            assert_eq!(header(&answer, "Content-Type"), Some("text/html; charset=utf-8"));
        }
    }

    #[test]
    fn other_pages_may_take_what_is_theirs_to_embed() {
        let folder = folder("embed");
        fs::create_dir_all(folder.path.join("v1")).unwrap();
        fs::write(folder.path.join("v1/lra.js"), "plain").unwrap();
        let script = folder.answer("/law/v1/lra.js", "");
        assert_eq!((script.status, header(&script, "Access-Control-Allow-Origin")), (200, Some("*")));
        assert_eq!(header(&script, "Cache-Control"), Some("no-cache"));
        assert_eq!(folder.answer("/law/v1", "").status, 404, "a folder is no file");
    }

    #[test]
    fn nothing_outside_the_site_is_served() {
        let folder = folder("outside");
        for target in [
            "/law/../secret.txt",
            "/law/..%2fsecret.txt",
            "/law/%2e%2e/secret.txt",
            "/law/..\\secret.txt",
            "/law//etc/hostname",
            "/law/.",
            "/law/nothing.js",
            "/index.html",
            "/lawless/",
            "",
        ] {
            assert_eq!(folder.answer(target, "br").status, 404, "{target}");
        }
    }

    #[test]
    fn the_base_path_without_its_slash_leads_to_it() {
        let moved = folder("moved").answer("/law", "");
        assert_eq!((moved.status, header(&moved, "Location")), (301, Some("/law/")));
    }
}
