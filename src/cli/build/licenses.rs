//! The licences of everything in the module and the style sheet, as one text beside the page.
//!
//! MIT asks that its notice goes with every copy, a compiled one included. The list is made from
//! cargo's own graph, so it cannot fall behind the lock file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::stages::Stages;
use super::{BuildError, read};

/// `www/NOTICE.md`, WeUI's licence, and those of the crates of `src/web`.
pub(super) fn collect(root: &Path, stages: &mut Stages) -> Result<Vec<u8>, BuildError> {
    let notice = read(&root.join("www/NOTICE.md"))?;
    let weui = read(&root.join("www/node_modules/weui/LICENSE.txt"))?;
    let lock = read(&root.join("Cargo.lock"))?;
    let [text] = stages.get("licenses", &[&notice, &weui, &lock], |_| {
        let crates = crates(&metadata(root)?);
        let parts = [
            String::from_utf8_lossy(&notice),
            "\n## WeUI\n\n".into(),
            String::from_utf8_lossy(&weui),
            crates.into(),
        ];
        Ok([parts.concat().into_bytes()])
    })?;
    Ok(text)
}

fn metadata(root: &Path) -> Result<Value, BuildError> {
    let mut command = Command::new("cargo");
    command.args([
        "metadata",
        "--locked",
        "--format-version",
        "1",
        "--filter-platform",
        "wasm32-unknown-unknown",
    ]);
    let output = command
        .current_dir(root)
        .output()
        .map_err(|error| BuildError::Tool(format!("cargo metadata: {error}")))?;
    serde_json::from_slice(&output.stdout)
        .map_err(|_| BuildError::Tool(format!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr))))
}

/// A section for each text of a licence, headed by the crates it is the licence of.
fn crates(metadata: &Value) -> String {
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in compiled(metadata) {
        let name = format!("{} {}", text(package, "name"), text(package, "version"));
        let heading = format!("{name} ({})", text(package, "license"));
        texts.entry(licence(package)).or_default().push(heading);
    }
    let mut sections: Vec<(Vec<String>, String)> =
        texts.into_iter().map(|(text, names)| (names, text)).collect();
    sections.sort();
    sections
        .into_iter()
        .map(|(names, text)| format!("\n## {}\n\n{}\n", names.join(", "), text.trim()))
        .collect()
}

/// The packages that end up in the module: reached from `web` through ordinary dependencies,
/// without the macros that only ran while compiling, and without the project's own.
fn compiled(metadata: &Value) -> Vec<&Value> {
    let packages: BTreeMap<&str, &Value> =
        list(metadata, "packages").map(|package| (text(package, "id"), package)).collect();
    let nodes: BTreeMap<&str, &Value> = metadata
        .get("resolve")
        .into_iter()
        .flat_map(|resolve| list(resolve, "nodes"))
        .map(|node| (text(node, "id"), node))
        .collect();
    let is_web = |package: &&&Value| {
        text(package, "name") == "web" && package.get("source").is_some_and(Value::is_null)
    };
    let mut open: Vec<&str> = packages.values().filter(is_web).map(|package| text(package, "id")).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        let is_macro = packages.get(id).is_some_and(|package| list(package, "targets").any(is_proc_macro));
        if is_macro || !seen.insert(id) {
            continue;
        }
        let dependencies = nodes.get(id).into_iter().flat_map(|node| list(node, "deps"));
        let ordinary = dependencies.filter(|dependency| {
            list(dependency, "dep_kinds").any(|kind| kind.get("kind").is_some_and(Value::is_null))
        });
        open.extend(ordinary.map(|dependency| text(dependency, "pkg")));
    }
    let foreign = |package: &&Value| package.get("source").is_some_and(|source| !source.is_null());
    seen.into_iter().filter_map(|id| packages.get(id).copied()).filter(foreign).collect()
}

fn is_proc_macro(target: &Value) -> bool {
    list(target, "kind").any(|kind| kind == "proc-macro")
}

/// The text of a package's licence: of its MIT licence where it offers one, else of all its files.
fn licence(package: &Value) -> String {
    let folder = Path::new(text(package, "manifest_path")).parent().unwrap_or(Path::new(""));
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| {
        ["LICENSE", "LICENCE", "COPYING", "NOTICE"].iter().any(|start| name.to_uppercase().starts_with(start))
    });
    names.sort();
    if names.iter().any(|name| name.to_uppercase().contains("MIT")) {
        names.retain(|name| name.to_uppercase().contains("MIT"));
    }
    let texts: Vec<String> =
        names.iter().filter_map(|name| fs::read_to_string(folder.join(name)).ok()).collect();
    texts.join("\n").replace("\r\n", "\n")
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value.get(field).and_then(Value::as_str).unwrap_or_default()
}

fn list<'a>(value: &'a Value, field: &str) -> impl Iterator<Item = &'a Value> {
    value.get(field).and_then(Value::as_array).into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn macros_build_scripts_and_own_crates_are_not_in_the_module() {
        let package = |name: &str, kind: &str, source: Option<&str>| {
            json!({ "id": name, "name": name, "version": "1.0.0", "license": "MIT", "source": source,
                "manifest_path": "/nowhere/Cargo.toml", "targets": [{ "kind": [kind] }] })
        };
        let link = |to: &str, kind: Option<&str>| json!({ "pkg": to, "dep_kinds": [{ "kind": kind }] });
        let metadata = json!({
            "packages": [
                package("web", "cdylib", None), package("assessor", "lib", None), package("yew", "lib", Some("registry")),
                package("yew-macro", "proc-macro", Some("registry")), package("syn", "lib", Some("registry")),
                package("autocfg", "lib", Some("registry")), package("clap", "lib", Some("registry")),
            ],
            "resolve": { "nodes": [
                { "id": "web", "deps": [link("assessor", None), link("yew", None)] },
                { "id": "yew", "deps": [link("yew-macro", None), link("autocfg", Some("build"))] },
                { "id": "yew-macro", "deps": [link("syn", None)] },
            ] },
        });
        let names: Vec<_> = compiled(&metadata).into_iter().map(|package| text(package, "name")).collect();
        assert_eq!(names, ["yew"]);
        assert_eq!(crates(&metadata), "\n## yew 1.0.0 (MIT)\n\n\n");
    }
}
