//! Where wasm's standard library comes from.
//!
//! rustup's prebuilt one is two seconds away on an ordinary machine. Where rustup cannot reach
//! its server, Debian's compiler builds std from source. A machine that has the prebuilt one
//! never notices that the second way broke, so `ASSESSOR_STD=prebuilt` or `=debian` forces one
//! and CI builds both.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::{SetupError, apt};
use crate::process;

/// The environment variable that forces a source.
const FORCED: &str = "ASSESSOR_STD";

/// The target of the page.
const TARGET: &str = "wasm32-unknown-unknown";

/// A server that accepts and never answers makes rustup wait for ever.
const RUSTUP_LIMIT: Duration = Duration::from_secs(60);

/// Debian's compiler, its cargo and the source of std, of one version.
const DEBIAN_PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];

/// Where the standard library of the page comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StdSource {
    /// The compiler in use has one for wasm32, as `rustup target add` installs it.
    Prebuilt,
    /// `/usr/bin/rustc` of Debian's `rustc-web` compiles std from source.
    Debian,
}

impl StdSource {
    /// The name in `ASSESSOR_STD` and of the folder that nested builds go to.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            StdSource::Prebuilt => "prebuilt",
            StdSource::Debian => "debian",
        }
    }
}

/// Finds a source, or installs one.
pub(super) fn obtain(log: &mut dyn FnMut(&str)) -> Result<StdSource, SetupError> {
    match std::env::var(FORCED).as_deref() {
        Err(_) | Ok("") => {}
        Ok("prebuilt") => return prebuilt(log),
        Ok("debian") => return debian(log),
        Ok(other) => {
            return Err(SetupError::new(
                format!("{FORCED}={other} names no source of the standard library"),
                format!("set {FORCED} to `prebuilt` or `debian`, or unset it"),
            ));
        }
    }
    prebuilt(log).or_else(|first| {
        log(&format!("{}; trying Debian's packages instead", first.what.lines().next().unwrap_or_default()));
        debian(log).map_err(|second| {
            SetupError::new(
                format!("{}\n{}", first.what, second.what),
                format!("{}, or {}", first.advice, second.advice),
            )
        })
    })
}

fn prebuilt(log: &mut dyn FnMut(&str)) -> Result<StdSource, SetupError> {
    if has_prebuilt() {
        return Ok(StdSource::Prebuilt);
    }
    let advice = format!("run `rustup target add {TARGET}`");
    process::timed(log, &format!("rustup target add {TARGET}"), |_| {
        process::run(Command::new("rustup").args(["target", "add", TARGET]), RUSTUP_LIMIT, &mut |_| {})
    })
    .map_err(|error| SetupError::new(error.to_string(), advice.clone()))?;
    // rustup may have added it to another toolchain than the one in use.
    if has_prebuilt() {
        Ok(StdSource::Prebuilt)
    } else {
        Err(SetupError::new(format!("rustc has no std for {TARGET}"), advice))
    }
}

fn has_prebuilt() -> bool {
    let Some(folder) = rustc_says(&["--print", "target-libdir", "--target", TARGET]) else {
        return false;
    };
    let Ok(files) = fs::read_dir(folder) else {
        return false;
    };
    files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
}

fn debian(log: &mut dyn FnMut(&str)) -> Result<StdSource, SetupError> {
    apt::install(&DEBIAN_PACKAGES, log)?;
    match linker() {
        Some(_) => Ok(StdSource::Debian),
        None => Err(SetupError::new(
            "no linker for wasm: neither the rust-lld of a rustup toolchain nor wasm-ld is there",
            "run `sudo apt-get install lld`",
        )),
    }
}

/// The linker Debian's compiler is given, since its packages bring none: `rust-lld` of the
/// toolchain in use, or `wasm-ld` of Debian's `lld`.
pub(crate) fn linker() -> Option<PathBuf> {
    let bundled = || {
        let sysroot = rustc_says(&["--print", "sysroot"])?;
        let version = rustc_says(&["-vV"])?;
        let host = version.lines().find_map(|line| line.strip_prefix("host: "))?.to_owned();
        let path = Path::new(&sysroot).join("lib/rustlib").join(host).join("bin/rust-lld");
        path.is_file().then_some(path)
    };
    bundled().or_else(|| super::on_path("wasm-ld"))
}

fn rustc_says(arguments: &[&str]) -> Option<String> {
    let output = Command::new("rustc").args(arguments).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}
