// What both kinds of module export; what stands above binds the WebAssembly module.

const refused = (code, message, cause) => Object.assign(new Error(message), { code, cause });

let ready = false;

/** Gets the module ready from its address, its bytes, or what is compiled from them. */
async function start(wasm) {
  try {
    await wasm_bindgen({ module_or_path: wasm });
  } catch (error) {
    throw refused('J006', `assessor.wasm cannot be used: ${error.message}`, error);
  }
  ready = true;
}

const { Assessor, Sheet } = wasm_bindgen;
const { load } = Assessor;

// Without the module the binding fails with words that help nobody.
Assessor.load = (bundle, options) => {
  if (!ready) throw refused('J005', 'call and await init() before anything else');
  return load(bundle, options);
};

