//! The program as a script, for browsers without WebAssembly: iOS in Lockdown Mode, and WebViews
//! in which somebody has turned it off. Larger and slower, so that only they fetch it.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::stages::Stages;
use super::{BuildError, assets, optimise, read};
use crate::process;

const LIMIT: Duration = Duration::from_secs(10 * 60);

/// A classic script that puts a stand-in in the place of WebAssembly; whatever bytes it is given,
/// the stand-in's module is the `bound` one. The glue that was bound with it goes with it.
pub(super) fn script(
    root: &Path,
    bound: &[u8],
    stages: &mut Stages,
    log: &mut dyn FnMut(&str),
) -> Result<Vec<u8>, BuildError> {
    let module = optimise::shrink(root, bound, stages, log)?;
    let maker = root.join("www/tools/without-wasm.mjs");
    let inputs = [module.clone(), read(&maker)?, read(&root.join("www/package-lock.json"))?];
    let inputs: Vec<&[u8]> = inputs.iter().map(Vec::as_slice).collect();
    let [script] = stages.get("without-wasm", &inputs, |stages| {
        let (from, to) = (stages.scratch("in.wasm"), stages.scratch("engine.js"));
        fs::write(&from, &module).map_err(|error| BuildError::file(&from, error))?;
        let mut command = Command::new("node");
        command.arg(&maker).arg(&from).arg(&to);
        process::timed(log, "wasm2js", |log| process::run(&mut command, LIMIT, log))?;
        Ok([read(&to)?])
    })?;
    assets::script(root, "engine.js", &script, assets::APP_TARGET, stages)
}
