// node axe.mjs URL light|dark standard|care: what the accessibility checker finds on every kind of screen.
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';

import { picture, tap, visit } from './page.mjs';
import { tour, wear } from './screens.mjs';

const [url, theme, mode] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** In the page: what the checker does not look for. */
function others() {
  const found = [];
  // A phone scrolls down, never sideways. Its window grows with what is too wide; its screen does not.
  const wide = document.documentElement.scrollWidth - window.screen.width;
  if (wide > 0) found.push({ id: 'sideways', help: `${wide} px wider than the phone` });
  const ids = [...document.querySelectorAll('[id]')].map((it) => it.id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (twice.length > 0) found.push({ id: 'twice', help: `ids used twice: ${twice.join(', ')}` });
  return found;
}

/** The checker on the screen as it is. */
async function check(page, seen, name) {
  // As the driver's own words, which the page's policy does not rule: it forbids foreign scripts.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  // What is opened anew knows nothing of a tap on 大字 that was not to be kept.
  await wear(page, { theme, mode });
  await picture(page, `${theme}-${mode}`, name);
  const { passes, violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  seen.screens[name] = passes.length;
  for (const { id, help, nodes } of violations) {
    for (const { html, failureSummary } of nodes) seen.violations.push({ screen: name, id, help, html, why: failureSummary });
  }
  for (const violation of await page.evaluate(others)) seen.violations.push({ screen: name, ...violation });
}

async function walk(page) {
  const seen = { screens: {}, violations: [] };
  if (mode === 'care') await tap(page, '大字', 'button');
  const body = await page.$eval('body', (it) => ({ theme: it.dataset.weuiTheme, mode: it.dataset.weuiMode }));
  await tour(page, (name) => check(page, seen, name));
  return { ...seen, body };
}

await visit(url, walk, { dark: theme === 'dark' });
