// node fields.mjs URL keys|tree: every kind of field and a dialog, by keyboard alone, and as a screen reader has
// them: by role, name, description and state in the accessibility tree.
import { tabTo } from './keys.mjs';
import { go, leads, place, rows, visit } from './page.mjs';

const [url, hand] = process.argv.slice(2);
const AMOUNT = '#/q/extortion/ex-amount';
const RECEIVED = '#/q/penalty-notice/pn-received-on';
const SEVERAL = '#/q/labor/wage-problems';

const focus = (page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);
const ticked = (page) => page.$$eval('.lra-choice', (all) => all.filter((it) => it.querySelector('input:checked')).map((it) => it.innerText.trim()));
const drawn = (page, selector) => page.waitForSelector(selector);
const gone = (page, selector) => page.waitForFunction((it) => !document.querySelector(it), {}, selector);

async function byKeys(page) {
  await go(page, AMOUNT);
  await page.keyboard.press('Tab');
  await page.keyboard.type('12万');
  await page.waitForFunction(() => document.querySelector('.lra-estimate').innerText !== '');
  const amount = await page.$eval('form', (it) => it.innerText);
  await leads(page, () => page.keyboard.press('Enter'));
  const next = await place(page);

  await go(page, RECEIVED);
  await tabTo(page, '只记得大概年月');
  await page.keyboard.press('Enter');
  await drawn(page, 'select');
  await page.waitForFunction(() => document.activeElement.tagName === 'SELECT');
  await page.keyboard.type('2026');
  await page.keyboard.press('Tab');
  await page.keyboard.type('3');
  const month = await page.$$eval('select', (all) => all.map((it) => it.value));
  await tabTo(page, '下一题');
  await leads(page, () => page.keyboard.press('Enter'));
  const after = await place(page);

  await go(page, SEVERAL);
  const offered = await rows(page);
  await tabTo(page, offered[0]);
  await page.keyboard.press('Space');
  await tabTo(page, offered[1]);
  await page.keyboard.press('Space');
  const several = await ticked(page);
  await tabTo(page, '以上都没有');
  await page.keyboard.press('Space');
  const none = await ticked(page);

  await tabTo(page, '为什么问这个？');
  const link = await focus(page);
  await page.keyboard.press('Enter');
  await drawn(page, '[role=dialog]');
  const opened = await focus(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await gone(page, '[role=dialog]');
  return { amount, next, month, after, offered, several, none, opened, closed: (await focus(page)) === link };
}

async function tree(page, role) {
  const flat = (node) => [node, ...(node.children ?? []).flatMap(flat)];
  const all = flat(await page.accessibility.snapshot({ interestingOnly: false }));
  return all.filter((it) => it.role === role).map(({ name, description, value, checked, modal }) => ({ name, description, value, checked, modal }));
}

const type = (page, words) => page.$eval('#field', (it, value) => {
  it.value = value;
  it.dispatchEvent(new Event('input', { bubbles: true }));
}, words);

async function byTree(page) {
  await go(page, AMOUNT);
  await type(page, '12万');
  await page.waitForFunction(() => document.querySelector('.lra-estimate').innerText !== '');
  const amount = { question: await page.$eval('#heading', (it) => it.innerText), fields: await tree(page, 'textbox') };
  await go(page, RECEIVED);
  const date = await tree(page, 'Date');
  await page.$$eval('.lra-switch', (all) => all.find((it) => it.innerText.includes('大概年月')).click());
  await drawn(page, 'select');
  await page.select('select', '2026');
  const month = await tree(page, 'combobox');
  await go(page, SEVERAL);
  await page.$eval('.lra-choice', (it) => it.click());
  await page.waitForSelector('input:checked');
  const several = await tree(page, 'checkbox');
  await page.$$eval('.lra-help a', (all) => all.find((it) => it.innerText.includes('为什么')).click());
  await drawn(page, '[role=dialog]');
  return { amount, date, month, several, dialog: await tree(page, 'dialog'), beneath: await tree(page, 'checkbox') };
}

await visit(url, { keys: byKeys, tree: byTree }[hand]);
