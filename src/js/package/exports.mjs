
// The exports of the package; what stands above binds the WebAssembly module.

/** Gets the module ready; once, before anything else. See assessor.d.ts. */
export async function init(wasm = new URL('./assessor.wasm', import.meta.url)) {
  const local = wasm instanceof URL && wasm.protocol === 'file:';
  const bytes = local ? await (await import('node:fs/promises')).readFile(wasm) : wasm;
  await wasm_bindgen({ module_or_path: bytes });
}

export const { Assessor, Sheet } = wasm_bindgen;
