// node snippets.mjs SOURCE FOLDER OLD: runs every program of the README, in this node and in the old one
// at OLD, and holds those in TypeScript against the declared types. Prints what each prints and promises.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { complaints, files, promised } from './readme.mjs';

const [, , source, folder, old] = process.argv;
const programs = files(source, folder);

const printed = (node, name) => {
  const { stdout, stderr } = spawnSync(node, [name], { cwd: folder, encoding: 'utf8', timeout: 60000 });
  return (stdout + stderr).trimEnd().split('\n');
};

const ran = {};
for (const [name, program] of Object.entries(programs)) {
  const said = promised(program);
  if (said.length > 0) ran[name] = { promised: said, printed: printed(process.execPath, name), old: printed(old, name) };
}
const typed = Object.keys(programs).filter((name) => /\.[cm]ts$/.test(name));
// Programs that `require` get their types from a file of their own.
fs.writeFileSync(path.join(folder, 'required.cts'), "import { init } from 'legal-risk-assessor';\nexport const made: Promise<void> = init();\n");
typed.push('required.cts');
console.log(JSON.stringify({
  names: Object.keys(programs),
  version: spawnSync(old, ['--version'], { encoding: 'utf8' }).stdout.trim(),
  ran,
  types: Object.fromEntries(typed.map((name) => [name, complaints(folder, name)])),
}));
