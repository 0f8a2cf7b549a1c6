// One run, one table: `node run.mjs`, or only some parts of it: `node run.mjs size node native`.
// README.md says what is measured and how to read it.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { feel, feelin, passes } from './engines.mjs';
import { measure } from './measure.mjs';
import { modules } from './sizes.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const parts = process.argv.slice(2);
const wanted = (part) => parts.length === 0 || parts.includes(part);

const cargo = (args, stdout) =>
  execFileSync('cargo', args, { cwd: here, stdio: ['ignore', stdout, 'inherit'], maxBuffer: 1 << 30 });
const target = JSON.parse(cargo(['metadata', '--no-deps', '--format-version=1'], 'pipe')).target_directory;

const rows = [];

/** Criterion's medians, as it left them. */
function native() {
  cargo(['bench', '-q', '-p', 'bench', '--bench', 'engines', '--', '--quick', '--noplot'], 'ignore');
  for (const group of ['kit compile', 'kit evaluate', 'rules compile', 'rules evaluate', 'rules evaluate half']) {
    const read = (engine, file) =>
      JSON.parse(readFileSync(join(target, 'criterion', group, engine, 'new', file), 'utf8'));
    const cases = read('feel', 'benchmark.json').throughput.Elements;
    const result = (engine) => {
      const { median } = read(engine, 'estimates.json');
      const { lower_bound: low, upper_bound: high } = median.confidence_interval;
      return { nanoseconds: median.point_estimate, noise: (high - low) / median.point_estimate / 2 };
    };
    rows.push({ where: 'native', what: group, cases, other: 'dsntk', ours: result('feel'), theirs: result('dsntk') });
  }
}

/** Our modules against feelin over the cases that both get right. */
function inNode(built) {
  const file = (features) => built.find((it) => it.features === features).file;
  const sets = JSON.parse(cargo(['run', '-q', '--release', '-p', 'bench', '--bin', 'cases'], 'pipe'));
  for (const set of sets) {
    const [full, code] = [feel(file('full'), 'text'), feel(file('code'), 'code')];
    const worlds = (engine) => set.inputs.map((inputs, at) => engine.world(inputs, at === set.half));
    const [ours, theirs] = [worlds(full), worlds(feelin)];
    const both = set.cases.filter(
      (it) => passes(full, it, ours[it.inputs]) && passes(feelin, it, theirs[it.inputs]),
    );
    const row = (what, cases, mine, other) =>
      rows.push({ where: 'node', what: `${set.name} ${what}`, cases: cases.length, other: 'feelin', ours: mine, theirs: other });
    const once = (engine, worlds) => () => {
      for (const it of both) engine.isTrue(engine.compile(it, worlds[it.inputs]), worlds[it.inputs]);
      engine.forget();
    };
    row('compile + evaluate', both, measure(once(full, ours)), measure(once(feelin, theirs)));
    // What the page does: code that was compiled elsewhere, read once, evaluated many times.
    const coded = both.filter((it) => it.code !== null && set.inputs[it.inputs].code !== null);
    if (coded.length === 0) throw new Error(`no case of ${set.name} can be encoded for the page's module`);
    const again = (engine, at) => {
      const made = worlds(engine);
      const world = (it) => made[at ?? it.inputs];
      const programs = coded.map((it) => [engine.compile(it, world(it)), world(it)]);
      return measure(() => {
        for (const [program, world] of programs) engine.isTrue(program, world);
      });
    };
    row('evaluate', coded, again(code), again(feelin));
    if (set.half !== null) row('evaluate half', coded, again(code, set.half), again(feelin, set.half));
  }
}

function table() {
  const time = ({ nanoseconds, noise }, cases) =>
    `${(nanoseconds / cases).toFixed(0).padStart(9)} ±${(100 * noise).toFixed(0).padStart(2)} %`;
  console.log(`\n${'ns per text, median'.padEnd(34)} ${'texts'.padStart(6)} ${'feel'.padStart(15)} ${'other'.padStart(15)}   ratio`);
  for (const { where, what, cases, other, ours, theirs } of rows) {
    const ratio = (theirs.nanoseconds / ours.nanoseconds).toFixed(1).padStart(6);
    const name = `${where}: ${what}`.padEnd(34);
    console.log(`${name} ${String(cases).padStart(6)} ${time(ours, cases)} ${time(theirs, cases)}  ${ratio} × ${other}`);
  }
}

function sizes(built) {
  const [empty] = built;
  console.log(`\n${'bytes of the module'.padEnd(34)} ${['raw', 'gzip', 'brotli', '+ brotli'].map((it) => it.padStart(9)).join('')}`);
  for (const it of built) {
    const numbers = [it.raw, it.gzip, it.brotli, it.brotli - empty.brotli];
    console.log(`${it.name.padEnd(34)} ${numbers.map((number) => String(number).padStart(9)).join('')}`);
  }
}

const built = wanted('size') || wanted('node') ? modules(here, target) : [];
if (wanted('native')) native();
if (wanted('node')) inNode(built);
if (rows.length > 0) table();
if (wanted('size')) sizes(built);
