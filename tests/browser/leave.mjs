// node leave.mjs URL [wechat]: what an owner takes along after one domain, in a browser or in WeChat.
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';

import { follow, go, heading, interview, leads, place, rows, settled, tap, text, visit } from './page.mjs';
import { BUSINESS, STAFF } from './owner.mjs';

const [url, kind] = process.argv.slice(2);
const WECHAT = 'Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/78.0.3904.62 Mobile Safari/537.36 XWEB/2853 MicroMessenger/8.0.1';
const require = createRequire(import.meta.url);

/** What a reader of QR codes finds in the picture, and what kind of image it is. */
async function picture(page) {
  await page.waitForSelector('#picture');
  // As the driver's own words, which the page's policy does not rule.
  await page.evaluate(await readFile(require.resolve('jsqr'), 'utf8'));
  return page.$eval('#picture', async (image) => {
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return {
      code: window.jsQR(data, width, height)?.data,
      kind: image.src.slice(0, 22),
      size: [width, height],
      // A long press on what is in a link or a button does something else.
      alone: image.closest('a, button') === null && window.top === window,
      named: image.alt.length > 20,
    };
  });
}

/** The events of the calendar file, as another program reads them. */
async function calendar(page) {
  const { default: ICAL } = await import('ical.js');
  const link = await page.$eval('a[download$=".ics"]', (it) => it.href);
  const file = decodeURIComponent(link.slice(link.indexOf(',') + 1));
  const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
  return events.map((event) => {
    const { summary, startDate, endDate, uid } = new ICAL.Event(event);
    const reminders = event.getAllSubcomponents('valarm').map((it) => it.getFirstPropertyValue('trigger').toString());
    return { summary, from: startDate.toString(), to: endDate.toString(), uid, reminders };
  });
}

/** What is in the clipboard after a tap, and what is said, in a browser that grants less and less. */
async function copies(page) {
  await page.browserContext().overridePermissions(new URL(url).origin, ['clipboard-read', 'clipboard-sanitized-write']);
  await page.evaluate(() => {
    window.kept = navigator.clipboard;
  });
  const words = await page.$eval('#words', (it) => it.textContent);
  const steps = {
    granted: () => {},
    rejected: () => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('NotAllowedError'));
    },
    missing: () => Object.defineProperty(navigator, 'clipboard', { value: undefined }),
    refused: () => {
      document.execCommand = () => false;
    },
  };
  const seen = {};
  for (const [name, step] of Object.entries(steps)) {
    await page.evaluate(() => window.kept.constructor.prototype.writeText.call(window.kept, '原来的'));
    await page.evaluate(step);
    await tap(page, '复制全部文字', 'button');
    await page.waitForFunction(() => document.querySelector('.lra-copy__said').textContent !== '');
    const said = await page.$eval('.lra-copy__said', (it) => it.textContent);
    const copied = await page.evaluate(() => window.kept.readText());
    const selected = await page.evaluate(() => window.getSelection().toString());
    const whole = await page.$eval('#words', (it) => it.classList.contains('lra-copy__text'));
    seen[name] = { said, whole, copied: copied.trim() === words.trim(), selected: selected.trim() === words.trim() };
    // What was said is gone with the screen.
    await go(page, '#/result');
    await go(page, '#/share');
  }
  return seen;
}

/** How many lines of the text are seen before and after it is unfolded. */
async function unfolded(page) {
  const lines = () => page.$$eval('.lra-copy__text', (all) => all.map((it) => it.innerText.split('\n').length));
  const before = await lines();
  await tap(page, '展开看全部文字', 'button');
  const after = await lines();
  await tap(page, '收起文字', 'button');
  return { before, after, again: await lines() };
}

/** What the system's sheet is given, where there is one, and what is said when it refuses. */
async function passed(page) {
  const offered = () => page.$$eval('button', (all) => all.map((it) => it.innerText).filter((it) => it.startsWith('转发')));
  const seen = { without: await offered(), said: {} };
  await page.evaluate(() => {
    window.given = [];
    Navigator.prototype.canShare = ({ files }) => files.every((it) => it.type === 'image/png');
    Navigator.prototype.share = async ({ text, files = [] }) => {
      const [file] = files;
      const head = file && [...new Uint8Array(await file.arrayBuffer())].slice(0, 4);
      window.given.push(text ?? { name: file.name, head, large: file.size > 10000 });
      if (window.refusal) throw new DOMException('no', window.refusal);
    };
  });
  await go(page, '#/result');
  await go(page, '#/share');
  await page.waitForSelector('#picture');
  seen.offered = await offered();
  for (const refusal of ['', 'AbortError', 'NotAllowedError']) {
    const before = await page.evaluate((name) => { window.refusal = name; return window.given.length; }, refusal);
    await tap(page, '转发文字', 'button');
    await page.waitForFunction((count) => window.given.length > count, {}, before);
    if (refusal === 'NotAllowedError') await page.waitForFunction(() => document.querySelector('#app').innerText.includes('打不开系统的转发'));
    seen.said[refusal] = (await text(page)).includes('打不开系统的转发');
  }
  await page.evaluate(() => { window.refusal = ''; });
  await tap(page, '转发图片', 'button');
  await page.waitForFunction(() => window.given.length === 4);
  return { ...seen, given: await page.evaluate(() => [window.given[0], window.given[3]]) };
}

/** Answers 不清楚 wherever that is an answer, so that much is possible. */
async function unsure(page) {
  while ((await place(page)).startsWith('#/q/')) {
    const offered = await rows(page);
    const words = offered.find((it) => it === '不清楚') ?? offered[0];
    if (words) await tap(page, words, '.lra-choice');
    else await page.type('#field', '1');
    await leads(page, () => tap(page, '下一题', 'button'));
  }
}

/** The report on A4: how many pages, and how high each finding is. */
async function paper(page) {
  await go(page, '#/print');
  const shown = () => page.$$eval('.lra-answers', (all) => all.filter((it) => it.offsetHeight > 0).length);
  const answers = { before: await shown() };
  await tap(page, '把我的回答也印上', 'label');
  answers.ticked = await shown();
  await tap(page, '把我的回答也印上', 'label');
  const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  await page.emulateMediaType('print');
  // A4 less its margins, at 96 dots per inch.
  await page.setViewport({ ...page.viewport(), width: 680, height: 1009 });
  const sheets = await page.$$eval('.lra-paper__sheet', (all) =>
    all.map((it) => ({ high: it.offsetHeight, whole: getComputedStyle(it).breakInside })));
  const left = await page.$$eval('.lra-top, .lra-foot, button, .lra-choice', (all) => all.filter((it) => it.offsetHeight > 0).length);
  const paint = await page.$eval('.lra-paper__sheet', (it) => [getComputedStyle(it).color, getComputedStyle(it).backgroundColor]);
  return { answers, sheets, left, paint, pages: pdf.match(/\/Type\s*\/Page\b/g).length };
}

async function browser(page, record) {
  await settled(page, record);
  await follow(page, '全面体检');
  await interview(page, BUSINESS);
  await go(page, '#/share');
  const empty = await text(page);
  await go(page, '#/domains');
  await follow(page, '劳动用工');
  await interview(page, STAFF);
  await follow(page, '保存、转发、打印');
  const seen = { empty, picture: await picture(page), words: await page.$eval('#words', (it) => it.textContent) };
  seen.address = await page.evaluate(() => window.location.href);
  seen.calendar = await calendar(page);
  seen.unfolded = await unfolded(page);
  seen.copies = await copies(page);
  seen.passed = await passed(page);
  await go(page, '#/domains');
  await follow(page, '税务与发票');
  await unsure(page);
  seen.paper = await paper(page);
  return { ...seen, sent: record.requests.slice(record.loaded) };
}

async function wechat(page) {
  await follow(page, '全面体检');
  await interview(page, BUSINESS);
  await follow(page, '劳动用工');
  await interview(page, STAFF);
  await follow(page, '保存、转发、打印');
  return { picture: await picture(page), downloads: (await page.$$('a[download]')).length, text: await text(page), heading: await heading(page) };
}

await visit(url, kind === 'wechat' ? wechat : browser, { agent: kind === 'wechat' ? WECHAT : undefined });
