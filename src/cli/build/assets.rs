//! Scripts and styles, minified for the oldest WebViews.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::stages::Stages;
use super::{BuildError, read};
use crate::process;

const LIMIT: Duration = Duration::from_secs(120);

/// wasm-bindgen's glue has `async` and is lowered to Chrome 66 and iOS 12.
pub(super) const APP_TARGET: &str = "es2017";

/// The loader must be readable by browsers too old for the app: esbuild refuses to write ES5
/// from a source that uses more.
pub(super) const BOOT_TARGET: &str = "es5";

/// `source`, minified and lowered to `target`. The top-level names stay: the scripts are classic
/// and find each other by them.
pub(super) fn script(
    root: &Path,
    name: &str,
    source: &[u8],
    target: &str,
    stages: &mut Stages,
) -> Result<Vec<u8>, BuildError> {
    let tools = read(&root.join("www/package-lock.json"))?;
    let [script] = stages.get(name, &[source, target.as_bytes(), &tools], |stages| {
        let (from, to) = (stages.scratch(name), stages.scratch(&format!("min-{name}")));
        fs::write(&from, source).map_err(|error| BuildError::file(&from, error))?;
        let mut command = Command::new("node");
        command.arg(root.join("www/node_modules/esbuild/bin/esbuild")).arg(&from);
        command.args(["--minify", "--charset=utf8", "--log-level=warning", &format!("--target={target}")]);
        command.arg(format!("--outfile={}", to.display()));
        process::run(&mut command, LIMIT, &mut |_| {})?;
        Ok([read(&to)?])
    })?;
    Ok(script)
}

/// The style sheet: WeUI and our own, holding only what the page can use.
pub(super) fn style(root: &Path, stages: &mut Stages) -> Result<Vec<u8>, BuildError> {
    let www = root.join("www");
    let mut users =
        vec![www.join("index.html"), www.join("directory.html"), www.join("boot.js"), www.join("offline.js")];
    sources_in(&www.join("embed"), "js", &mut users)?;
    sources_in(&root.join("src/web"), "rs", &mut users)?;
    let sources =
        ["theme.css", "intro.css", "app.css", "embed/embed.css", "tools/styles.mjs", "package-lock.json"];
    let inputs: Vec<Vec<u8>> = sources
        .iter()
        .map(|name| www.join(name))
        .chain(users.iter().cloned())
        .map(|path| read(&path))
        .collect::<Result<_, _>>()?;
    let inputs: Vec<&[u8]> = inputs.iter().map(Vec::as_slice).collect();
    let [style] = stages.get("style", &inputs, |stages| {
        let to = stages.scratch("page.css");
        let mut command = Command::new("node");
        command.arg(www.join("tools/styles.mjs")).arg(&to).args(&users);
        process::run(&mut command, LIMIT, &mut |_| {})?;
        Ok([read(&to)?])
    })?;
    Ok(style)
}

/// The files under `folder` with an ending, in an order that does not depend on the file system.
fn sources_in(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) -> Result<(), BuildError> {
    let entries = fs::read_dir(folder).map_err(|error| BuildError::file(folder, error))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            sources_in(&path, ending, found)?;
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    Ok(())
}
