//! Binaryen: post-MVP instructions lowered, then everything made small.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::stages::Stages;
use super::{BuildError, mvp};
use crate::process;

const LIMIT: Duration = Duration::from_secs(10 * 60);

/// What wasm-opt may use. Without this it puts sign extension back in: that is its default.
const ALLOWED: [&str; 1] = ["--mvp-features"];

/// What rustup's prebuilt std contains, and the passes that replace it. In a run of its own:
/// with the features still enabled the optimiser would make use of them again.
const LOWERING: [&str; 8] = [
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--signext-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--llvm-memory-copy-fill-lowering",
    "--strip-target-features",
];

const SHRINKING: [&str; 2] = ["-Oz", "--strip-target-features"];

/// The module for the phone: MVP, validated, and small.
pub(super) fn shrink(
    root: &Path,
    module: &[u8],
    stages: &mut Stages,
    log: &mut dyn FnMut(&str),
) -> Result<Vec<u8>, BuildError> {
    let tools = super::read(&root.join("www/package-lock.json"))?;
    let [small] = stages.get("shrink", &[module, &tools], |stages| {
        process::timed(log, "wasm-opt", |_| {
            let lowered = match mvp::validate(module) {
                Ok(()) => module.to_vec(),
                Err(_) => wasm_opt(root, module, &LOWERING, stages)?,
            };
            Ok([wasm_opt(root, &lowered, &SHRINKING, stages)?])
        })
    })?;
    mvp::validate(&small)
        .map_err(|error| BuildError::Module(format!("the module is not for old phones: {error}")))?;
    Ok(small)
}

fn wasm_opt(root: &Path, module: &[u8], passes: &[&str], stages: &Stages) -> Result<Vec<u8>, BuildError> {
    let (from, to) = (stages.scratch("in.wasm"), stages.scratch("out.wasm"));
    fs::write(&from, module).map_err(|error| BuildError::file(&from, error))?;
    let mut command = Command::new("node");
    command.arg(root.join("www/node_modules/binaryen/bin/wasm-opt")).args(ALLOWED).args(passes);
    command.arg(&from).arg("-o").arg(&to);
    process::run(&mut command, LIMIT, &mut |_| {})?;
    super::read(&to)
}
