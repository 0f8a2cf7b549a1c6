//! The production site and the tools that try it, each made once for all tests of a run.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use assessor_cli::Outcome;
pub use assessor_cli::serve::Static as Served;
use assessor_cli::setup::{self, Need, Program, Toolchain};
use serde_json::Value;

use crate::{assessor, root};

/// The folder of the production site, built from the present sources. Test programs that want it
/// at the same time take turns, and those after the first find every stage done.
///
/// # Panics
/// If it does not build; the message holds the reason.
pub fn site() -> PathBuf {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| build(&root(), "target/site")).clone()
}

/// The files of a built site, those in its folders too: names as they stand in an address, sorted.
///
/// # Panics
/// If the folder cannot be read.
pub fn files(site: &Path) -> Vec<String> {
    let mut found = Vec::new();
    collect(site, "", &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, at: &str, found: &mut Vec<String>) {
    let entries = std::fs::read_dir(folder);
    assert!(entries.is_ok(), "{} cannot be read", folder.display());
    for entry in entries.into_iter().flatten().flatten() {
        let name = format!("{at}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), found);
        } else {
            found.push(name);
        }
    }
}

/// Builds the site of a copy of the project, into a folder of it.
///
/// # Panics
/// If it does not build; the message holds the reason.
pub fn build(project: &Path, out: &str) -> PathBuf {
    let built = assessor(project, &["build", "--out", out], "");
    assert!(built.outcome == Outcome::Fine, "the site does not build:\n{}{}", built.output, built.errors);
    project.join(out)
}

/// The production site on loopback, under a base path, with a log of what was asked for.
///
/// # Panics
/// If no port can be opened.
pub fn serve(base: &str) -> Served {
    match Served::start(&site(), base) {
        Ok(served) => served,
        Err(error) => fail(&error.to_string()),
    }
}

/// What the tests need beside Rust, installed where that is possible.
///
/// # Panics
/// If something cannot be installed; the message says what, and the command for it.
pub fn tools() -> &'static Toolchain {
    static TOOLS: OnceLock<Result<Toolchain, String>> = OnceLock::new();
    let found = TOOLS.get_or_init(|| {
        setup::ensure(&root(), Need::Tests, &mut |line| eprintln!("{line}"))
            .map_err(|error| error.to_string())
    });
    match found {
        Ok(tools) => tools,
        Err(error) => fail(error),
    }
}

/// The browser's program.
///
/// # Panics
/// If there is none and none can be installed.
pub fn browser() -> &'static Path {
    match &tools().browser {
        Some(Ok(path)) => path,
        Some(Err(error)) => fail(&error.to_string()),
        None => fail("set-up for the tests looked for no browser"),
    }
}

/// A program that only some tests want, or nothing where it is missing and cannot be installed:
/// a line says which test was skipped and why. With `ASSESSOR_SKIP=never`, as in CI, that is a
/// failure.
///
/// # Panics
/// If it is missing and nothing may be skipped.
pub fn program(wanted: Program, test: &str) -> Option<PathBuf> {
    match setup::program(&root(), wanted, &mut |line| eprintln!("{line}")) {
        Ok(path) => Some(path),
        Err(error) if std::env::var("ASSESSOR_SKIP").is_ok_and(|it| it == "never") => {
            fail(&error.to_string())
        }
        Err(error) => {
            eprintln!("skipped {test}: {error}");
            None
        }
    }
}

/// Runs a script of `tests/` in node and gives the JSON it printed. Scripts find the browser in
/// `BROWSER`.
///
/// # Panics
/// If it fails or prints anything else; the message holds its output.
pub fn node(script: &str, arguments: &[&str]) -> Value {
    let browser = browser().to_path_buf();
    node_with(Command::new("node").env("BROWSER", browser), script, arguments)
}

/// Runs a script of `tests/` in an old node and gives the JSON it printed.
///
/// # Panics
/// As [`node`] and [`old_program`].
pub fn old_node(version: &str, script: &str, arguments: &[&str]) -> Value {
    node_with(&mut Command::new(old_program(version)), script, arguments)
}

/// An old node from npm: `node8`, `node12` or `node16`.
///
/// # Panics
/// Where the packages have no build for this machine.
pub fn old_program(version: &str) -> PathBuf {
    tools();
    let program = root().join("tests/node_modules").join(version).join("bin/node");
    assert!(
        program.is_file(),
        "{version} has builds for Linux on x86-64 only; run the tests on such a machine"
    );
    program
}

/// Runs a script of `tests/` in `command`, which is node with what else the script needs to know,
/// and gives the JSON it printed.
///
/// # Panics
/// If it fails or prints anything else; the message holds its output.
pub fn node_with(command: &mut Command, script: &str, arguments: &[&str]) -> Value {
    let ran = command.arg(root().join("tests").join(script)).args(arguments).output();
    let (output, errors) = match ran {
        Ok(output) => (output.stdout, String::from_utf8_lossy(&output.stderr).into_owned()),
        Err(error) => (Vec::new(), error.to_string()),
    };
    let printed = serde_json::from_slice(&output);
    assert!(printed.is_ok(), "{script} printed no JSON:\n{}\n{errors}", String::from_utf8_lossy(&output));
    printed.unwrap_or_default()
}

#[expect(clippy::panic, reason = "in a test, what is missing is a failure with a sentence")]
fn fail(reason: &str) -> ! {
    panic!("{reason}")
}
