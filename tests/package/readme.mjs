// The programs in the package's README: each fence that begins with a comment naming a file.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const tests = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Writes the programs of the README in `source` into `folder`; gives their texts by name. */
export function files(source, folder) {
  const text = fs.readFileSync(path.join(source, 'README.md'), 'utf8');
  const programs = {};
  for (const [, program, name] of text.matchAll(/```[jt]s\n(\/\/ (\S+\.[cm][jt]s)\n[\s\S]*?)```/g)) {
    programs[name] = program;
    fs.writeFileSync(path.join(folder, name), program);
  }
  return programs;
}

/** What the comments of a program say it prints. */
export const promised = (program) => [...program.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, said]) => said);

/** What TypeScript, at its strictest, complains about in a file. */
export function complaints(folder, name) {
  const compiler = path.join(tests, 'node_modules/typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2022,dom'];
  const { stdout } = spawnSync('node', [compiler, ...options, name], { cwd: folder, encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line);
}
