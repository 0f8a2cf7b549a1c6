//! The folder that is deployed.
//!
//! Every file but the page is named after its contents, so servers may let phones keep it for
//! ever, and a phone never mixes files of two versions. Each has its `.br` and `.gz` beside it
//! for servers that send precompressed files.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::embed::{self, Kit};
use super::sizes::{Fetched, Size, Sizes};
use super::stages::Stages;
use super::template::{rows, text};
use super::{BuildError, Options, article, card, digest, page, read};
use crate::process;

const LIMIT: Duration = Duration::from_secs(120);

/// Hexadecimal digits of the contents' hash in a name.
const HASH_DIGITS: usize = 16;

/// The finished files that are not the page.
pub(super) struct Files {
    pub(super) app: Vec<u8>,
    pub(super) boot: Vec<u8>,
    pub(super) style: Vec<u8>,
    pub(super) icon: Vec<u8>,
    pub(super) licenses: Vec<u8>,
    pub(super) module: Vec<u8>,
    /// What of the program comes after the first question, where it was cut.
    pub(super) later: Option<Vec<u8>>,
    /// The whole program as a script, where it is shipped.
    pub(super) engine: Option<Vec<u8>>,
    pub(super) opening: Vec<u8>,
    pub(super) rulebook: Vec<u8>,
    /// The page's scripts as other pages run them.
    pub(super) program: Vec<u8>,
    pub(super) kit: Kit,
    /// What a chat shows of the page.
    pub(super) card: Option<card::Files>,
}

struct Published {
    name: String,
    bytes: Vec<u8>,
    /// When a first visit fetches it.
    fetched: Fetched,
}

/// The page twice: name, whether it is for browsers that know no `'wasm-unsafe-eval'` (see
/// `www/boot.js`), when a first visit fetches it.
const PAGES: [(&str, bool, Fetched); 2] =
    [("index.html", false, Fetched::First), ("compat.html", true, Fetched::Never)];

/// Files that not every build has; the page has a block for each.
const OPTIONAL: [&str; 3] = ["later", "engine", "card"];

/// Writes the site to `options.out` and measures it.
pub(super) fn publish(
    root: &Path,
    files: Files,
    options: &Options,
    stages: &mut Stages,
    log: &mut dyn FnMut(&str),
) -> Result<Sizes, BuildError> {
    let (card, picture, sign) = match files.card {
        Some(card) => (Some(card.script), Some(card.picture), card.sign),
        None => (None, None, String::new()),
    };
    let mut values = vec![text("sign", sign)];
    let mut published = vec![];
    for (placeholder, file, bytes, check, fetched) in [
        ("style", "style.css", Some(files.style), Check::Integrity, Fetched::First),
        ("boot", "boot.js", Some(files.boot), Check::Integrity, Fetched::First),
        ("app", "app.js", Some(files.app), Check::Integrity, Fetched::First),
        ("module", "app.wasm", Some(files.module), Check::Sha256, Fetched::First),
        ("opening", "opening.json", Some(files.opening), Check::Sha256, Fetched::First),
        ("later", "later.wasm", files.later, Check::Sha256, Fetched::Later),
        ("rulebook", "rulebook.json", Some(files.rulebook), Check::Sha256, Fetched::Later),
        ("program", "program.js", Some(files.program), Check::Data, Fetched::Never),
        ("framed", "framed.js", Some(files.kit.framed.clone()), Check::Data, Fetched::Never),
        ("engine", "engine.js", files.engine, Check::Data, Fetched::Instead),
        // A first visit in WeChat fetches the script; the picture is fetched by WeChat itself.
        ("card", "card.js", card, Check::Integrity, Fetched::First),
        ("card.picture", "card.png", picture, Check::None, Fetched::Never),
        ("icon", "icon.svg", Some(files.icon), Check::None, Fetched::First),
    ] {
        if OPTIONAL.contains(&placeholder) {
            values.push(rows(placeholder, bytes.as_ref().map(|_| vec![])));
        }
        let Some(bytes) = bytes else { continue };
        let name = hashed_name(file, &bytes);
        values.push(text(&format!("{placeholder}.url"), name.clone()));
        match check {
            Check::Integrity | Check::Data => {
                values.push(text(&format!("{placeholder}.integrity"), digest::integrity(&bytes)));
            }
            Check::Sha256 => values.push(text(&format!("{placeholder}.sha256"), digest::sha256(&bytes))),
            Check::None => {}
        }
        published.push(Published { name, bytes, fetched });
    }
    let template = |name: &str| {
        Ok::<_, BuildError>(String::from_utf8_lossy(&read(&root.join("www").join(name))?).into_owned())
    };
    let intro = &options.content.intro;
    for (at, (name, is_compat, fetched)) in PAGES.into_iter().enumerate() {
        let mut values = values.clone();
        values.push(rows("compat", is_compat.then(Vec::new)));
        let bytes = page::index(&template("index.html")?, intro, values)?.into_bytes();
        published.insert(at, Published { name: name.to_owned(), bytes, fetched });
    }
    let article = article::files(root, options, &files.kit)?;
    let tags = embed::tags(&files.kit, options.url.as_deref()).into_bytes();
    let directory = page::directory(&template("directory.html")?, intro, &values)?.into_bytes();
    let plain = [
        ("directory.html", directory),
        ("licenses.txt", files.licenses),
        ("embed.txt", tags),
        ("v1/lra.js", files.kit.element),
        ("v1/frame.js", files.kit.frame),
    ];
    let plain = plain.map(|(name, bytes)| (name.to_owned(), bytes));
    let beside = plain.into_iter().chain(article);
    published.extend(beside.map(|(name, bytes)| Published { name, bytes, fetched: Fetched::Never }));
    write_site(root, &options.out, &published, stages, log)
}

/// How the page makes sure that a file is the one it was built with.
enum Check {
    /// By the browser, from the `integrity` attribute.
    Integrity,
    /// By the browser, from the attribute of that name that is given to a script made later.
    Data,
    /// By `boot.js`, from its own attribute.
    Sha256,
    /// Not at all: decoration.
    None,
}

fn write_site(
    root: &Path,
    out: &Path,
    published: &[Published],
    stages: &mut Stages,
    log: &mut dyn FnMut(&str),
) -> Result<Sizes, BuildError> {
    let v1 = out.join("v1");
    fs::create_dir_all(&v1).map_err(|error| BuildError::file(&v1, error))?;
    let mut rows = Vec::new();
    let mut kept = Vec::new();
    for file in published {
        let [brotli, gzip] = compress(root, &file.bytes, stages)?;
        for (suffix, bytes) in [("", &file.bytes), (".br", &brotli), (".gz", &gzip)] {
            let name = format!("{}{suffix}", file.name);
            write_if_changed(&out.join(&name), bytes)?;
            kept.push(name);
        }
        if file.fetched != Fetched::Never {
            rows.push(Size {
                fetched: file.fetched,
                name: file.name.clone(),
                raw: file.bytes.len(),
                gzip: gzip.len(),
                brotli: brotli.len(),
            });
        }
    }
    remove_stale(out, &kept)?;
    log(&format!("site in {}", out.display()));
    Ok(Sizes { rows })
}

fn compress(root: &Path, bytes: &[u8], stages: &mut Stages) -> Result<[Vec<u8>; 2], BuildError> {
    stages.get("compress", &[bytes], |stages| {
        let path = stages.scratch("plain");
        fs::write(&path, bytes).map_err(|error| BuildError::file(&path, error))?;
        let mut command = Command::new("node");
        command.arg(root.join("www/tools/compress.mjs")).arg(&path);
        process::run(&mut command, LIMIT, &mut |_| {})?;
        Ok([super::read(&stages.scratch("plain.br"))?, super::read(&stages.scratch("plain.gz"))?])
    })
}

/// Leaves an equal file alone: another process may be serving it.
fn write_if_changed(path: &Path, bytes: &[u8]) -> Result<(), BuildError> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    fs::write(path, bytes).map_err(|error| BuildError::file(path, error))
}

/// Removes files of earlier builds, which their names tell apart from anything else.
fn remove_stale(out: &Path, kept: &[String]) -> Result<(), BuildError> {
    let entries = fs::read_dir(out).map_err(|error| BuildError::file(out, error))?;
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_hashed(&name) && !kept.contains(&name) {
            fs::remove_file(entry.path()).map_err(|error| BuildError::file(entry.path(), error))?;
        }
    }
    Ok(())
}

/// `app.js` with contents hashed to `0123…` is `app.0123….js`.
pub(super) fn hashed_name(file: &str, bytes: &[u8]) -> String {
    let hash: String = digest::sha256(bytes).chars().take(HASH_DIGITS).collect();
    let (stem, extension) = file.split_once('.').unwrap_or((file, ""));
    format!("{stem}.{hash}.{extension}")
}

/// Whether a name is one of [`hashed_name`], perhaps compressed.
pub(crate) fn is_hashed(name: &str) -> bool {
    let hash = name.split('.').nth(1).unwrap_or_default();
    hash.len() == HASH_DIGITS && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_contents_and_are_recognised() {
        let name = hashed_name("app.js", b"abc");
        assert_eq!(name, "app.ba7816bf8f01cfea.js");
        assert!(is_hashed(&name) && is_hashed("app.ba7816bf8f01cfea.js.br"));
        assert_ne!(name, hashed_name("app.js", b"abd"));
    }

    #[test]
    fn files_of_others_are_not_ours_to_remove() {
        for name in
            ["index.html", "notes.txt", "logo.2024.png", "app.js", "x.ba7816bf8f01cfeA.js", ".htaccess"]
        {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
