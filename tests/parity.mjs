// Runs the engine in wasm on the cases of a folder and prints the reports, as the strings that
// JSON.stringify makes of them.

import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const folder = process.argv[2];
const read = (name, encoding) => fs.readFileSync(path.join(folder, name), encoding);

// A classic script, as in the page: what it declares with `let` is there for later scripts.
vm.runInThisContext(read('engine.js', 'utf8'));
const bindgen = vm.runInThisContext('wasm_bindgen');
bindgen.initSync({ module: read('engine.wasm') });

const { bundle, cases } = JSON.parse(read('input.json', 'utf8'));
const engine = new bindgen.Engine(bundle);
const reports = cases.map(({ answers, on }) => JSON.stringify(engine.assess(answers, on)));
process.stdout.write(JSON.stringify(reports));
