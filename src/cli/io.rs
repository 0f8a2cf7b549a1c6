//! The world of a command: its input, its two outputs, its folder. Tests bring their own.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// What a command may touch.
pub struct Io<'a> {
    /// Standard input.
    pub input: &'a mut dyn BufRead,
    /// Results.
    pub output: &'a mut dyn Write,
    /// Progress and complaints.
    pub errors: &'a mut dyn Write,
    /// Whether complaints may be coloured.
    pub colour: bool,
    /// The working directory.
    pub folder: PathBuf,
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing to complain about: exit code 0.
    Fine,
    /// It found something: exit code 1.
    Findings,
    /// It was called wrongly: exit code 2.
    Usage,
}

impl Outcome {
    /// The exit code.
    pub fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Findings => 1,
            Self::Usage => 2,
        }
    }
}

/// Runs `then` on the process's own streams.
pub fn with_process<T>(then: impl FnOnce(&mut Io<'_>) -> T) -> T {
    let colour = io::stderr().is_terminal();
    let folder = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    let (mut input, mut output, mut errors) = (io::stdin().lock(), io::stdout().lock(), io::stderr().lock());
    then(&mut Io { input: &mut input, output: &mut output, errors: &mut errors, colour, folder })
}

/// The project's folder: the working directory or the nearest folder above it that holds
/// `rules/rulebook.yaml`; else the working directory itself.
pub fn project(folder: &Path) -> PathBuf {
    let entry = Path::new("rules").join(crate::load::ENTRY);
    let found = folder.ancestors().find(|above| above.join(&entry).is_file());
    found.unwrap_or(folder).to_path_buf()
}
