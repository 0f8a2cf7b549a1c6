// node desk.mjs URL: a check-up from the first screen to a finding, its numbers and back, without touching the screen.
import { enter, interview, tabTo } from './keys.mjs';
import { heading, leads, picture, place, text, visit } from './page.mjs';
import { BUSINESS, STAFF } from './owner.mjs';

/** What has the focus, how wide its ring is, and whether it is on the screen. A row's ring is not its input's own. */
const ring = (page) => page.evaluate(() => {
  const at = document.activeElement;
  const row = at.matches('.weui-check') && at.parentElement.querySelector('.lra-choice__label');
  const { outlineStyle, outlineWidth } = row ? getComputedStyle(row, '::before') : getComputedStyle(at);
  const box = at.getBoundingClientRect();
  return {
    words: (at.labels?.[0] ?? at).innerText.trim().split('\n')[0],
    ring: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
    // The browser scrolls by whole pixels, and boxes end on parts of one.
    shown: box.top > -1 && box.bottom < innerHeight + 1,
  };
});

/** Every stop of the screen from its heading on, once round. */
async function stops(page) {
  const seen = [];
  await page.evaluate(() => document.getElementById('heading').focus());
  for (;;) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement === document.body)) return seen;
    seen.push(await ring(page));
  }
}

async function walk(page) {
  await enter(page, '全面体检');
  const asked = await interview(page, BUSINESS);
  await enter(page, '劳动用工');
  asked.push(...(await interview(page, STAFF)));
  const result = { place: await place(page), stops: await stops(page) };
  await page.evaluate(() => document.getElementById('heading').focus());
  await enter(page, '没签书面劳动合同');
  const finding = { place: await place(page), heading: await heading(page), stops: await stops(page) };
  await page.evaluate(() => document.getElementById('heading').focus());
  await tabTo(page, '还可以找');
  await page.keyboard.press('Space');
  await page.waitForSelector('details[open]');
  const opened = (await stops(page)).length > finding.stops.length;
  await picture(page, 'desk', 'finding');
  await leads(page, () => page.goBack());
  const back = await ring(page);
  // Another answer, and what it does.
  await page.evaluate(() => document.getElementById('heading').focus());
  await enter(page, '没签书面劳动合同');
  await enter(page, '改答案');
  const question = await heading(page);
  return { asked, result, finding, opened, back, question, end: await place(page), text: await text(page) };
}

await visit(process.argv[2], walk);
