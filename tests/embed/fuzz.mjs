// Messages nobody should send, made by chance from a seed: whatever comes, from whichever window, the
// host's page stays what it was and the frame goes on.
import { heard } from './hands.mjs';
import { frames, heights, ready, script, settled } from './frames.mjs';

const COUNT = 1500;

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
// Should something fail before there is a result.
if (/^fuzz-/.test(process.argv[3])) console.error(`SEED=${seed}`);

/** In the page: `count` messages by the chance that `seed` decides (Mulberry32), for the frame of a name. */
function messages(seed, count, id) {
  let state = seed >>> 0;
  const chance = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit) => Math.floor(chance() * limit);
  const one = (all) => all[below(all.length)];
  const cycle = () => { const it = { lra: 1, id }; it.detail = it; return it; };
  const deep = () => { let it = {}; for (let at = 0; at < 500; at += 1) it = { detail: it }; return it; };
  const words = ['', 'hello', 'init', 'resize', 'event', 'open', 'scroll', 'visible', 'set', 'progress', 'complete', 'share', '__proto__', 'constructor', 'toString', 'care', 'dark', 'lra', id, `${id} `, '<img src=x onerror=alert(1)>', 'javascript:alert(1)', 'data:text/html,x', '//evil.invalid', 'http://[', '\u202e\u0000\ud800', 'x'.repeat(5000)];
  const plain = () => one([null, undefined, true, false, 0, -0, 1, -1, 2, 0.5, 479, 480, 5000, 1e9, -1e9, 2 ** 53, NaN, Infinity, -Infinity, 1e308, 10n, one(words), one(words), new Date(NaN), /x/g, new Map([[id, 1]]), new Set(words), new Error('x'), new Uint8Array(9), new ArrayBuffer(1), new Blob(['x'])]);
  const value = (depth = 0) => {
    const kind = below(depth > 3 ? 6 : 10);
    if (kind < 6) return plain();
    if (kind < 8) return Array.from({ length: below(5) }, () => value(depth + 1));
    if (kind === 8) return one([cycle, deep])();
    return object(depth + 1);
  };
  const keys = ['lra', 'id', 'type', 'h', 'y', 'url', 'name', 'detail', 'top', 'height', 'visible', 'parentOrigin', 'mode', 'theme', '__proto__', 'constructor', 'prototype', 'length', 'polluted'];
  const object = (depth) => {
    const it = {};
    for (let at = below(6); at > 0; at -= 1) Object.defineProperty(it, one(keys), { value: value(depth), enumerable: true, configurable: true, writable: true });
    return it;
  };
  // Half of them are nearly right: the right envelope with anything in it.
  return Array.from({ length: count }, () => {
    if (chance() < 0.5) return value();
    const it = object(0);
    Object.assign(it, { lra: 1, id, type: one(['hello', 'init', 'resize', 'event', 'open', 'scroll', 'visible', 'set']) });
    if (it.type === 'event') Object.assign(it, { name: one(words), detail: value() });
    // One part of the envelope is wrong, or what it carries is of no use.
    const wrong = below(4);
    if (wrong < 3) Object.defineProperty(it, ['lra', 'id', 'type'][wrong], { value: value(), enumerable: true });
    return it;
  });
}

/** In a page: sends them to a window, and gives how many it took. */
function send(source, seed, count, id, path) {
  const make = new Function(`return (${source})`)();
  const target = path.reduce((at, step) => at[step], window);
  let sent = 0;
  for (const it of make(seed, count, id)) {
    // Some things cannot be sent at all.
    try { target.postMessage(it, '*'); sent += 1; } catch (_) { /* not this one */ }
  }
  return sent;
}

/** Waits until a window has heard everything sent to it before. */
const drained = (frame) => frame.evaluate(() => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 0);
  port2.postMessage(null);
}));

const state = (page) => page.evaluate(() => ({ title: document.title, url: location.href, polluted: ({}).polluted === undefined && [].polluted === undefined }));

/** What in an event's detail is not a plain value with a harmless name. */
const strange = (detail, depth = 0) => {
  if (depth > 5) return ['too deep'];
  if (detail === null || ['number', 'string'].includes(typeof detail)) return [];
  if (typeof detail !== 'object') return [typeof detail];
  return Object.values(detail).flatMap((it) => strange(it, depth + 1));
};

export const cases = {
  // To the host's side: from the page itself and from a stranger's frame, with the right number known.
  'fuzz-host': {
    page: 'frame',
    element: `${script()}<iframe id="stranger" src="about:blank"></iframe>`,
    async act(page, { site }) {
      const [frame] = await frames(page, site);
      await ready(page);
      const before = { heights: await settled(page), state: await state(page), events: (await heard(page)).length };
      const id = await page.$eval('iframe', (it) => it.name);
      const stranger = await (await page.$('#stranger')).contentFrame();
      const others = [
        await page.evaluate(send, String(messages), seed, COUNT, id, []),
        await stranger.evaluate(send, String(messages), seed + 1, COUNT, id, ['parent']),
      ];
      await drained(page);
      await drained(stranger);
      await drained(page);
      const after = { heights: await heights(page), state: await state(page), events: (await heard(page)).length };
      // From the frame itself, had somebody got into it: what is right in form counts, and nothing else.
      const own = await frame.evaluate(send, String(messages), seed + 2, COUNT, id, ['parent']);
      await drained(frame);
      await drained(page);
      const [height] = await heights(page);
      const events = (await heard(page)).slice(after.events);
      return { seed, before, after, others, own, height, state: await state(page), strange: events.flatMap((it) => strange(it.detail)), names: [...new Set(events.map((it) => it.name))] };
    },
  },
  // To the frame's side: from its host, and from a stranger beside it.
  'fuzz-frame': {
    page: 'frame',
    element: `${script()}<iframe id="stranger" src="about:blank"></iframe>`,
    async act(page, { site }) {
      const [frame] = await frames(page, site);
      await ready(page);
      const id = await page.$eval('iframe', (it) => it.name);
      const stranger = await (await page.$('#stranger')).contentFrame();
      const overheard = stranger.evaluateHandle(() => { window.said = []; window.addEventListener('message', ({ data }) => window.said.push(data)); });
      await overheard;
      const look = () => frame.evaluate(() => JSON.stringify(document.body.dataset));
      const was = await look();
      const sent = [await stranger.evaluate(send, String(messages), seed, COUNT, id, ['parent', 'frames', 0])];
      await drained(stranger);
      await drained(frame);
      const unmoved = (await look()) === was;
      sent.push(await page.evaluate(send, String(messages), seed + 1, COUNT, id, ['frames', 0]));
      await drained(page);
      await drained(frame);
      const style = await frame.evaluate(() => [...document.documentElement.style].map((name) => [name, document.documentElement.style.getPropertyValue(name)]));
      // It goes on.
      await frame.evaluate(() => { location.hash = '#/agencies'; });
      await frame.waitForSelector('.lra-row');
      const tall = (await settled(page))[0];
      return { seed, unmoved, sent, style, tall, look: await look(), said: await stranger.evaluate(() => window.said.length), state: await frame.evaluate(() => ({}).polluted === undefined) };
    },
  },
};
