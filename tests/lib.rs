//! What the suites share: the project's folder, its neighbour `shared/`, and the command line
//! in-process.

mod cases;
mod dice;
#[path = "language/outcome.rs"]
pub mod language;
mod site;

use std::io::Cursor;
use std::path::{Path, PathBuf};

use assessor_cli::{Io, Outcome};
pub use cases::{Case, cases};
pub use dice::Dice;
pub use site::{
    Served, browser, build, files, node, node_with, old_node, old_program, program, serve, site, tools,
};

/// The project's folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// A file or folder of the reading beside the project, if it is there. Where it is not, a line
/// says which test was skipped and why, so that a run without it does not look complete.
pub fn shared(name: &str, test: &str) -> Option<PathBuf> {
    let path = root().join("../shared").join(name);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped {test}: {name} of the reading beside the project is not here");
    None
}

/// What a command printed and how it ended.
#[derive(Debug)]
pub struct Ran {
    /// Standard output.
    pub output: String,
    /// Standard error.
    pub errors: String,
    /// The end.
    pub outcome: Outcome,
}

/// Runs the command line in-process, from a folder, with a standard input.
pub fn assessor(folder: &Path, arguments: &[&str], input: &str) -> Ran {
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let mut input = Cursor::new(input.as_bytes());
    let folder = folder.to_path_buf();
    let mut io = Io { input: &mut input, output: &mut output, errors: &mut errors, colour: false, folder };
    let outcome = assessor_cli::run(std::iter::once("assessor").chain(arguments.iter().copied()), &mut io);
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Ran { output: text(output), errors: text(errors), outcome }
}

/// Compares a text with the one kept in a file. With `UPDATE=1` the file is rewritten instead,
/// and the review of the change is the judge.
///
/// # Panics
/// If they differ.
pub fn snapshot(file: &Path, text: &str) {
    if std::env::var_os("UPDATE").is_some() {
        let written = std::fs::write(file, text);
        assert!(written.is_ok(), "cannot write {}", file.display());
        return;
    }
    let kept = std::fs::read_to_string(file).unwrap_or_default();
    assert_eq!(kept, text, "{} differs; UPDATE=1 rewrites it", file.display());
}
