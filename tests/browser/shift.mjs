// node shift.mjs URL: what moves under the owner's finger, from the first paint to a finding; what still moves
// for those who want no motion; and whether what is chosen shows where colours are the system's.
import { answer, follow, interview, leads, picture, place, saying, tap, touch, visit } from './page.mjs';
import { BUSINESS, CONTRACTS, STAFF } from './owner.mjs';

/** From the first paint on: every movement the browser counts, with what moved. */
const watch = () => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      const moved = sources.map(({ node }) => node?.className || node?.parentElement?.className || '').join(', ');
      if (!hadRecentInput) window.shifts.push({ value, moved, at: window.location.hash });
    }
  }).observe({ type: 'layout-shift', buffered: true });
};

/** How a row and its mark look, chosen and not. */
const marks = (page) => page.evaluate(() => {
  const look = (row) => {
    const mark = row.querySelector('.lra-mark');
    const tick = getComputedStyle(mark, '::after');
    return [getComputedStyle(mark).backgroundColor, tick.content, tick.borderRightColor, tick.borderRightWidth].join(' ');
  };
  const rows = [...document.querySelectorAll('.lra-choice')];
  const chosen = rows.find((row) => row.querySelector('input').checked);
  return { chosen: look(chosen), other: look(rows.find((row) => row !== chosen)) };
});

/** What goes on moving by itself or takes time to change. */
const moving = (page) => page.evaluate(() => [...document.querySelectorAll('*')].filter((it) => {
  const { animationName, animationDuration, transitionDuration } = getComputedStyle(it);
  return (animationName !== 'none' && parseFloat(animationDuration) > 0.001) || parseFloat(transitionDuration) > 0.001;
}).map((it) => it.className));

async function walk(page, _, release) {
  await page.waitForSelector('#status');
  await page.evaluate(watch);
  release();
  await page.waitForSelector('.lra-foot');
  await follow(page, '全面体检');
  await interview(page, BUSINESS);
  await follow(page, '劳动用工');
  await interview(page, STAFF, CONTRACTS);

  const devtools = await page.createCDPSession();
  const prefer = (name, value) => devtools.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
  await prefer('forced-colors', 'active');
  await tap(page, STAFF[CONTRACTS], '.lra-choice');
  const forced = await marks(page);
  await picture(page, 'forced', 'question');
  await prefer('prefers-reduced-motion', 'reduce');
  const still = await moving(page);

  await answer(page, STAFF);
  await interview(page, STAFF);
  await leads(page, async () => touch(await saying(page, '.lra-row', '没签书面劳动合同')));
  return { end: await place(page), shifts: await page.evaluate(() => window.shifts), forced, still };
}

await visit(process.argv[2], walk, { hold: '.wasm' });
