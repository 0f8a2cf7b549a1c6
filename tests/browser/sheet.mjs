// node tests/browser/sheet.mjs [URL [SCREEN...]]: pictures of every screen in every look on two phones, and a
// contact sheet of each look, under tests/screenshots/. For looking at; no test runs it.
//
// URL is a served page (http://127.0.0.1:8080/ where `cargo run` serves it). SCREENs, by name or how
// it begins, leave out all others. A picture shows a screen from its top, as far as LONGEST.
import { mkdir, writeFile } from 'node:fs/promises';

import { LOOKS, tour, wear } from './screens.mjs';
import { SCREENSHOTS, visit } from './page.mjs';

const [url = 'http://127.0.0.1:8080/', ...wanted] = process.argv.slice(2);
const PHONES = [{ width: 360, height: 640 }, { width: 390, height: 844 }];
const LONGEST = 1500;
const folder = new URL('sheet/', SCREENSHOTS);

const isWanted = (name) => wanted.length === 0 || wanted.some((words) => name.startsWith(words));
const nameOf = ({ theme, mode }) => `${theme}-${mode}`;
const fileOf = (look, phone, name) => `${nameOf(look)}-${phone.width}-${name}.png`;

async function picture(page, path) {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: document.documentElement.scrollHeight }));
  await page.evaluate(() => window.scrollTo(0, 0));
  const clip = { x: 0, y: 0, width, height: Math.min(height, LONGEST) };
  await page.screenshot({ path, clip, captureBeyondViewport: true });
}

async function pictures(page) {
  const before = page.viewport();
  const names = [];
  await tour(page, async (name) => {
    if (!isWanted(name)) return;
    names.push(name);
    for (const phone of PHONES) {
      await page.setViewport({ ...before, ...phone, deviceScaleFactor: 1 });
      for (const look of LOOKS) {
        await wear(page, look);
        await picture(page, new URL(fileOf(look, phone, name), folder).pathname);
      }
    }
    await page.setViewport(before);
    await wear(page, LOOKS[0]);
  });
  return names;
}

/** A page of all pictures of a look, one column a screen. */
function sheet(look, names) {
  const frames = names.map((name) => {
    const shown = PHONES.map((phone) => `<img src="${fileOf(look, phone, name)}" width="${phone.width / 2}">`);
    return `<figure><figcaption>${name}</figcaption>${shown.join('')}</figure>`;
  });
  return `<!DOCTYPE html><meta charset="utf-8"><title>${nameOf(look)}</title><style>
    body { display: flex; flex-wrap: wrap; align-items: flex-start; width: 2000px; margin: 0; background: #888; font: 14px sans-serif }
    figure { margin: 6px; color: #fff } img { margin: 2px; vertical-align: top }</style>${frames.join('')}`;
}

await mkdir(folder, { recursive: true });
await visit(url, async (page) => {
  const names = await pictures(page);
  for (const look of LOOKS) {
    const html = new URL(`${nameOf(look)}.html`, folder);
    await writeFile(html, sheet(look, names));
    const desk = await page.browser().newPage();
    await desk.setViewport({ width: 2000, height: 1000 });
    await desk.goto(html.href);
    await desk.screenshot({ path: new URL(`${nameOf(look)}.png`, SCREENSHOTS).pathname, fullPage: true });
    await desk.close();
  }
  return { screens: names, folder: folder.pathname };
});
