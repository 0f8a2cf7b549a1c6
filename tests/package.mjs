// Installs the packed package into an empty project and uses it there. Prints reports, the codes of
// refusals, what the README's snippet prints, and what TypeScript thinks of the declared types.

import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [, , source, folder] = process.argv;
const tests = path.dirname(fileURLToPath(import.meta.url));
const write = (name, text) => fs.writeFileSync(path.join(folder, name), text);
const { bundle, cases } = JSON.parse(fs.readFileSync(path.join(folder, 'input.json'), 'utf8'));

/** As from the registry: only what `npm pack` takes. */
function install() {
  fs.rmSync(path.join(folder, 'node_modules'), { recursive: true, force: true });
  write('package.json', '{ "private": true, "type": "module" }');
  const npm = (...args) => execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const packed = JSON.parse(npm('pack', '--json', source));
  npm('install', '--offline', '--no-audit', '--no-fund', '--no-save', `./${packed[0].filename}`);
}

install();
const installed = path.join(folder, 'node_modules/legal-risk-assessor');
const { Assessor, init } = await import(pathToFileURL(path.join(installed, 'assessor.mjs')).href);
await init();

const assess = (bundle) =>
  cases.map(({ answers, on }) => {
    const assessor = Assessor.load(bundle, { on });
    for (const [question, value] of Object.entries(answers)) assessor.answer(question, value);
    return assessor.report();
  });

/** What is said of every finding under the answers of every case. */
const told = cases.flatMap(({ answers, on }) => {
  const assessor = Assessor.load(bundle, { on });
  for (const [question, value] of Object.entries(answers)) assessor.answer(question, value);
  return assessor.sheet().findings().map((id) => ({ explanation: assessor.explain(id), whatIf: assessor.whatIf(id) }));
});

const texts = { ...bundle, code: undefined };
delete texts.code;
const reports = assess(JSON.stringify(bundle));

function refused(call) {
  try {
    call();
  } catch (error) {
    return error instanceof Error && error.message ? error.code : `not an error: ${error}`;
  }
  return 'taken';
}

/** The bundle's texts with another condition for the first finding. */
function conditioned(when) {
  const copy = structuredClone(texts);
  copy.rulebook.sections.find((it) => it.findings?.length).findings[0].when = when;
  return copy;
}

const on = '2026-11-23';
const assessor = Assessor.load(bundle, { on });
const sheet = assessor.sheet();
const questions = sheet.questions();
const statuses = new Uint8Array(sheet.findings().length);
const whole = questions.findIndex((it) => it.kind.integer);
const alone = (value) => Float64Array.from(questions, (_, at) => (at === whole ? value : NaN));

const refusals = {
  'no day': () => Assessor.load(bundle, {}),
  'a day that is none': () => Assessor.load(bundle, { on: '2026-02-30' }),
  'an answer of no shape': () => assessor.answer(questions[0].id, { a: 1 }),
  'no such question': () => assessor.answer('nothing', true),
  'not a bundle': () => Assessor.load('{', { on }),
  'half a bundle': () => Assessor.load({ ...bundle, rulebook: {} }, { on }),
  'a newer bundle': () => Assessor.load({ ...bundle, format: 99 }, { on }),
  'code that is none': () => Assessor.load({ ...bundle, code: ['?'] }, { on }),
  'a name that is none': () => Assessor.load(conditioned('没有这个名字 > 0'), { on }),
  'a condition that is a number': () => Assessor.load(conditioned('1 + 1'), { on }),
  'no such finding': () => assessor.explain('nothing'),
  'no such finding to clear': () => assessor.whatIf('nothing'),
  'a sheet of another size': () => sheet.fill(alone(NaN), new Uint8Array(0)),
  'half a person': () => sheet.fill(alone(0.5), statuses),
  'a person less than none': () => sheet.change(whole, -1),
  'a question beyond the last': () => sheet.change(questions.length, 1),
};

/** The README's snippet: what it prints, and what the comments say it does. */
function readme() {
  const [, snippet] = /```js\n([\s\S]*?)```/.exec(fs.readFileSync(path.join(source, 'README.md'), 'utf8'));
  write('readme.mjs', snippet);
  const printed = execFileSync('node', ['readme.mjs'], { cwd: folder, encoding: 'utf8' });
  const promised = [...snippet.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, said]) => said);
  return { printed: printed.trimEnd().split('\n'), promised };
}

/** What TypeScript complains about in a program. */
function complaints(name, program) {
  write(name, program);
  const compiler = path.join(tests, 'node_modules/typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2022,dom'];
  const { stdout } = spawnSync('node', [compiler, ...options, name], { cwd: folder, encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line);
}

const importing = (names) => `import type { ${names} } from 'legal-risk-assessor';\n`;
const literals = (type, values) => `export const ${type.toLowerCase()}: ${type}[] = ${JSON.stringify(values)};\n`;
const program =
  importing('Answers, Bundle, Explanation, Question, Report, WhatIf') +
  literals('Bundle', [bundle, texts]) +
  literals('Report', reports) +
  literals('Question', questions) +
  literals('Explanation', told.map((it) => it.explanation)) +
  literals('WhatIf', told.map((it) => it.whatIf)) +
  literals('Answers', cases.map((it) => it.answers));

const result = {
  reports: reports.map((it) => JSON.stringify(it)),
  compiled: assess(texts).map((it) => JSON.stringify(it)),
  told: told.map((it) => JSON.stringify(it)),
  refusals: Object.fromEntries(Object.entries(refusals).map(([what, call]) => [what, refused(call)])),
  readme: readme(),
  types: complaints('values.mts', program),
  'wrong types': complaints('wrong.mts', importing('Report') + literals('Report', [{ ...reports[0], more: 1 }])),
};
process.stdout.write(JSON.stringify(result));
