// node tests/browser/speed.mjs [URL [SLOWDOWN]]: from the tap on 下一题 to the next question painted, on a slowed-down
// processor, as the browser's own tracing records it. A measurement; no test runs it.
//
// URL is a served production build (`cargo run -- serve --shipped`). A sample begins with the tap's
// click event and ends with the frame that shows the next question. Prints a table: samples, median,
// middle half, longest, and where the time of the median goes. The machine should be idle.
import { chosen, follow, heading, leads, pick, place, tap, visit } from './page.mjs';
import { STAFF } from './owner.mjs';

const [url = 'http://127.0.0.1:8080/', slowdown = '6'] = process.argv.slice(2);
const CATEGORIES = ['devtools.timeline', 'blink.user_timing', 'disabled-by-default-devtools.timeline'];
const MS = 1000;

/** Fills in the answer without going on. */
async function fill(page, answers) {
  const words = await chosen(page, answers);
  const field = await page.$('#field');
  if (!field || words[0] === '不清楚') for (const row of words) await tap(page, row, '.lra-choice');
  else if (await field.evaluate((it) => it.type === 'date')) await pick(page, words[0]);
  else await field.type(words[0]);
}

/** Taps 下一题 and marks the moment after the frame with the next question. */
async function next(page) {
  await page.evaluate(() => {
    const asked = document.getElementById('heading');
    const watch = () => {
      if (document.getElementById('heading') === asked) return requestAnimationFrame(watch);
      // The channel's message comes after the frame's paint, the callback before it.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => performance.mark('painted');
      return port2.postMessage(0);
    };
    document.addEventListener('click', () => { performance.mark('tapped'); requestAnimationFrame(watch); }, { capture: true, once: true });
  });
  await leads(page, () => tap(page, '下一题', 'button'));
  await page.waitForFunction(() => performance.getEntriesByName('painted').length === performance.getEntriesByName('tapped').length);
}

/** From the trace: each tap with the time to the paint, and what the main thread did in between. */
function samples(events) {
  const marks = (name) => events.filter((it) => it.name === name && it.cat.includes('user_timing')).sort((a, b) => a.ts - b.ts);
  const painted = marks('painted');
  return marks('tapped').map((from) => {
    const to = painted.find((it) => it.ts > from.ts);
    const within = (it) => it.ph === 'X' && it.tid === from.tid && it.ts >= from.ts && it.ts < to.ts;
    const sum = (...names) => events.filter((it) => within(it) && names.includes(it.name)).reduce((all, it) => all + (it.dur ?? 0), 0) / MS;
    return {
      total: (to.ts - from.ts) / MS,
      script: sum('EventDispatch', 'RunMicrotasks', 'FireAnimationFrame'),
      style: sum('UpdateLayoutTree', 'RecalculateStyles'),
      layout: sum('Layout'),
      paint: sum('PrePaint', 'Paint', 'Layerize', 'Commit'),
    };
  });
}

const at = (sorted, part) => sorted[Math.floor((sorted.length - 1) * part)];

function report(all) {
  const row = (name) => {
    const sorted = all.map((it) => it[name]).sort((a, b) => a - b);
    const [low, median, high, longest] = [0.25, 0.5, 0.75, 1].map((part) => at(sorted, part).toFixed(1));
    return `${name.padEnd(8)} ${median.padStart(7)} ${`${low}–${high}`.padStart(14)} ${longest.padStart(8)}`;
  };
  const head = `${all.length} taps, ${slowdown}× slower, ms\n${''.padEnd(8)} ${'median'.padStart(7)} ${'middle half'.padStart(14)} ${'longest'.padStart(8)}`;
  return [head, ...['total', 'script', 'style', 'layout', 'paint'].map(row)].join('\n');
}

async function walk(page) {
  const devtools = await page.createCDPSession();
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: Number(slowdown) });
  await page.tracing.start({ categories: CATEGORIES });
  const interview = async () => {
    while ((await place(page)).startsWith('#/q/')) {
      await fill(page, STAFF);
      await next(page);
    }
  };
  await follow(page, '全面体检');
  await interview();
  for (const domain of ['劳动用工', '合同管理', '税务与发票']) {
    if ((await place(page)) !== '#/domains') await leads(page, () => page.evaluate(() => { location.hash = '#/domains'; }));
    await follow(page, domain);
    await interview();
  }
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  console.error(report(samples(trace.traceEvents)));
  return { ended: await heading(page) };
}

await visit(url, walk);
