// node asking.mjs URL CASE: how one question is asked and answered.
import { follow, go, heading, leads, pick, picture, place, tap, text, touch, visit } from './page.mjs';

const [url, name] = process.argv.slice(2);
const DOCUMENT = '#/q/penalty-notice/pn-document';
const RECEIVED = '#/q/penalty-notice/pn-received-on';
const AMOUNT = '#/q/extortion/ex-amount';

const hash = (page, wanted) => page.waitForFunction((it) => window.location.hash === it, {}, wanted);
const opened = (page) => page.waitForSelector('[role=dialog]');
const closed = (page) => page.waitForFunction(() => !document.querySelector('[role=dialog]'));
const focus = (page) => page.evaluate(() => document.activeElement?.id);
const complaint = (page) => page.$eval('#complaint', (it) => it.textContent);

/** What the dialog is to those who see it and to those who hear it. */
const dialog = (page) => page.evaluate(() => {
  const it = document.querySelector('[role=dialog]');
  const box = it.getBoundingClientRect();
  const button = it.querySelector('button').getBoundingClientRect();
  return {
    title: document.getElementById(it.getAttribute('aria-labelledby'))?.innerText,
    text: it.innerText,
    modal: it.getAttribute('aria-modal'),
    inside: it.contains(document.activeElement),
    beneath: document.querySelector('main').inert,
    still: getComputedStyle(document.body).overflowY === 'hidden',
    visible: box.top >= 0 && button.bottom <= window.innerHeight && button.height >= 44,
  };
});

async function dialogs(page) {
  await go(page, DOCUMENT);
  const link = await page.$eval('.lra-help a', (it) => it.id);
  await tap(page, '处罚告知书', '.lra-help a');
  await opened(page);
  const upright = { ...(await dialog(page)), place: await place(page), focus: await focus(page) };
  await picture(page, 'asking', 'dialog');
  // Tab goes round inside, in both directions.
  const tabs = [];
  for (const keys of [['Tab'], ['Tab'], ['Shift', 'Tab']]) {
    for (const key of keys.slice(0, -1)) await page.keyboard.down(key);
    await page.keyboard.press('Tab');
    for (const key of keys.slice(0, -1)) await page.keyboard.up(key);
    tabs.push((await dialog(page)).inside);
  }
  const phone = page.viewport();
  await page.setViewport({ ...phone, width: phone.height, height: phone.width });
  await page.waitForFunction(() => window.innerWidth > window.innerHeight);
  const turned = await dialog(page);
  await picture(page, 'asking', 'dialog-turned');
  await page.setViewport(phone);
  await page.keyboard.press('Escape');
  await closed(page);
  const escaped = { place: await place(page), focus: (await focus(page)) === link };
  // The same by the back gesture, by the button, and by a tap beside it.
  const ways = {};
  const close = {
    back: () => page.goBack(),
    button: () => tap(page, '知道了', '[role=dialog] button'),
    beside: () => page.touchscreen.tap(100, 20),
  };
  for (const [way, act] of Object.entries(close)) {
    await tap(page, '为什么问这个？');
    await opened(page);
    await act();
    await closed(page);
    ways[way] = { place: await place(page), focus: await focus(page), scrolls: await page.evaluate(() => getComputedStyle(document.body).overflowY !== 'hidden') };
  }
  await leads(page, () => page.goBack());
  return { upright, tabs, turned, escaped, ways, left: await place(page) };
}

async function months(page) {
  await go(page, RECEIVED);
  await tap(page, '只记得大概年月', 'button');
  await page.waitForSelector('select');
  await tap(page, '下一题', 'button');
  const refusal = { words: await complaint(page), focus: await page.evaluate(() => document.activeElement?.tagName) };
  await page.select('select[aria-label=年]', '2026');
  await page.select('select[aria-label=月]', '11');
  const this_month = await text(page);
  await picture(page, 'asking', 'month');
  await page.select('select[aria-label=月]', '3');
  const long_ago = await text(page);
  await leads(page, () => tap(page, '下一题', 'button'));
  await tap(page, '处罚告知书', '.lra-choice');
  await go(page, '#/section/penalty-notice');
  const listed = await text(page);
  await go(page, '#/event/penalty-notice');
  return { refusal, this_month, long_ago, listed, event: await text(page) };
}

/** Types one character after the other; gives whether the field stayed the one it was, with the focus in it. */
async function typed(page, words) {
  const field = await page.$('#field');
  await touch(field);
  const kept = [];
  for (const letter of words) {
    await page.keyboard.type(letter);
    kept.push(await page.evaluate((it) => it === document.activeElement && it.isConnected, field));
  }
  return kept.every(Boolean);
}

async function amounts(page) {
  await go(page, AMOUNT);
  const growing = await typed(page, '12万');
  const understood = await text(page);
  await picture(page, 'asking', 'amount');
  // Lines come and go beside the field: what is understood, what is wrong, what stands at the top.
  await typed(page, '多');
  await tap(page, '下一题', 'button');
  const refusal = { words: await complaint(page), focus: await focus(page) };
  await page.keyboard.press('Backspace');
  const mended = await page.evaluate(() => document.activeElement?.id === 'field' && document.getElementById('complaint').textContent === '');
  await tap(page, '不清楚', '.lra-choice');
  const again = await typed(page, '3');
  return { growing, understood, refusal, mended, again, question: await heading(page) };
}

async function reasons(page) {
  await go(page, DOCUMENT);
  await tap(page, '听证通知书', '.lra-choice');
  await go(page, '#/q/penalty-notice/pn-hearing-day');
  const occasion = await text(page);
  await pick(page, '2026-12-01');
  await follow(page, '先看看目前的结果');
  return { occasion, place: await place(page) };
}

await visit(url, { dialogs, months, amounts, reasons }[name]);
