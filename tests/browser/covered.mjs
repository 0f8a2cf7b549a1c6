// node covered.mjs URL over|within: the keyboard comes up over the page, as on iPhones and Chrome since 108, or
// the window becomes lower, as on older Androids; where the field and the button to go on with are then.
import { go, place, tap, visit } from './page.mjs';

const [url, way] = process.argv.slice(2);
const KEYBOARD = 280;
const FIELDS = ['#/q/extortion/ex-amount', '#/q/profile/headcount', '#/q/penalty-notice/pn-received-on', '#/agencies'];

/** A visible part of the window that becomes smaller without the page's layout hearing of it. */
const overlaid = () => {
  const visible = Object.assign(new EventTarget(), { offsetTop: 0, scale: 1, height: window.innerHeight });
  Object.defineProperty(window, 'visualViewport', { value: visible });
  window.keyboard = (height) => {
    visible.height = window.innerHeight - height;
    visible.dispatchEvent(new Event('resize'));
  };
};

async function keyboard(page, height) {
  if (way === 'over') {
    await page.evaluate((it) => window.keyboard(it), height);
    return;
  }
  const phone = page.viewport();
  await page.setViewport({ ...phone, height: 640 - height });
  await page.waitForFunction((it) => window.innerHeight === it, {}, 640 - height);
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
}

const scrolled = (page) => page.evaluate(() => Math.round(window.scrollY));

/** Edges from the top of what can be seen, and how high that is. */
const edges = (page) => page.evaluate(() => {
  const field = document.activeElement.getBoundingClientRect();
  const button = document.querySelector('[type=submit]')?.getBoundingClientRect();
  const { height } = window.visualViewport;
  return { top: field.top, bottom: field.bottom, button: button?.bottom, height };
});

async function walk(page) {
  const seen = { fields: {} };
  for (const mode of ['标准', '大字']) {
    if (mode === '大字') await tap(page, '大字', 'button');
    for (const hash of FIELDS) {
      await go(page, hash);
      await page.focus('.weui-input');
      await keyboard(page, KEYBOARD);
      const up = await edges(page);
      await keyboard(page, 0);
      const left = await page.evaluate(() => parseFloat(getComputedStyle(document.body).paddingBottom));
      seen.fields[`${await place(page)} ${mode}`] = { ...up, left };
    }
  }
  // Where nothing is typed, nothing moves.
  await go(page, '#/q/profile/entity-kind');
  await page.focus('.lra-choice input');
  await keyboard(page, KEYBOARD);
  return { ...seen, still: (await scrolled(page)) === 0 };
}

await visit(url, walk, { before: way === 'over' ? overlaid : undefined });
