// node old_engines.cjs SITE: what this engine says to every module and script of the site, as JSON.
// Written for node 8, whose V8 is that of Chrome 62.
'use strict';
const fs = require('fs');
const path = require('path');
const vm = require('vm');

const site = process.argv[2];
const kit = fs.readdirSync(path.join(site, 'v1')).map((name) => `v1/${name}`);
const named = (ending) => fs.readdirSync(site).concat(kit).filter((name) => name.endsWith(ending));

function parse(source) {
  try {
    return new vm.Script(source) && 'accepted';
  } catch (error) {
    return String(error);
  }
}

const compile = (bytes) => WebAssembly.compile(bytes).then(() => 'accepted', String);

// A module with one type, (externref) -> (), and a script with `?.`: both newer than these engines.
const newModule = Buffer.from([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 0x60, 1, 0x6f, 0]);
const newScript = 'a?.b';

async function main() {
  const said = { v8: process.versions.v8, modules: {}, scripts: {} };
  for (const name of named('.wasm')) said.modules[name] = await compile(fs.readFileSync(path.join(site, name)));
  for (const name of named('.js')) said.scripts[name] = parse(fs.readFileSync(path.join(site, name), 'utf8'));
  said.newModule = await compile(newModule);
  said.newScript = parse(newScript);
  console.log(JSON.stringify(said));
}

main();
