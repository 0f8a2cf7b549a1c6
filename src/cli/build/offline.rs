//! `sw.js`: what keeps the page on phones for visits without a network, and what takes it back.
//!
//! The sources are `www/sw.js` and `www/sw-removed.js`. The name never changes, since a browser asks
//! for a worker under the name it was registered with; so an administrator who wants none builds with
//! `--no-offline`, and the other source goes out under the same name.

use std::collections::BTreeMap;
use std::path::Path;

use super::stages::Stages;
use super::{BuildError, assets, digest, read};

/// What a version consists of: names as the worker asks for them, and contents.
pub(super) type Kept<'a> = Vec<(&'a str, &'a [u8])>;

/// The version of a list of files: another one as soon as one file is another.
pub(super) fn version(kept: &Kept<'_>) -> String {
    let parts: String =
        kept.iter().map(|(name, bytes)| format!("{name} {}\n", digest::sha256(bytes))).collect();
    digest::short(parts.as_bytes())
}

/// The service worker of a version, or, without one, what removes it.
pub(super) fn worker(
    root: &Path,
    kept: Option<(&str, &Kept<'_>)>,
    stages: &mut Stages,
) -> Result<Vec<u8>, BuildError> {
    let name = if kept.is_some() { "sw.js" } else { "sw-removed.js" };
    let source = read(&root.join("www").join(name))?;
    let source = match kept {
        Some((version, kept)) => [list(version, kept).into_bytes(), source].concat(),
        None => source,
    };
    assets::script(root, name, &source, assets::APP_TARGET, stages)
}

/// What the worker is told: two constants.
fn list(version: &str, kept: &Kept<'_>) -> String {
    let files: BTreeMap<&str, String> =
        kept.iter().map(|(name, bytes)| (*name, digest::integrity(bytes))).collect();
    let files = serde_json::json!(files);
    format!("const VERSION = '{version}';\nconst FILES = {files};\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_its_names_and_contents() {
        let one = version(&vec![("a.js", b"1"), ("b.js", b"2")]);
        assert_eq!(one.len(), digest::SHORT);
        assert_eq!(one, version(&vec![("a.js", b"1"), ("b.js", b"2")]));
        assert_ne!(one, version(&vec![("a.js", b"1"), ("b.js", b"3")]));
        assert_ne!(one, version(&vec![("a.js", b"1"), ("c.js", b"2")]));
    }

    #[test]
    fn the_worker_is_told_every_file_with_its_hash() {
        let text = list("0123", &vec![("./", b"abc")]);
        let wanted = format!("const FILES = {{\"./\":\"{}\"}};", digest::integrity(b"abc"));
        assert!(text.starts_with("const VERSION = '0123';\n") && text.contains(&wanted), "{text}");
    }
}
