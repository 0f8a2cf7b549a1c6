// node browsers/interview.mjs ENGINE URL: a whole interview in one of the engines, with a mouse and
// a keyboard as the engine's own driver has them, and what stands on the screens afterwards, as JSON.
// ENGINE is one of engines.mjs.
import { mkdir } from 'node:fs/promises';
import { STAFF } from '../browser/owner.mjs';
import { open } from './engines.mjs';

const [engine, url] = process.argv.slice(2);
const PICTURES = new URL('../screenshots/browsers/', import.meta.url);
const PATIENCE_MS = 60000;
const HARMLESS = ['以上都没有', '否', '没有', '没收到'];
const hands = await open(engine);

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function until(what, work, ...args) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const seen = await hands.run(work, ...args);
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`${engine}: waited for ${what} in vain, at\n${await hands.run(() => document.body.innerText)}`);
    await pause(50);
  }
}

const look = () =>
  hands.run(() => {
    const lines = (selector) => [...document.querySelectorAll(selector)].map((it) => it.innerText.trim());
    const field = document.getElementById('field');
    return {
      hash: window.location.hash,
      heading: document.getElementById('heading').innerText.trim(),
      rows: lines('.lra-choice'),
      field: field && field.type,
      text: document.getElementById('app').innerText,
    };
  });

/** Marks what says, or begins with, some words, so that the driver finds it. */
const mark = (words, selector) => {
  for (const old of document.querySelectorAll('[data-hand]')) old.removeAttribute('data-hand');
  const first = (it) => it.innerText.trim().split('\n')[0].trim();
  const all = [...document.querySelectorAll(selector)];
  const found = all.find((it) => first(it) === words) || all.find((it) => first(it).startsWith(words));
  if (found) {
    found.setAttribute('data-hand', '');
    found.scrollIntoView({ block: 'center' });
  }
  return Boolean(found);
};

async function press(words, selector = 'a, button, summary, label') {
  await until(`“${words}”`, mark, words, selector);
  await hands.click('[data-hand]');
}

/** Presses what leads to another screen, and waits for it. */
async function follow(words, selector) {
  const was = await hands.run(() => {
    document.getElementById('heading').dataset.left = '';
    return window.location.hash;
  });
  await press(words, selector);
  await until(
    `the screen after “${words}”`,
    (was) => window.location.hash !== was && window.location.hash !== '#/check' && document.querySelector('#heading:not([data-left])') !== null,
    was,
  );
}

async function answer(screen) {
  const given = [STAFF[screen.heading] ?? HARMLESS.find((it) => screen.rows.includes(it)) ?? screen.rows[0]].flat();
  if (screen.field === 'date' && given[0] !== '不清楚') {
    await hands.run((value) => {
      const field = document.getElementById('field');
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, given[0]);
    // Nobody picks a day faster; two taps at one place would count as one by mistake.
    await pause(400);
  } else if (screen.field && given[0] !== '不清楚') {
    await hands.type('#field', given[0]);
  } else {
    for (const row of given) await press(row, '.lra-choice');
  }
  await follow('下一题', 'button');
}

async function interview() {
  const asked = [];
  for (let screen = await look(); screen.hash.startsWith('#/q/'); screen = await look()) {
    asked.push(screen.heading);
    await answer(screen);
  }
  return asked;
}

const keep = async (name) => {
  await mkdir(PICTURES, { recursive: true });
  await hands.picture(new URL(`${engine}-${name}.png`, PICTURES).pathname);
};

/** What an owner can do with a result in this engine. */
const able = () => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 8;
  const dials = [...document.querySelectorAll('a[href^="tel:"]')].map((it) => it.getAttribute('href'));
  const poster = canvas.getContext('2d') !== null && canvas.toDataURL('image/png').startsWith('data:image/png;base64,');
  return { dials, poster, print: typeof window.print === 'function' };
};

try {
  await hands.goto(url);
  await until('the app', () => document.querySelector('.lra-foot') !== null);
  const ran = await hands.run(() => document.body.dataset.engine);
  await keep('intro');
  await follow('全面体检');
  const asked = await interview();
  await follow('劳动用工');
  asked.push(...(await interview()));
  const { hash, text } = await look();
  await keep('result');
  await follow('没签书面劳动合同', '.lra-row');
  const finding = await look();
  await keep('finding');
  // Engines break lines of the same text in different ways, and what is hidden not at all.
  const words = (it) => it.replace(/\s+/g, '');
  console.log(JSON.stringify({ name: hands.name, ran, asked, end: hash, result: words(text), finding: words(finding.text), able: await hands.run(able) }));
} finally {
  await hands.close();
}
