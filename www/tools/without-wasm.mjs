// node without-wasm.mjs MODULE.wasm OUT.js: the module as a classic script, for browsers without
// WebAssembly: wasm2js of binaryen, and around it a stand-in for as much of WebAssembly as the
// glue of wasm-bindgen uses. Fails where wasm2js no longer writes what is patched here.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

const [module, out] = process.argv.slice(2);
const wasm2js = fileURLToPath(new URL('../node_modules/binaryen/bin/wasm2js', import.meta.url));
execFileSync('node', [wasm2js, module, '--mvp-features', '-O', '-o', out], { stdio: 'inherit' });
let script = fs.readFileSync(out, 'utf8');

function replace(pattern, by) {
  if (script.match(pattern)?.length !== 1) throw new Error(`wasm2js writes ${pattern} no longer, or more than once`);
  script = script.replace(pattern, () => by);
}

// Memory that grows takes its old buffer away, and the glue relies on it to renew its views.
replace(/^\s*buffer = newBuffer;$/gm, 'detach(buffer); buffer = newBuffer;');
replace(/throw new Error\('abort'\);/g, "throw new RuntimeError('unreachable');");

const names = [];
script = script
  .replace(/^import \* as (\S+) from '([^']+)';$/gm, (_, name, from) => `var ${name} = imports[${JSON.stringify(from)}];`)
  .replace(/^export var (\S+) = (\S+);$/gm, (_, name, value) => {
    names.push(`${name}: ${value}`);
    return '';
  });
if (names.length === 0 || /^(import|export) /m.test(script)) throw new Error('wasm2js writes its imports and exports in another way');

fs.writeFileSync(out, `(function () {
  function RuntimeError(message) {
    this.message = message;
    this.stack = new Error(message).stack;
  }
  RuntimeError.prototype = Object.create(Error.prototype);
  RuntimeError.prototype.name = 'RuntimeError';
  function detach(buffer) {
    var channel = new MessageChannel();
    channel.port1.postMessage(0, [buffer]);
    channel.port1.close();
  }
  function instantiate(imports) {
    ${script}
    return { ${names.join(', ')} };
  }
  self.WebAssembly = {
    Module: function () {},
    Instance: function (module, imports) { this.exports = instantiate(imports); },
    RuntimeError: RuntimeError
  };
})();
`);
