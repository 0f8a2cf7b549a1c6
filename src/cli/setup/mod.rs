//! Set-up that does itself: from a fresh clone on a machine with Rust and Node to everything the
//! build, or the tests, need.
//!
//! What can be installed without asking is installed: rustup's target, the npm packages of the
//! committed lock files, Debian packages when root. Nothing else is downloaded. What cannot be
//! installed ends in one sentence with the command that would do it.
//!
//! | step | finds | else installs |
//! |---|---|---|
//! | `wasm_std` | std for wasm32: `rustup`'s, or Debian's source | `rustup target add`, then Debian packages |
//! | `npm` | `node_modules` that match the lock file | `npm ci` |
//! | `browser` | Chromium and a Chinese font, for the tests only | Debian packages |
//! | `programs` | a web server and other browsers, for the tests that ask | Debian packages |

mod apt;
mod browser;
mod npm;
mod programs;
mod wasm_std;

use std::fmt;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

pub use programs::{Program, program};
pub use wasm_std::StdSource;
pub(crate) use wasm_std::linker;

/// What the tools are wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Building the page: std for wasm32 and the npm packages of `www/`.
    Page,
    /// The page, and what the tests add: the npm packages of `tests/`, a browser, a font.
    Tests,
}

/// What set-up found or installed.
#[derive(Debug)]
pub struct Toolchain {
    /// Where wasm's standard library comes from.
    pub std: StdSource,
    /// Chromium, asked for by [`Need::Tests`] only. Not having one fails the tests that want
    /// one, by name, and no others.
    pub browser: Option<Result<PathBuf, SetupError>>,
}

/// Something that is missing and could not be installed: one sentence, and what to do.
#[derive(Debug, Clone)]
pub struct SetupError {
    what: String,
    advice: String,
}

impl SetupError {
    fn new(what: impl Into<String>, advice: impl Into<String>) -> SetupError {
        SetupError { what: what.into(), advice: advice.into() }
    }
}

impl fmt::Display for SetupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\nhelp: {}", self.what, self.advice)
    }
}

impl std::error::Error for SetupError {}

/// Makes sure that what `need` asks for is there. `root` is the workspace; every step that takes
/// time tells `log` what it does and how long it took, and a step with nothing to do is silent.
///
/// Processes of one workspace take turns, so that two test programs do not install at once.
///
/// # Errors
/// The first thing that is missing and cannot be installed, with the command that would do it.
pub fn ensure(root: &Path, need: Need, log: &mut dyn FnMut(&str)) -> Result<Toolchain, SetupError> {
    let _turn = take_turn(root)?;
    let std = wasm_std::obtain(log)?;
    npm::install(&root.join("www"), log)?;
    if need == Need::Page {
        return Ok(Toolchain { std, browser: None });
    }
    npm::install(&root.join("tests"), log)?;
    let browser = browser::obtain(log);
    Ok(Toolchain { std, browser: Some(browser) })
}

/// Holds the workspace's set-up lock until the file is dropped.
fn take_turn(root: &Path) -> Result<File, SetupError> {
    let path = root.join("target");
    let lock = || {
        fs::create_dir_all(&path)?;
        let file = File::create(path.join("setup.lock"))?;
        file.lock()?;
        Ok(file)
    };
    lock().map_err(|error: std::io::Error| {
        SetupError::new(
            format!("cannot lock {}: {error}", path.join("setup.lock").display()),
            "make the folder `target` writable",
        )
    })
}

/// Where `program` is on the search path, if it is.
fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}
