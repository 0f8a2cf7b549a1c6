//! Debian packages: which are there, and installing the missing ones when root.
//!
//! Installation never removes a package (`--no-remove`): a machine whose own packages stand in
//! the way is left as it is and told so.

use std::process::Command;
use std::time::Duration;

use super::{SetupError, on_path};
use crate::process;

/// Long enough for Chromium on a slow line; apt itself gives up on dead servers earlier.
const LIMIT: Duration = Duration::from_secs(20 * 60);

/// Whether dpkg has `package` installed.
pub(super) fn is_installed(package: &str) -> bool {
    Command::new("dpkg-query")
        .args(["--show", "--showformat=${db:Status-Status}", package])
        .output()
        .is_ok_and(|output| output.status.success() && output.stdout == b"installed")
}

/// Installs those of `packages` that are missing.
///
/// # Errors
/// There is no apt-get, this is not root, or apt-get fails; the advice is the command to run.
pub(super) fn install(packages: &[&str], log: &mut dyn FnMut(&str)) -> Result<(), SetupError> {
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if on_path("apt-get").is_none() {
        return Err(SetupError::new(
            format!("not installed: {list}, and there is no apt-get to install them with"),
            "install them with this system's package manager",
        ));
    }
    let advice = format!("run `sudo apt-get update && sudo apt-get install {list}`");
    if !is_root() {
        return Err(SetupError::new(format!("not installed: {list}"), advice));
    }
    process::timed(log, &format!("apt-get install {list}"), |_| {
        // The package lists of a fresh machine are empty or old, so a failure is tried once more after an update.
        apt_get(&install_arguments(&missing))
            .or_else(|_| apt_get(&["update"]).and_then(|()| apt_get(&install_arguments(&missing))))
    })
    .map_err(|error| SetupError::new(error.to_string(), advice))
}

fn install_arguments<'a>(packages: &[&'a str]) -> Vec<&'a str> {
    let mut arguments = vec!["install", "--yes", "--no-install-recommends", "--no-remove"];
    arguments.extend(packages);
    arguments
}

fn apt_get(arguments: &[&str]) -> Result<(), process::ProcessError> {
    let mut command = Command::new("apt-get");
    command.args(["--quiet", "--option", "DPkg::Lock::Timeout=300"]).args(arguments);
    // At this run level Debian starts no service: a web server is wanted as a program only.
    command.env("DEBIAN_FRONTEND", "noninteractive").env("RUNLEVEL", "1");
    process::run(&mut command, LIMIT, &mut |_| {}).map(drop)
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
