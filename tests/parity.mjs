// Runs the engine in wasm on the input of a folder and prints what it gives: for a bundle and
// cases the reports, as the strings that JSON.stringify makes of them; for programs and for
// expressions of the rule language what they come to. Where the folder has `instead.js`, the
// engine runs as that script, with WebAssembly gone.

import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const folder = process.argv[2];
const read = (name, encoding) => fs.readFileSync(path.join(folder, name), encoding);

// A classic script, as in the page: what it declares with `let` is there for later scripts.
vm.runInThisContext(read('engine.js', 'utf8'));
const bindgen = vm.runInThisContext('wasm_bindgen');
if (fs.existsSync(path.join(folder, 'instead.js'))) {
  delete globalThis.WebAssembly;
  globalThis.self = globalThis;
  vm.runInThisContext(read('instead.js', 'utf8'));
  bindgen.initSync({ module: new WebAssembly.Module() });
} else {
  bindgen.initSync({ module: read('engine.wasm') });
}

const input = JSON.parse(read('input.json', 'utf8'));

function reports({ bundle, cases }) {
  const engine = new bindgen.Engine(bundle);
  return cases.map(({ answers, on }) => JSON.stringify(engine.assess(answers, on)));
}

function outcomes({ programs, expressions }) {
  if (programs) return programs.map(({ program, variables }) => bindgen.run(program, variables));
  return expressions.map(({ variables, text }) => bindgen.evaluate(variables, text));
}

process.stdout.write(JSON.stringify(input.bundle ? reports(input) : outcomes(input)));
