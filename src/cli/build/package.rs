//! The engine as an npm package: a folder that `npm pack` takes as it is.

use std::fs;
use std::path::Path;

use super::{BuildError, Profile, module, read};

/// What stands in `src/js/package` and goes into the folder unchanged: from and to. TypeScript wants
/// the types of what is required, and of what is imported, in a file each.
const FILES: [(&str, &str); 5] = [
    ("package.json", "package.json"),
    ("assessor.d.ts", "assessor.d.ts"),
    ("assessor.d.ts", "assessor.d.cts"),
    ("node.mjs", "node.mjs"),
    ("README.md", "README.md"),
];

/// The scripts that hold the binding, each with what it ends in.
const SCRIPTS: [(&str, &str); 2] = [("assessor.mjs", "exports.mjs"), ("assessor.cjs", "exports.cjs")];

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
    for (from, to) in FILES {
        write(to, &read(&source.join(from))?)?;
    }
    // The binding defines `wasm_bindgen`; what follows exports from it.
    let exports = read(&source.join("exports.js"))?;
    for (name, ending) in SCRIPTS {
        let ending = read(&source.join(ending))?;
        write(name, &[bound.glue.as_slice(), &exports, &ending].concat())?;
    }
    write("assessor.wasm", &bound.module)?;
    Ok(bound.module.len())
}
