// node axe.mjs URL light|dark standard|care: what the accessibility checker finds on every kind of screen.
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';

import { follow, go, interview, leads, picture, pick, place, saying, tap, visit } from './page.mjs';
import { BUSINESS, CONTRACTS, STAFF } from './owner.mjs';

const [url, theme, mode] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The checker on the screen as it is. */
async function check(page, seen, name) {
  await picture(page, `${theme}-${mode}`, name);
  const { passes, violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  seen.screens[name] = passes.length;
  for (const { id, help, nodes } of violations) {
    for (const { html, failureSummary } of nodes) seen.violations.push({ screen: name, id, help, html, why: failureSummary });
  }
  // A phone scrolls down, never sideways. Its window grows with what is too wide; its screen does not.
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.screen.width);
  if (wide > 0) seen.violations.push({ screen: name, id: 'sideways', help: `${wide} px wider than the phone` });
}

async function answered(page, seen) {
  await follow(page, '全面体检');
  await check(page, seen, 'question-number');
  await interview(page, BUSINESS);
  await check(page, seen, 'domains');
  await follow(page, '劳动用工');
  await interview(page, STAFF, CONTRACTS);
  await check(page, seen, 'question-choice');
  await interview(page, STAFF);
  await check(page, seen, 'result');
  await leads(page, async () => (await saying(page, '.lra-row', '没签书面劳动合同')).tap());
  await check(page, seen, 'finding');
}

async function looked(page, seen) {
  await go(page, '#/q/labor/wage-problems');
  await check(page, seen, 'question-several');
  await go(page, '#/q/penalty-notice/pn-received-on');
  await tap(page, '下一题', 'button');
  await check(page, seen, 'question-date-refused');
  await pick(page, '2026-11-20');
  await leads(page, () => tap(page, '下一题', 'button'));
  await tap(page, '处罚告知书', '.lra-choice');
  await go(page, '#/event/penalty-notice');
  await check(page, seen, 'event');
  for (const name of ['events', 'section/labor', 'agencies', 'agency/nat-12333', 'about', 'erase']) {
    await go(page, `#/${name}`);
    await check(page, seen, name.split('/')[0]);
  }
}

async function walk(page) {
  const seen = { screens: {}, violations: [] };
  // As the driver's own words, which the page's policy does not rule: it forbids foreign scripts.
  await page.evaluate(axe);
  if (mode === 'care') await tap(page, '大字', 'button');
  const body = await page.$eval('body', (it) => ({ theme: it.dataset.weuiTheme, mode: it.dataset.weuiMode }));
  await check(page, seen, 'intro');
  await answered(page, seen);
  await looked(page, seen);
  return { ...seen, body, place: await place(page) };
}

await visit(url, walk, { dark: theme === 'dark' });
