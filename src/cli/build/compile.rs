//! Cargo's module for wasm32, compiled to MVP code.
//!
//! A nested cargo, because the page wants another target, other flags and, with Debian's
//! compiler, another cargo than the one that built this program. It has its own target folder
//! for each source of std, so that neither waits for the other nor undoes its work.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::BuildError;
use crate::process;
use crate::setup::{self, StdSource};

/// A cold build with std from source takes four minutes on two busy cores.
const LIMIT: Duration = Duration::from_secs(45 * 60);

const TARGET: &str = "wasm32-unknown-unknown";

/// What cargo optimises for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Size, as the page needs it.
    Small,
    /// Speed.
    Fast,
    /// The time it takes to compile.
    Preview,
}

impl Profile {
    /// Its name in `Cargo.toml`, and that of cargo's folder for it.
    fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Small => ("page", "page"),
            Self::Fast => ("fast", "fast"),
            Self::Preview => ("dev", "debug"),
        }
    }
}

/// Compiles a package of the workspace; the bytes are the module as cargo left it. `place` is the
/// folder of this source of std.
pub(super) fn module(
    root: &Path,
    place: &Path,
    package: &str,
    std: StdSource,
    profile: Profile,
    log: &mut dyn FnMut(&str),
) -> Result<Vec<u8>, BuildError> {
    let (name, folder) = profile.name();
    let mut command = cargo(std)?;
    command.current_dir(root);
    command.args(["rustc", "--locked", "--package", package, "--lib", "--target", TARGET, "--profile", name]);
    command.arg("--target-dir").arg(place);
    if std == StdSource::Debian {
        command.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    }
    command.env("CARGO_ENCODED_RUSTFLAGS", flags(root, std, profile).join("\u{1f}"));
    command.env_remove("RUSTFLAGS");
    // A library that is also made for Rust gets no optimisation across crates.
    command.args(["--crate-type", "cdylib"]);
    if profile == Profile::Small {
        // For `cut`; for this package alone, unlike flags from the environment.
        command.args(["--", "-Clink-arg=--emit-relocs"]);
    }
    process::timed(log, &format!("compile {package} ({} std)", std.name()), |log| {
        process::run(&mut command, LIMIT, log)
    })?;
    super::read(&place.join(TARGET).join(folder).join(format!("{package}.wasm")))
}

/// The cargo that goes with the source of std. Debian's has no nightly; `RUSTC_BOOTSTRAP` lets
/// its release compile std, which is what the distribution builds with it itself.
fn cargo(std: StdSource) -> Result<Command, BuildError> {
    if std == StdSource::Prebuilt {
        return Ok(Command::new("cargo"));
    }
    let linker = setup::linker()
        .ok_or_else(|| BuildError::Tool("the linker for wasm has gone since set-up".to_owned()))?;
    let mut command = Command::new("/usr/bin/cargo");
    command.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1");
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
    // Set by rustup for its own toolchains, and by the cargo that runs this program.
    command.env_remove("RUSTUP_TOOLCHAIN").env_remove("CARGO").env_remove("RUSTDOC");
    Ok(command)
}

/// The compiler's flags. Paths of this machine are mapped away: they would differ between two
/// clones, and a panic's text would carry them to the phone.
fn flags(root: &Path, std: StdSource, profile: Profile) -> Vec<String> {
    let mut flags = vec!["-Ctarget-cpu=mvp".to_owned()];
    for (from, to) in [(cargo_home(), "/cargo"), (Some(root.to_owned()), "/source")] {
        flags.extend(from.map(|from| format!("--remap-path-prefix={}={to}", from.display())));
    }
    if profile == Profile::Fast {
        // What Node 16 and its contemporaries have beyond MVP; without it copying goes byte by byte.
        flags.push("-Ctarget-feature=+bulk-memory,+sign-ext,+nontrapping-fptoint".to_owned());
    }
    if std == StdSource::Debian && profile != Profile::Preview {
        // Only a std built from source can leave out panic messages: a tenth of the module.
        flags.extend(
            ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"]
                .map(str::to_owned),
        );
    }
    flags
}

fn cargo_home() -> Option<PathBuf> {
    let home = || std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo"));
    std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home)
}
