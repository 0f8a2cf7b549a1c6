// node result.mjs URL: the result as picture and words, ticks with and without consent, the way out
// that is promised, and before and after.
import { arrived, follow, go, heading, interview, leads, picture, saying, tap, text, touch, visit } from './page.mjs';
import { BUSINESS, STAFF } from './owner.mjs';

const UNSIGNED = '没签书面劳动合同，可能要付两倍工资';
const FINDING = '#/finding/no-written-contract';

const kept = (page) => page.evaluate(() => ({ ...window.localStorage }));

async function again(page) {
  await page.reload();
  await arrived(page);
}

/** The table of domains: the picture's steps and words, and the words beside it. */
const domains = (page) =>
  page.$$eval('.lra-table tbody tr', (rows) =>
    rows.map((row) => {
      const steps = [...row.querySelectorAll('svg.lra-bar rect')].map((it) => it.getAttribute('class'));
      const label = row.querySelector('svg.lra-bar').getAttribute('aria-label');
      return { title: row.querySelector('th').innerText, steps, label, words: row.querySelector('td').innerText };
    }));

const ticked = (page) => page.$$eval('.lra-steps .lra-choice input', (all) => all.map((it) => it.checked));

/** Ticks the first step; whether the keyboard is still there. */
async function tick(page) {
  await touch(await page.$('.lra-steps .lra-choice'));
  await page.waitForFunction(() => document.querySelector('.lra-steps .lra-choice input').checked);
  const focused = await page.evaluate(() => document.activeElement === document.querySelector('.lra-steps .lra-choice input'));
  return { ticked: await ticked(page), focused, heading: await page.$eval('.lra-steps', (it) => it.parentElement.innerText) };
}

async function ticks(page) {
  const without = { ...(await tick(page)), kept: await kept(page) };
  await go(page, '#/');
  await tap(page, '记住我的回答', '.lra-choice');
  await page.waitForFunction(() => window.localStorage.length > 0);
  await again(page);
  await go(page, FINDING);
  await page.waitForSelector('.lra-steps');
  return { without, consented: { ticked: await ticked(page), kept: await kept(page) } };
}

/** What stands above everything else of a finding, and where its button leads. */
async function glance(page) {
  const block = await page.waitForSelector('.lra-advice > .lra-block');
  const first = await block.evaluate((it) => ({ words: it.innerText, dials: [...it.querySelectorAll('a')].map((a) => a.getAttribute('href')) }));
  await tap(page, '怎么联系', 'button');
  await page.waitForFunction(() => document.activeElement.id.startsWith('contacts-'));
  return { ...first, jumped: await page.evaluate(() => document.activeElement.innerText) };
}

/** Does what the finding says would clear it. */
async function wayOut(page) {
  const promised = await page.$eval('.lra-way', (it) => it.innerText);
  const advice = await text(page);
  const answer = promised.match(/要变成：(.*)/)[1];
  await follow(page, '改答案');
  const question = await heading(page);
  await tap(page, answer, '.lra-choice');
  await follow(page, '答好了');
  return { promised, advice, question, after: await text(page) };
}

/** As if the result had been of October, under the rules of then: told the device before the page opens again. */
async function age(page) {
  const { identifier } = await page.evaluateOnNewDocument(() => {
    const key = 'legal-risk-assessor.v1.notes';
    const notes = window.localStorage.getItem(key).replace(/seen\t2026-11-23\t[^\t]*/, 'seen\t2026-10-02\t2026.10');
    window.localStorage.setItem(key, notes);
  });
  await again(page);
  await page.removeScriptToEvaluateOnNewDocument(identifier);
  await page.waitForSelector('.lra-way');
}

async function walk(page) {
  await follow(page, '全面体检');
  await interview(page, BUSINESS);
  await follow(page, '劳动用工');
  await interview(page, STAFF);
  const result = { domains: await domains(page), text: await text(page) };
  await leads(page, async () => touch(await saying(page, '.lra-row', UNSIGNED)));
  const first = await glance(page);
  const done = await ticks(page);
  await age(page);
  const way = await wayOut(page);
  await go(page, '#/result');
  const since = await text(page);
  await picture(page, 'result', 'since');
  await leads(page, () => tap(page, '和2026年10月2日比', '.lra-row'));
  const history = await text(page);
  await picture(page, 'result', 'history');
  await tap(page, '删除2026年10月2日的结果', 'button');
  await page.waitForFunction(() => !document.querySelector('#app').innerText.includes('2026年10月2日'));
  const deleted = await kept(page);
  await tap(page, '记住我的回答', '.lra-choice');
  return { result, first, done, way, since, history, deleted, withdrawn: await kept(page) };
}

await visit(process.argv[2], walk);
