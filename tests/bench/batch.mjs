// node batch.mjs SITE [LINES]: questionnaires per second of `assess --stream` with 1 and with 2
// workers, and the most memory it had. SITE is a built site, whose rulebook says what can be
// answered. Build the program too: cargo build --release -p assessor-cli.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? path.join(project, 'target');
const program = path.join(target, 'release/assessor');
const [site, count = '100000'] = process.argv.slice(2);
const lines = Number(count);

/** Numbers that look random and are the same every time (xorshift). */
let state = 20261123;
const below = (limit) => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % limit;
};
const one = (list) => list[below(list.length)];

function value({ kind }) {
  if (kind === 'boolean') return below(2) === 1;
  if (kind.choice) return one(kind.choice.options).id;
  if (kind.multi_choice) return kind.multi_choice.options.map((it) => it.id).filter(() => below(4) === 0);
  if (kind.date) return `2026-${String(below(10) + 1).padStart(2, '0')}-${String(below(28) + 1).padStart(2, '0')}`;
  const { min = 0, max = 100 } = kind.integer ?? kind.money;
  return min + below(Math.min(max - min, 200) + 1);
}

/** A questionnaire: what the business is, and four domains. One answer in ten is 不清楚. */
function questionnaire({ sections }) {
  const profile = sections.filter((it) => it.kind === 'profile');
  const domains = sections.filter((it) => it.kind === 'domain');
  const asked = [...profile, ...Array.from({ length: 4 }, () => one(domains))].flatMap((it) => it.questions);
  const answers = asked.map((it) => [it.id, it.may_be_unknown && below(10) === 0 ? null : value(it)]);
  return JSON.stringify(Object.fromEntries(answers));
}

function run(jobs, answers) {
  return new Promise((resolve, reject) => {
    const began = process.hrtime.bigint();
    const child = spawn(program, ['assess', '--on', '2026-11-23', '--stream', '--jobs', String(jobs)], { cwd: project, stdio: ['pipe', 'pipe', 'inherit'] });
    let [reports, bytes, most] = [0, 0, 0];
    const meter = setInterval(() => {
      const status = fs.readFileSync(`/proc/${child.pid}/status`, 'utf8');
      most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    }, 200);
    child.stdout.on('data', (data) => {
      bytes += data.length;
      for (let at = data.indexOf(10); at >= 0; at = data.indexOf(10, at + 1)) reports += 1;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(meter);
      const seconds = Number(process.hrtime.bigint() - began) / 1e9;
      if (code > 1 || reports !== lines) reject(new Error(`exit ${code}, ${reports} reports of ${lines}`));
      else resolve({ seconds, bytes, most });
    });
    let sent = 0;
    const feed = () => {
      while (sent < lines) {
        if (!child.stdin.write(`${answers[sent++ % answers.length]}\n`)) return void child.stdin.once('drain', feed);
      }
      child.stdin.end();
    };
    feed();
  });
}

const bundle = fs.readdirSync(site).find((it) => /^rulebook\.[0-9a-f]+\.json$/.test(it));
const { rulebook } = JSON.parse(fs.readFileSync(path.join(site, bundle), 'utf8'));
const answers = Array.from({ length: 1000 }, () => questionnaire(rulebook));
console.log(`${os.availableParallelism()} cores, load ${os.loadavg()[0].toFixed(1)}; ${lines} lines, ${(answers.join('').length / 1000).toFixed(0)} characters each`);
for (const jobs of [1, 2]) {
  const { seconds, bytes, most } = await run(jobs, answers);
  console.log(`--jobs ${jobs}: ${(lines / seconds).toFixed(0)} a second, ${seconds.toFixed(1)} s, ${(bytes / 1e9).toFixed(2)} GB of reports, ${(most / 1024).toFixed(0)} MB at most`);
}
