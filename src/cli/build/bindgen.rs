//! wasm-bindgen in this process: the version is the lock file's, so it always fits the module.

use wasm_bindgen_cli_support::Bindgen;

use super::stages::Stages;
use super::{BuildError, sections};
use crate::process;

/// A module and the script that binds it to the browser.
#[derive(Debug)]
pub struct Bound {
    /// WebAssembly.
    pub module: Vec<u8>,
    /// A classic script that defines `wasm_bindgen`.
    pub glue: Vec<u8>,
}

/// Whether the module says how its functions are called, as `cut` needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// As the compiler mangled them.
    Kept,
    /// Names are a third of a module.
    Dropped,
}

/// Binds cargo's module for a classic script (`no-modules`): `import` and top-level `await` are
/// syntax errors to WebViews of 2019.
pub(super) fn bind(
    raw: &[u8],
    names: Names,
    stages: &mut Stages,
    log: &mut dyn FnMut(&str),
) -> Result<Bound, BuildError> {
    let [module, glue] = stages.get(&format!("bind-{names:?}"), &[raw], |_| {
        process::timed(log, "wasm-bindgen", |_| generate(raw, names).map_err(BuildError::Tool))
    })?;
    Ok(Bound { module, glue })
}

fn generate(raw: &[u8], names: Names) -> Result<[Vec<u8>; 2], String> {
    let module =
        sections::claim(raw, &["mutable-globals"]).map_err(|error| format!("cargo's module: {error}"))?;
    let mut bindgen = Bindgen::new();
    let failed = |error| format!("wasm-bindgen: {error:#}");
    bindgen
        .input_bytes("app", module)
        .no_modules(true)
        .map_err(failed)?
        .typescript(false)
        .demangle(false)
        .remove_name_section(names == Names::Dropped)
        .remove_producers_section(true)
        .omit_default_module_path(true);
    let mut output = bindgen.generate_output().map_err(failed)?;
    let glue = output.js().as_bytes().to_vec();
    Ok([output.wasm_mut().emit_wasm(), glue])
}
