// node mishaps.mjs URL CASE: what can go wrong around the page, and what an owner then has before them.
import { answer, arrived, enter, follow, go, heading, leads, place, saying, tap, text, visit } from './page.mjs';
import { BUSINESS } from './owner.mjs';

const [url, name] = process.argv.slice(2);
const ANSWERS = 'legal-risk-assessor.v1.answers';
const HEADCOUNT = '#/q/profile/headcount';

const notice = (page) => page.$eval('.lra-notice', (it) => it.innerText);
const complaint = (page) => page.$eval('#complaint', (it) => it.textContent);
const warning = (page) => page.$$eval('.lra-warning', (all) => all.map((it) => it.innerText).join());
const value = (page) => page.$eval('#field', (it) => it.value);

/** Answers a question, agrees to saving, and looks at what is there then. */
async function saving(page) {
  await follow(page, '全面体检');
  await answer(page, BUSINESS);
  await go(page, '#/about');
  await tap(page, '记住我的回答', '.lra-choice');
  await page.waitForFunction(() => document.querySelector('.lra-notice').innerText !== '');
  const told = await notice(page);
  const ticked = await page.$eval('#keep', (it) => it.checked);
  await go(page, '#/profile');
  return { told, ticked, text: await text(page) };
}

async function corrupted(page) {
  const shapes = ['{"rulebook":', '[]', '"x"', '{"rulebook":"","version":1,"answers":[]}', '\u0000', '{"answers":{"headcount":{"a":1}}}', '{"rulebook":"jiayuguan-enterprise","version":"1","answers":{"headcount":8.5}}', '9'.repeat(100000)];
  const seen = [];
  for (const shape of shapes) {
    await page.evaluate((key, text) => window.localStorage.setItem(key, text), ANSWERS, shape);
    await page.reload();
    await arrived(page);
    seen.push(await heading(page));
  }
  await follow(page, '全面体检');
  await answer(page, BUSINESS);
  return { seen, place: await place(page) };
}

async function clock(page) {
  const first = await warning(page);
  await go(page, '#/q/penalty-notice/pn-received-on');
  return { first, question: await warning(page), heading: await heading(page) };
}

/** The second tap of a double tap falls on what the next screen has in the same place. */
async function twice(page) {
  await follow(page, '全面体检');
  const first = await heading(page);
  await tap(page, BUSINESS[first], '.lra-choice');
  const box = await (await saying(page, 'button', '下一题')).boundingBox();
  const at = [box.x + box.width / 2, box.y + box.height / 2];
  await leads(page, async () => {
    await page.touchscreen.tap(...at);
    await page.touchscreen.tap(...at);
  });
  await new Promise((done) => setTimeout(done, 600));
  const after = { heading: await heading(page), complaint: await complaint(page) };
  // A tap of its own counts.
  await page.touchscreen.tap(...at);
  return { first, after };
}

async function typing(page) {
  await go(page, HEADCOUNT);
  const refused = [];
  for (const words of ['9'.repeat(10000), '字'.repeat(10000), '🙂👨‍👩‍👧', 'שמונה', '٨', '\u202eשמונה']) {
    await page.$eval('#field', (it) => it.select());
    await page.keyboard.sendCharacter(words);
    await tap(page, '下一题', 'button');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.screen.width);
    refused.push({ place: await place(page), complaint: await complaint(page), wide });
  }
  await page.$eval('#field', (it) => it.select());
  await page.keyboard.sendCharacter('８人');
  const understood = await value(page);
  await leads(page, () => tap(page, '下一题', 'button'));
  return { refused, understood };
}

let release;
const held = new Promise((done) => { release = done; });
/** The rest of the rules does not come before it is let go. */
async function hold(page) {
  await page.setRequestInterception(true);
  page.on('request', async (request) => {
    if (/\/rulebook\./.test(request.url())) await held;
    request.continue();
  });
}

async function loading(page) {
  await follow(page, '遇到事了');
  const waiting = await text(page);
  await leads(page, () => page.goBack());
  const back = await heading(page);
  await follow(page, '全面体检');
  await answer(page, BUSINESS);
  const answered = await place(page);
  await enter(page, '#/events');
  release();
  await page.waitForSelector('.lra-row');
  return { waiting, back, answered, events: await text(page) };
}

/** Days go by, and another window erases what was saved. */
async function returning(page) {
  await tap(page, '记住我的回答', '.lra-choice');
  await page.waitForFunction(() => window.localStorage.length > 0);
  await go(page, '#/q/penalty-notice/pn-received-on');
  await page.evaluate(() => {
    window.itIs('2028-01-05T10:00:00');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await page.waitForSelector('.lra-warning');
  const later = { warning: await warning(page), latest: await page.$eval('#field', (it) => it.max) };
  await page.evaluate((key) => {
    window.localStorage.clear();
    window.dispatchEvent(new StorageEvent('storage', { key }));
  }, ANSWERS);
  await page.waitForFunction(() => document.querySelector('.lra-notice').innerText !== '');
  const told = await notice(page);
  await tap(page, '不清楚', '.lra-choice');
  await page.waitForSelector('input:checked');
  return { later, told, kept: await page.evaluate(() => window.localStorage.length) };
}

/** A reload in the middle of questions, with and without consent. */
async function reloading(page) {
  await follow(page, '全面体检');
  await answer(page, BUSINESS);
  const was = await place(page);
  await page.reload();
  await arrived(page);
  await page.waitForFunction(() => window.location.hash === '#/');
  const without = { notice: await notice(page), heading: await heading(page) };
  await tap(page, '记住我的回答', '.lra-choice');
  await page.waitForFunction(() => window.localStorage.length > 0);
  await follow(page, '全面体检');
  await answer(page, BUSINESS);
  await tap(page, '为什么问这个？');
  await page.waitForSelector('[role=dialog]');
  await page.reload();
  await page.waitForSelector('[role=dialog]');
  const consented = await place(page);
  await tap(page, '知道了', '[role=dialog] button');
  await page.waitForFunction(() => !document.querySelector('[role=dialog]'));
  const closed = await place(page);
  await leads(page, () => tap(page, '上一题', 'button'));
  return { was, without, consented, closed, previous: await heading(page) };
}

const denied = () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
const full = () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; };

const cases = {
  denied: [saving, { before: denied }],
  full: [saving, { before: full }],
  corrupted: [corrupted],
  'clock-1970': [clock, { today: '1970-01-01T10:00:00' }],
  'clock-2100': [clock, { today: '2100-01-01T10:00:00' }],
  twice: [twice],
  typing: [typing],
  loading: [loading, { prepare: hold }],
  returning: [returning],
  reloading: [reloading],
};
await visit(url, ...cases[name]);
