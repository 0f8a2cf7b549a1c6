// Our engine in wasm, as an adapter of the peers' bench: every rule is a finding whose condition is
// FEEL text, every domain a section. README.md says how to put it there.

let api;

export const meta = { name: 'our-wasm', pkg: null, lang: 'wasm', three: 'native', incremental: true, browser: false };

export async function init() {
  api = await import('../our-wasm/assessor.mjs');
  await api.init();
}

const BOUND = { integer: Number, money: Number };

/** Limits are whole 元; the generated ones are. */
function kind(question) {
  switch (question.kind) {
    case 'boolean':
      return 'boolean';
    case 'choice':
      return { choice: { options: question.options.map((id) => ({ id, label: id })) } };
    case 'date':
      return { date: { when: 'any' } };
    default: {
      const whole = BOUND[question.kind];
      return { [question.kind]: { min: whole(question.min), max: whole(question.max) } };
    }
  }
}

const literal = (type, value) => {
  switch (type) {
    case 'choice':
      return `"${value}"`;
    case 'date':
      return `@"${value}"`;
    default:
      return String(value);
  }
};

/** A condition as a person would write it. */
function feel(condition, kinds) {
  const inner = (it) => (it.op === 'all' || it.op === 'any' ? `(${feel(it, kinds)})` : feel(it, kinds));
  const side = (it) => it.q ?? `@"${it.date}"`;
  switch (condition.op) {
    case 'all':
      return condition.args.map(inner).join(' and ');
    case 'any':
      return condition.args.map(inner).join(' or ');
    case 'not':
      return `not(${feel(condition.arg, kinds)})`;
    case 'eq':
      return `${condition.q} = ${literal(kinds[condition.q], condition.v)}`;
    case 'in':
      return `${condition.q} in (${condition.vs.map((it) => literal(kinds[condition.q], it)).join(', ')})`;
    case 'cmp':
      return `${condition.q} ${condition.rel} ${literal(kinds[condition.q], condition.v)}`;
    default:
      return `${side(condition.to)} > ${side(condition.from)} + @"P${condition.gt}Y"`;
  }
}

export function translate(rulebook) {
  const kinds = Object.fromEntries(rulebook.questions.map((it) => [it.id, it.kind]));
  const grouped = (list) => Map.groupBy?.(list, (it) => it.domain) ?? group(list);
  const [questions, rules] = [grouped(rulebook.questions), grouped(rulebook.rules)];
  const question = (it) => ({ id: it.id, name: it.id, text: it.id, why: '', kind: kind(it), may_be_unknown: true });
  const finding = (it) => ({
    id: it.id,
    title: it.outcome,
    when: feel(it.when, kinds),
    severity: it.severity === 'info' ? 'low' : it.severity,
    urgency: 'soon',
    consequence: '',
    review_by: '2027-01-01',
  });
  const sections = rulebook.domains.map(({ id }) => ({
    id,
    kind: 'domain',
    title: id,
    summary: '',
    questions: (questions.get(id) ?? []).map(question),
    findings: (rules.get(id) ?? []).map(finding),
  }));
  const identity = { id: 'bench', title: '', version: '1', as_of: rulebook.refDate, region: '' };
  // The result wants the rules in their own order; the sheet counts them by domain.
  const order = rulebook.rules.map((it) => it.id);
  return JSON.stringify({ format: 3, sha256: '', rulebook: { ...identity, sections } }) + '\n' + order.join(' ');
}

function group(list) {
  const groups = new Map();
  for (const it of list) groups.get(it.domain)?.push(it) ?? groups.set(it.domain, [it]);
  return groups;
}

export function load(source) {
  const end = source.lastIndexOf('\n');
  const sheet = api.Assessor.load(source.slice(0, end), { on: '2026-01-01' }).sheet();
  const questions = sheet.questions();
  const place = new Map(source.slice(end + 1).split(' ').map((id, at) => [id, at]));
  const findings = sheet.findings();
  return {
    sheet,
    number: new Map(questions.map((it, at) => [it.id, at])),
    codes: questions.map(coder),
    answers: new Float64Array(questions.length),
    statuses: new Uint8Array(findings.length),
    place: Uint32Array.from(findings, (id) => place.get(id)),
  };
}

/** How a question's answers become whole numbers. */
function coder({ kind }) {
  if (kind === 'boolean') return Number;
  if (kind.choice) {
    const ids = kind.choice.options.map((it) => it.id);
    return (id) => ids.indexOf(id);
  }
  if (kind.money) return cents;
  return kind.date ? days : (number) => number;
}

function cents(text) {
  const point = text.indexOf('.');
  return point < 0 ? +text * 100 : +text.slice(0, point) * 100 + +text.slice(point + 1);
}

/** Days since 1970-01-01, counted in years that begin in March. */
function days(text) {
  const month = (+text.slice(5, 7) + 9) % 12;
  const year = +text.slice(0, 4) - (month >= 10 ? 1 : 0);
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leaps + Math.floor((153 * month + 2) / 5) + +text.slice(8, 10) - 719469;
}

export function setAnswers(engine, answers) {
  engine.answers.fill(NaN);
  for (const id in answers) {
    const number = engine.number.get(id);
    engine.answers[number] = engine.codes[number](answers[id]);
  }
}

/** Status to the bench's letter: 0 not fired, 1 fired, 2 possible. */
const STATE = [0, 2, 1];

export function evalAll(engine, out) {
  const { statuses, place } = engine;
  engine.sheet.fill(engine.answers, statuses);
  for (let at = 0; at < statuses.length; at++) out[place[at]] = STATE[statuses[at]];
}

export function change(engine, id, value, out) {
  const number = engine.number.get(id);
  const answer = value === null ? NaN : engine.codes[number](value);
  const looked = engine.sheet.change(number, answer);
  for (let at = 0; at < looked.length; at++) out[engine.place[looked[at] >> 2]] = STATE[looked[at] & 3];
}

export function setAnswer(engine, id, value) {
  const number = engine.number.get(id);
  engine.answers[number] = value === null ? NaN : engine.codes[number](value);
}

export const free = (engine) => engine.sheet.free();
