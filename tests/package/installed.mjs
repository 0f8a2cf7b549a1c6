// node installed.mjs SOURCE FOLDER: installs the packed package into an empty project and uses it
// there. Prints reports, the codes of refusals, what TypeScript thinks of the declared types, and how
// large it is.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { complaints, files } from './readme.mjs';

const [, , source, folder] = process.argv;
const write = (name, text) => fs.writeFileSync(path.join(folder, name), text);
const { bundle, cases } = JSON.parse(fs.readFileSync(path.join(folder, 'input.json'), 'utf8'));

/** As from the registry: only what `npm pack` takes. */
function install() {
  fs.rmSync(path.join(folder, 'node_modules'), { recursive: true, force: true });
  write('package.json', '{ "private": true, "type": "module" }');
  const npm = (...args) => execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const packed = JSON.parse(npm('pack', '--json', source));
  npm('install', '--offline', '--no-audit', '--no-fund', '--no-save', `./${packed[0].filename}`);
  return { files: packed[0].files.map((it) => it.path).sort(), packed: packed[0].size, unpacked: packed[0].unpackedSize };
}

const size = install();
files(source, folder);
// Found as the project's own programs find it.
write('own.mjs', "export * from 'legal-risk-assessor';\n");
const { Assessor, init } = await import(pathToFileURL(path.join(folder, 'own.mjs')).href);

async function refusedTo(begin) {
  try {
    await begin();
  } catch (error) {
    return error instanceof Error && error.message ? error.code : `not an error: ${error}`;
  }
  return 'taken';
}

const early = {
  'before init': await refusedTo(() => Assessor.load(bundle, { on: '2026-11-23' })),
  'no such file': await refusedTo(() => init(path.join(folder, 'nothing.wasm'))),
  'not a module': await refusedTo(() => init(Uint8Array.of(1, 2, 3))),
};
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

/** What TypeScript complains about in a program. */
function typed(name, program) {
  write(name, program);
  return complaints(folder, name);
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

const late = {};
for (const [what, call] of Object.entries(refusals)) late[what] = await refusedTo(call);

const result = {
  reports: reports.map((it) => JSON.stringify(it)),
  compiled: assess(texts).map((it) => JSON.stringify(it)),
  told: told.map((it) => JSON.stringify(it)),
  refusals: { ...early, ...late },
  size,
  types: typed('values.mts', program),
  'wrong types': typed('wrong.mts', importing('Report') + literals('Report', [{ ...reports[0], more: 1 }])),
};
process.stdout.write(JSON.stringify(result));
