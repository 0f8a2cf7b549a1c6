// What the scripts of this folder share: a phone with the page on it, hands for it, and a record
// of everything the page did that an owner would not want.
import puppeteer from 'puppeteer-core';
import { mkdir } from 'node:fs/promises';

// The rules work out last days from the device's date, so the device's date stands still.
const TODAY = '2026-11-23T10:00:00';
const PHONE = { width: 360, height: 640, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true };
/** Where pictures are kept; none of it is committed. */
export const SCREENSHOTS = new URL('../screenshots/', import.meta.url);

const standStill = (at) => {
  const Real = Date;
  let now = new Real(at).getTime();
  // For a test in which days go by.
  window.itIs = (later) => { now = new Real(later).getTime(); };
  window.Date = class extends Real {
    constructor(...parts) {
      super(...(parts.length > 0 ? parts : [now]));
    }
    static now() {
      return now;
    }
  };
};

/** Makes the device's date stand still on a tab. */
export const stop = (page, today = TODAY) => page.evaluateOnNewDocument(standStill, today);

/**
 * Opens the page, hands it to `use`, and prints what that gives, with the record, as one JSON object.
 * `before` runs before any script of the page, `prepare` before the page is asked for. With `hold`,
 * the end of a file's name, that file stays away until `use` calls the third of its arguments, and
 * the page is handed over as it is before the app. `flags` are given to the browser; `without` are
 * arguments that puppeteer gives it and that are in the way of a test.
 */
export async function visit(url, use, { dark = false, today = TODAY, agent, before, prepare, hold, without, flags = [] } = {}) {
  const browser = await puppeteer.launch({
    executablePath: process.env.BROWSER,
    ignoreDefaultArgs: without,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...flags],
  });
  try {
    const page = await browser.newPage();
    await page.setViewport(PHONE);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
    if (agent) await page.setUserAgent(agent);
    await stop(page, today);
    if (before) await page.evaluateOnNewDocument(before);
    const record = await watch(page);
    if (prepare) await prepare(page);
    const release = hold && (await keepBack(page, hold));
    await page.goto(url, { waitUntil: hold ? 'domcontentloaded' : 'load' });
    if (!hold) await arrived(page);
    record.loaded = record.requests.length;
    const seen = await use(page, record, release);
    console.log(JSON.stringify({ ...seen, ...record }));
  } finally {
    await browser.close();
  }
}

/** Keeps back what is asked for under a name with this end; gives what lets it through. */
async function keepBack(page, end) {
  const held = [];
  let open = false;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (open || !request.url().endsWith(end)) request.continue();
    else held.push(request);
  });
  return () => {
    open = true;
    held.forEach((request) => request.continue());
  };
}

/** Requests of any kind, complaints of the console, and ways out of the page, as they happen. */
async function watch(page) {
  const record = { requests: [], complaints: [], departures: [], loaded: 0 };
  page.on('pageerror', (error) => record.complaints.push(error.message));
  page.on('console', (message) => record.complaints.push(`${message.type()}: ${message.text()}`));
  const devtools = await page.createCDPSession();
  await devtools.send('Network.enable');
  await devtools.send('Page.enable');
  devtools.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:')) record.requests.push(request.url);
  });
  devtools.on('Network.webSocketCreated', ({ url }) => record.requests.push(url));
  devtools.on('Network.webTransportCreated', ({ url }) => record.requests.push(url));
  devtools.on('Page.frameRequestedNavigation', ({ url }) => record.departures.push(url));
  devtools.on('Page.windowOpen', ({ url }) => record.departures.push(url));
  return record;
}

/** Waits for the app: only it draws the foot. */
export const arrived = (page) => page.waitForSelector('.lra-foot');

/** Waits for the last to be loaded, what keeps the page for visits without a network: the record begins there. */
export async function settled(page, record) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  record.loaded = record.requests.length;
}

/** The heading of the screen. */
export const heading = (page) => page.$eval('#heading', (it) => it.innerText.trim());

/** Everything to be read on the screen. */
export const text = (page) => page.$eval('#app', (it) => it.innerText);

/** The hash. */
export const place = (page) => page.evaluate(() => window.location.hash);

/** Does something and waits until another screen is drawn: a place the app has stamped, under a new heading. */
export async function leads(page, act) {
  const before = await page.evaluate(() => {
    document.getElementById('heading').dataset.left = '';
    return window.location.hash;
  });
  await act();
  await page.waitForFunction((was) => {
    const { location, history } = window;
    const drawn = history.state !== null && document.querySelector('#heading:not([data-left])');
    return drawn && location.hash !== was && location.hash !== '#/check';
  }, {}, before);
}

/** The first element of a selector whose first line is, or begins with, some words. */
export async function saying(page, selector, words) {
  for (const exact of [true, false]) {
    for (const element of await page.$$(selector)) {
      const line = await element.evaluate((it) => it.innerText.trim().split('\n')[0].trim());
      if (exact ? line === words : line.startsWith(words)) return element;
    }
  }
  throw new Error(`“${words}” is not on the screen:\n${await text(page)}`);
}

// The page takes two taps in one place for a double tap while the screen changes between them.
const DOUBLE_MS = 400;
const APART = 16;
let before = { x: 0, y: 0, at: 0 };

/** Taps an element as somebody does who has seen it: not where and while the last tap is still ringing. */
export async function touch(element) {
  await element.scrollIntoView();
  const { x, y, width, height } = await element.boundingBox();
  const here = { x: x + width / 2, y: y + height / 2 };
  const near = Math.abs(here.x - before.x) <= APART && Math.abs(here.y - before.y) <= APART;
  const wait = before.at + DOUBLE_MS - Date.now();
  if (near && wait > 0) await new Promise((done) => setTimeout(done, wait));
  await element.tap();
  // On a busy machine the finger comes down long after it was told to.
  before = { ...here, at: Date.now() };
}

/** Taps what says some words, with a finger. */
export async function tap(page, words, selector = 'a, button, summary, label') {
  await touch(await saying(page, selector, words));
}

/** Taps what leads to another screen. */
export const follow = (page, words) => leads(page, () => tap(page, words));

/** Goes to an address as a link within the page would, and maybe waits there for the rest of the rules. */
export const enter = (page, hash) => leads(page, () => page.evaluate((to) => { window.location.hash = to; }, hash));

/** Goes to a screen, and is there once the rules for it are. */
export async function go(page, hash) {
  if (((await place(page)) || '#/') === hash) return;
  await enter(page, hash);
  await page.waitForFunction(() => !document.querySelector('.lra-waiting'));
}

// What gives no risk, for questions a test has no opinion on.
const HARMLESS = ['以上都没有', '否', '没有', '没收到'];

/** The rows of the question on the screen. */
export const rows = (page) => page.$$eval('.lra-choice', (all) => all.map((it) => it.innerText.trim()));

/** Chooses the answer of a table from question to answer, else a harmless one. */
export async function chosen(page, answers) {
  const given = answers[await heading(page)];
  if (given !== undefined) return [given].flat();
  const offered = await rows(page);
  return [HARMLESS.find((words) => offered.includes(words)) ?? offered[0]];
}

/** Puts a date into the date field as the system's picker does. */
export async function pick(page, date) {
  await page.$eval('#field', (field, value) => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, date);
}

/** Answers the question on the screen by touch and goes on. */
export async function answer(page, answers) {
  const words = await chosen(page, answers);
  const field = await page.$('#field');
  const dated = field && (await field.evaluate((it) => it.type === 'date'));
  if (dated && words[0] !== '不清楚') {
    await pick(page, words[0]);
  } else if (field && words[0] !== '不清楚') {
    await touch(field);
    await page.keyboard.type(words[0]);
  } else {
    for (const row of words) await tap(page, row, '.lra-choice');
  }
  await leads(page, () => tap(page, '下一题', 'button'));
}

/** Answers by touch as long as there are questions, or up to one of them; gives those answered. */
export async function interview(page, answers, until) {
  const asked = [];
  while ((await place(page)).startsWith('#/q/')) {
    const question = await heading(page);
    if (question === until) return asked;
    asked.push(question);
    await answer(page, answers);
  }
  if (until) throw new Error(`“${until}” was not asked, only:\n${asked.join('\n')}`);
  return asked;
}

/** Keeps a picture of the whole screen under `tests/screenshots/`. */
export async function picture(page, folder, name) {
  const place = new URL(`${folder}/`, SCREENSHOTS);
  await mkdir(place, { recursive: true });
  await page.screenshot({ path: new URL(`${name}.png`, place).pathname, fullPage: true });
}
