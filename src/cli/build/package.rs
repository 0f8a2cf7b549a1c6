//! The engine as an npm package: a folder that `npm pack` takes as it is.

use std::fs;
use std::path::Path;

use super::{BuildError, Profile, module, read};

/// What stands in `src/js/package` and goes into the folder unchanged.
const FILES: [&str; 3] = ["package.json", "assessor.d.ts", "README.md"];

/// Builds `src/js` into a folder; other files in it are kept. Gives the size of the module, in bytes.
///
/// # Errors
/// As for [`super::module`], or a file cannot be read or written.
pub fn package(root: &Path, out: &Path, log: &mut dyn FnMut(&str)) -> Result<usize, BuildError> {
    let bound = module(root, "js", Profile::Fast, log)?;
    let source = root.join("src/js/package");
    fs::create_dir_all(out).map_err(|error| BuildError::file(out, error))?;
    let write = |name: &str, bytes: &[u8]| {
        fs::write(out.join(name), bytes).map_err(|error| BuildError::file(out.join(name), error))
    };
    for name in FILES {
        write(name, &read(&source.join(name))?)?;
    }
    // The binding defines `wasm_bindgen`; what follows exports from it.
    let script = [bound.glue, read(&source.join("exports.mjs"))?].concat();
    write("assessor.mjs", &script)?;
    write("assessor.wasm", &bound.module)?;
    Ok(bound.module.len())
}
