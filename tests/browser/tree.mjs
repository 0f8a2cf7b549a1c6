// node tree.mjs URL: an interview as a screen reader has it. Everything is found by role and name in
// the browser's accessibility tree, and activated as assistive technology does it, without a place on the screen.
import { chosen, leads, place, visit } from './page.mjs';
import { BUSINESS, STAFF } from './owner.mjs';

/** All nodes of the tree in reading order. */
async function nodes(page) {
  const flat = (node) => [node, ...(node.children ?? []).flatMap(flat)];
  return flat(await page.accessibility.snapshot({ interestingOnly: false }));
}

const named = (all, ...roles) => all.filter((it) => roles.includes(it.role)).map((it) => it.name);

/** Activates the node of a role whose name is, or begins with, some words. */
async function activate(page, role, words) {
  const all = (await nodes(page)).filter((it) => it.role === role);
  const node = all.find((it) => it.name === words) ?? all.find((it) => it.name.startsWith(words));
  if (!node) throw new Error(`no ${role} “${words}” on ${await place(page)}, only ${JSON.stringify(all.map((it) => it.name))}`);
  const element = await node.elementHandle();
  await element.evaluate((it) => it.click());
}

const follow = (page, role, words) => leads(page, () => activate(page, role, words));

/** What is heard of a screen on arrival. */
async function heard(page) {
  const all = await nodes(page);
  const focused = all.find((it) => it.focused && it.role !== 'RootWebArea');
  const live = await page.$$eval('[role=status]', (them) => them.map((it) => it.innerText.trim()).filter((it) => it !== ''));
  return {
    place: await place(page),
    title: await page.title(),
    first: all.filter((it) => it.role === 'heading' && it.level === 1).map((it) => it.name),
    focused: focused && { role: focused.role, name: focused.name },
    live,
    groups: named(all, 'radiogroup', 'group'),
    fields: named(all, 'textbox', 'Date'),
    landmarks: [...new Set(all.map((it) => it.role))].filter((it) => ['banner', 'main', 'navigation', 'contentinfo'].includes(it)),
    nameless: all.filter((it) => ['link', 'button', 'radio', 'checkbox', 'textbox'].includes(it.role) && !it.name).length,
  };
}

/** Gives the answer of a table by activating what bears its name; a field is typed or picked. */
async function answer(page, answers) {
  const words = await chosen(page, answers);
  const field = await page.$('#field');
  if (field && words[0] !== '不清楚') {
    await field.evaluate((it, value) => {
      it.value = value;
      it.dispatchEvent(new Event('input', { bubbles: true }));
    }, words[0]);
  } else {
    const one = (await nodes(page)).some((it) => it.role === 'radio');
    for (const row of words) await activate(page, one ? 'radio' : 'checkbox', row);
  }
  const state = named((await nodes(page)).filter((it) => it.checked === true), 'radio', 'checkbox');
  return { words, state };
}

async function interview(page, answers) {
  const asked = [];
  while ((await place(page)).startsWith('#/q/')) {
    const screen = await heard(page);
    asked.push({ ...screen, ...(await answer(page, answers)) });
    await follow(page, 'button', '下一题');
  }
  return asked;
}

async function walk(page) {
  await follow(page, 'link', '全面体检');
  await activate(page, 'button', '下一题');
  await page.waitForFunction(() => document.querySelector('[role=alert]').textContent !== '');
  const refusal = {
    alert: await page.$eval('[role=alert]', (it) => it.innerText),
    invalid: (await nodes(page)).filter((it) => it.invalid && it.invalid !== 'false').map((it) => it.role),
  };
  await page.evaluate(() => document.getElementById('heading').focus());
  const asked = await interview(page, BUSINESS);
  const domains = await heard(page);
  await follow(page, 'link', '劳动用工');
  asked.push(...(await interview(page, STAFF)));
  const result = { ...(await heard(page)), tables: named(await nodes(page), 'table') };
  await follow(page, 'link', '没签书面劳动合同');
  const all = await nodes(page);
  const finding = { ...(await heard(page)), outline: named(all, 'heading'), links: named(all, 'link') };
  return { refusal, asked, domains, result, finding };
}

await visit(process.argv[2], walk);
