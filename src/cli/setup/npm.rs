//! The npm packages of one folder, exactly as its lock file names them.
//!
//! A stamp inside `node_modules` remembers the lock file it was made from, so that an unchanged
//! folder costs one file read. No package runs a script of its own (`--ignore-scripts`): they
//! bring files, and nothing is fetched behind npm's back.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::{SetupError, on_path};
use crate::process;

const LIMIT: Duration = Duration::from_secs(10 * 60);

/// Brings `folder/node_modules` in line with `folder/package-lock.json`.
pub(super) fn install(folder: &Path, log: &mut dyn FnMut(&str)) -> Result<(), SetupError> {
    let lock_file = folder.join("package-lock.json");
    let wanted = fs::read_to_string(&lock_file).map_err(|error| {
        SetupError::new(
            format!("cannot read {}: {error}", lock_file.display()),
            "restore it with `git checkout`",
        )
    })?;
    let stamp = folder.join("node_modules/.made-from-package-lock.json");
    if fs::read_to_string(&stamp).is_ok_and(|made_from| made_from == wanted) {
        return Ok(());
    }
    if on_path("npm").is_none() || on_path("node").is_none() {
        return Err(SetupError::new(
            "node and npm are not on the search path",
            "install Node.js 18 or newer, with npm",
        ));
    }
    let shown = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    process::timed(log, &format!("npm ci in {shown}/"), |_| {
        let mut command = Command::new("npm");
        command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder);
        process::run(&mut command, LIMIT, &mut |_| {})
    })
    .map_err(|error| {
        SetupError::new(error.to_string(), format!("run `cd {} && npm ci`", folder.display()))
    })?;
    fs::write(&stamp, wanted).map_err(|error| {
        SetupError::new(format!("cannot write {}: {error}", stamp.display()), "make the folder writable")
    })
}
