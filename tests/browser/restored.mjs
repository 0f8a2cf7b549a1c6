// node restored.mjs URL: the owner leaves for another page and comes back by the back gesture; the browser gives
// the page back as it was, without loading it.
import { answer, arrived, follow, go, heading, leads, place, tap, text, visit } from './page.mjs';
import { BUSINESS } from './owner.mjs';

const kept = (page) => page.evaluate(() => ({ restored: window.restored === true }));

/** To another page and back. */
async function away(page, url) {
  await page.goto(new URL('directory.html', url).href);
  await page.waitForSelector('h1');
  await page.goBack();
  await arrived(page);
}

async function walk(page, url) {
  await page.evaluate(() => window.addEventListener('pageshow', (event) => { window.restored = event.persisted; }));
  await follow(page, '全面体检');
  await answer(page, BUSINESS);
  const was = { place: await place(page), heading: await heading(page) };
  await tap(page, BUSINESS[was.heading][0], '.lra-choice');
  await away(page, url);
  const back = { ...(await kept(page)), place: await place(page), heading: await heading(page), ticked: await page.$$eval('input:checked', (all) => all.length) };
  // It goes on from there, and its way back is whole.
  await leads(page, () => tap(page, '下一题', 'button'));
  await leads(page, () => page.goBack());
  await leads(page, () => page.goBack());
  const first = await heading(page);
  await go(page, '#/profile');
  return { was, back, first, listed: await text(page) };
}

const [url] = process.argv.slice(2);
await visit(url, (page) => walk(page, url), { without: ['--disable-back-forward-cache'] });
