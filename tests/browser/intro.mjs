// node intro.mjs URL standard|care: the static first screen against the one the app draws in its place, and
// a tap that comes before the app does.
import { arrived, heading, leads, picture, place, tap, visit } from './page.mjs';

const [url, mode] = process.argv.slice(2);

/** Whatever has words of its own on the first screen, with its place and its looks. */
const lines = (page) => page.evaluate(() => {
  const own = (it) => [...it.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue.trim() !== '');
  const shown = (it) => it.checkVisibility() && !it.matches('noscript, .intro__status, .intro__note');
  return [...document.querySelectorAll('.intro *')].filter((it) => own(it) && shown(it)).map((it) => {
    const box = it.getBoundingClientRect();
    const place = [box.x, box.y, box.width, box.height].map(Math.round);
    const { fontSize, fontWeight, color } = getComputedStyle(it);
    return [it.textContent.replace(/\s+/g, ''), it.closest('a')?.href ?? '', ...place, fontSize, fontWeight, color].join(' | ');
  });
});

async function walk(page, _, release) {
  await page.evaluate((mode) => { document.body.dataset.weuiMode = mode; }, mode);
  await picture(page, 'intro', `${mode}-static`);
  const before = await lines(page);
  const again = page.url();
  await tap(page, '遇到事了');
  await page.waitForFunction(() => location.hash !== '');
  const meanwhile = await page.$eval('#status', (it) => it.textContent);
  release();
  await arrived(page);
  const tapped = { place: await place(page), heading: await heading(page), meanwhile };
  await leads(page, () => page.goBack());
  const back = { place: (await place(page)) || '#/', same: page.url() === again };
  if (mode === 'care') await tap(page, '大字', 'button');
  const drawn = new Set(await lines(page));
  await picture(page, 'intro', `${mode}-drawn`);
  return { lines: before.length, moved: before.filter((line) => !drawn.has(line)), drawn: [...drawn], tapped, back };
}

await visit(url, walk, { hold: '.wasm' });
