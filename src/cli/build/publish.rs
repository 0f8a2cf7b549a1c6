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
use super::offline::{self, Kept};
use super::sizes::{Fetched, Size, Sizes};
use super::stages::Stages;
use super::template::{Parts, rows, text};
use super::{BuildError, Options, article, card, digest, page, read};
use crate::process;

const LIMIT: Duration = Duration::from_secs(120);

/// The finished files that are not the page.
pub(super) struct Files {
    pub(super) app: Vec<u8>,
    pub(super) boot: Vec<u8>,
    /// What has the page kept for visits without a network, where it may be.
    pub(super) offline: Option<Vec<u8>>,
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
/// `www/boot.js`), when a first visit fetches it. The service worker fetches both.
const PAGES: [(&str, bool, Fetched); 2] =
    [("index.html", false, Fetched::First), ("compat.html", true, Fetched::Later)];

/// Files that not every build has; the page has a block for each.
const OPTIONAL: [&str; 4] = ["later", "engine", "offline", "card"];

/// Writes the site to `options.out` and measures it.
pub(super) fn publish(
    root: &Path,
    files: Files,
    options: &Options,
    stages: &mut Stages,
    log: &mut dyn FnMut(&str),
) -> Result<Sizes, BuildError> {
    let article = article::files(root, options, &files.kit)?;
    let plain = [
        ("licenses.txt", files.licenses.clone()),
        ("embed.txt", embed::tags(&files.kit, options.url.as_deref()).into_bytes()),
        ("v1/lra.js", files.kit.element.clone()),
        ("v1/frame.js", files.kit.frame.clone()),
    ];
    let (values, hashed) = hashed(files);
    let directory = page::directory(&template(root, "directory.html")?, &options.content.intro, &values)?;
    let (mut published, worker) = pages(root, options, values, &hashed, stages)?;
    published.extend(hashed);
    let fetched = if options.offline { Fetched::Later } else { Fetched::Never };
    published.push(Published { name: "sw.js".to_owned(), bytes: worker, fetched });
    let plain = plain.map(|(name, bytes)| (name.to_owned(), bytes));
    let directory = ("directory.html".to_owned(), directory.into_bytes());
    let beside = [directory].into_iter().chain(plain).chain(article);
    published.extend(beside.map(|(name, bytes)| Published { name, bytes, fetched: Fetched::Never }));
    write_site(root, &options.out, &published, stages, log)
}

/// The files that are named after their contents, and what the pages say about them.
fn hashed(files: Files) -> (Parts, Vec<Published>) {
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
        ("offline", "offline.js", files.offline, Check::Data, Fetched::Later),
        ("program", "program.js", Some(files.program), Check::Data, Fetched::Never),
        ("framed", "framed.js", Some(files.kit.framed), Check::Data, Fetched::Never),
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
    (values, published)
}

/// The pages, which name the version they belong to, and the service worker of that version.
fn pages(
    root: &Path,
    options: &Options,
    values: Parts,
    hashed: &[Published],
    stages: &mut Stages,
) -> Result<(Vec<Published>, Vec<u8>), BuildError> {
    let template = template(root, "index.html")?;
    let filled = |version: &str| {
        let page = |(name, is_compat, fetched): (&str, bool, Fetched)| {
            let mut values = values.clone();
            values.push(rows("compat", is_compat.then(Vec::new)));
            values.push(text("worker.version", version));
            let bytes = page::index(&template, &options.content.intro, values)?.into_bytes();
            Ok::<_, BuildError>(Published { name: name.to_owned(), bytes, fetched })
        };
        PAGES.into_iter().map(page).collect::<Result<Vec<_>, _>>()
    };
    // Of pages that do not name it yet: what names a hash of itself cannot be hashed.
    let unnamed = filled("")?;
    if !options.offline {
        return Ok((unnamed, offline::worker(root, None, stages)?));
    }
    let version = offline::version(&kept(&unnamed, hashed));
    let named = filled(&version)?;
    let worker = offline::worker(root, Some((&version, &kept(&named, hashed))), stages)?;
    Ok((named, worker))
}

/// What a phone keeps. Hosts lead from `index.html` to the folder, or the other way round; the folder
/// is what an owner opens.
fn kept<'a>(pages: &'a [Published], hashed: &'a [Published]) -> Kept<'a> {
    let visited = hashed.iter().filter(|it| matches!(it.fetched, Fetched::First | Fetched::Later));
    let name = |it: &'a Published| if it.name == "index.html" { "./" } else { it.name.as_str() };
    pages.iter().chain(visited).map(|it| (name(it), it.bytes.as_slice())).collect()
}

fn template(root: &Path, name: &str) -> Result<String, BuildError> {
    Ok(String::from_utf8_lossy(&read(&root.join("www").join(name))?).into_owned())
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
    let (stem, extension) = file.split_once('.').unwrap_or((file, ""));
    format!("{stem}.{}.{extension}", digest::short(bytes))
}

/// Whether a name is one of [`hashed_name`], perhaps compressed.
pub(crate) fn is_hashed(name: &str) -> bool {
    let hash = name.split('.').nth(1).unwrap_or_default();
    hash.len() == digest::SHORT && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
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
