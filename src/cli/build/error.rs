//! Why a build stopped, in words that name the step.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::process::ProcessError;
use crate::setup::SetupError;

/// Why a build stopped.
#[derive(Debug)]
pub enum BuildError {
    /// Something is missing and could not be installed.
    Setup(SetupError),
    /// A tool could not be run or reported an error; the text holds its output.
    Tool(String),
    /// A file cannot be read or written.
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// `www/index.html` or `www/budget.json` is not what the build expects.
    Source(String),
    /// The module uses a WebAssembly feature that old phones lack.
    Module(String),
    /// The site is larger than `www/budget.json` allows; the text holds the table.
    Budget(String),
}

impl BuildError {
    pub(super) fn file(path: impl AsRef<Path>, error: std::io::Error) -> BuildError {
        BuildError::File { path: path.as_ref().to_owned(), error }
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BuildError::Setup(error) => error.fmt(f),
            BuildError::File { path, error } => write!(f, "{}: {error}", path.display()),
            BuildError::Tool(text)
            | BuildError::Source(text)
            | BuildError::Module(text)
            | BuildError::Budget(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for BuildError {}

impl From<SetupError> for BuildError {
    fn from(error: SetupError) -> BuildError {
        BuildError::Setup(error)
    }
}

impl From<ProcessError> for BuildError {
    fn from(error: ProcessError) -> BuildError {
        BuildError::Tool(error.to_string())
    }
}
