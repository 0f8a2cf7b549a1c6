// What happens around frames, case by case, as in cases.mjs.
import { heard } from './hands.mjs';

const script = (attributes = '') => `<script src="{{site}}v1/frame.js" crossorigin="anonymous" ${attributes}></script>`;

// A frame nobody helps: what it says is kept, and what it hears is up to the test.
const bare = `<iframe name="lra-bare" src="{{site}}" style="width:100%;height:500px"></iframe>`;

const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const heights = (page) => page.$$eval('iframe', (all) => all.map((it) => it.offsetHeight));
const ready = (page, count = 1) => page.waitForFunction((all) => window.heard.filter((it) => it.name === 'ready').length >= all, {}, count);

/** The frames of the site, in the order of the page, once their app is there. */
async function frames(page, site) {
  const all = [];
  for (const it of await page.$$('iframe')) {
    const frame = await it.contentFrame();
    if (!frame.url().startsWith(site)) continue;
    await frame.waitForSelector('.lra-foot');
    all.push(frame);
  }
  return all;
}

async function settled(page) {
  for (let was = ''; ;) {
    const now = JSON.stringify(await heights(page));
    if (now === was) return JSON.parse(now);
    was = now;
    await wait(300);
  }
}

const content = (frame) => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));

/** Starts keeping what a frame says to the page. */
const listen = () => {
  window.said = [];
  window.addEventListener('message', ({ data, origin }) => window.said.push({ ...data, origin }));
};

// What nobody may get anything with; `{{id}}` stands for the right number.
const garbage = (id) => [
  null, undefined, 0, 'lra', [], {}, { lra: 1 }, { lra: '1', id, type: 'resize', h: 9000 }, { lra: 2, id, type: 'resize', h: 9000 },
  { lra: 1, type: 'resize', h: 9000 }, { lra: 1, id: `${id}x`, type: 'resize', h: 9000 },
  { lra: 1, id, type: 'resize', h: Infinity }, { lra: 1, id, type: 'resize', h: NaN }, { lra: 1, id, type: 'resize', h: '9000' },
  { lra: 1, id, type: 'resize', h: { valueOf: 1 } }, { lra: 1, id, type: ['resize'], h: 9000 },
  { lra: 1, id, type: '__proto__' }, { lra: 1, id, type: 'constructor' },
  { lra: 1, id, type: 'event', name: 'constructor', detail: {} }, { lra: 1, id, type: 'event', name: 'submit' },
  JSON.parse(`{"lra":1,"id":"${id}","type":"event","name":"progress","detail":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}`),
  { lra: 1, id, type: 'open', url: 'javascript:document.title="broken"' }, { lra: 1, id, type: 'open', url: 'data:text/html,broken' },
  { lra: 1, id, type: 'open', url: 'https://example.invalid/' }, { lra: 1, id, type: 'open', url: 7 },
  { lra: 1, id, type: 'scroll', y: -1e9 }, { lra: 1, id, type: 'scroll', y: 'x' },
  { lra: 1, id, type: 'visible', top: 1e300, height: -5 }, { lra: 1, id, type: 'set', mode: 'x'.repeat(1e6), theme: {} },
  { lra: 1, id, type: 'set', mode: '<img src=x>', theme: '"' },
];

export const cases = {
  frame: {
    page: 'frame',
    element: script('data-topic="labor" data-mode="care"'),
    async act(page, { site }) {
      const [frame] = await frames(page, site);
      await ready(page);
      await frame.waitForSelector('[data-weui-mode=care]');
      const small = [await settled(page), await content(frame)];
      await frame.evaluate(() => { location.hash = '#/agencies'; });
      await frame.waitForSelector('.lra-row');
      const large = [await settled(page), await content(frame)];
      await page.evaluate(() => window.scrollTo(0, 3000));
      await frame.evaluate(() => { location.hash = '#/finding/no-written-contract'; });
      await wait(500);
      const top = await page.$eval('iframe', (it) => Math.round(it.getBoundingClientRect().top));
      const back = [await settled(page), await content(frame)];
      const visible = await frame.evaluate(() => document.documentElement.style.getPropertyValue('--lra-visible-height'));
      await frame.evaluate(() => { location.hash = '#/result'; });
      await page.waitForFunction(() => window.heard.some((it) => it.name === 'complete'));
      const attributes = await page.$eval('iframe', (it) => Object.fromEntries([...it.attributes].map(({ name, value }) => [name, value])));
      return { small, large, top, back, visible, attributes, heard: await heard(page) };
    },
  },
  'frame-several': {
    page: 'frame',
    element: script('data-height="600"') + script('data-topic="labor"'),
    async act(page, { site }) {
      const all = await frames(page, site);
      await ready(page, 2);
      const tall = await settled(page);
      return { heights: tall, contents: [await content(all[0]), await content(all[1])], names: new Set(await page.$$eval('iframe', (its) => its.map((it) => it.name))).size };
    },
  },
  'frame-policy': {
    page: 'frame',
    policy: "default-src 'none'; script-src {{origin}}; frame-src {{origin}}",
    element: script(),
    async act(page, { site }) {
      const [frame] = await frames(page, site);
      await ready(page);
      return { heights: await settled(page), content: await content(frame) };
    },
  },
  // Garbage from everywhere to the host's side.
  'host-flooded': {
    page: 'frame',
    element: script(),
    async act(page, { site }) {
      const [frame] = await frames(page, site);
      await ready(page);
      const before = await settled(page);
      const id = await page.$eval('iframe', (it) => it.name);
      const events = (await heard(page)).length;
      // From the page itself: the right words from the wrong window.
      await page.evaluate((all) => all.forEach((it) => window.postMessage(it, '*')), [...garbage(id), { lra: 1, id, type: 'resize', h: 5000 }]);
      // From the frame: the wrong words from the right window.
      await frame.evaluate((all) => all.forEach((it) => parent.postMessage(it, '*')), garbage(id));
      await wait(300);
      const after = { heights: await heights(page), title: await page.title(), url: page.url(), events: (await heard(page)).slice(events), polluted: await page.evaluate(() => ({}).polluted ?? null) };
      // Right words, out of all bounds, and very many.
      await frame.evaluate((it) => parent.postMessage({ lra: 1, id: it, type: 'resize', h: 1e15 }, '*'), id);
      await wait(200);
      const [tallest] = await heights(page);
      const start = Date.now();
      await frame.evaluate((it) => {
        for (let at = 0; at < 20000; at += 1) parent.postMessage({ lra: 1, id: it, type: 'resize', h: 480 + (at % 7) * 100 }, '*');
        parent.postMessage({ lra: 1, id: it, type: 'resize', h: 1 }, '*');
      }, id);
      await page.waitForFunction(() => document.querySelector('iframe').offsetHeight === 480);
      return { before, after, tallest, flood: Date.now() - start };
    },
  },
  // Garbage to the frame's side, from its host, and from a stranger beside it.
  'frame-flooded': {
    page: 'frame',
    element: script() + '<iframe id="stranger" src="about:blank"></iframe>',
    async act(page, { site }) {
      const [frame] = await frames(page, site);
      await ready(page);
      const id = await page.$eval('iframe', (it) => it.name);
      await page.evaluate((all) => {
        for (let at = 0; at < 300; at += 1) all.forEach((it) => window.frames[0].postMessage(it, '*'));
      }, garbage(id).filter((it) => JSON.stringify(it ?? null).length < 1000));
      const stranger = await (await page.$('#stranger')).contentFrame();
      const overheard = await stranger.evaluate(async (all, it) => {
        const said = [];
        window.addEventListener('message', ({ data }) => said.push(data));
        const target = window.parent.frames[0];
        all.forEach((one) => target.postMessage(one, '*'));
        target.postMessage({ lra: 1, id: it, type: 'set', mode: 'care', theme: 'dark' }, '*');
        target.postMessage({ lra: 1, id: it, type: 'init', parentOrigin: window.location.origin, visible: {} }, '*');
        await new Promise((done) => setTimeout(done, 300));
        return said;
      }, garbage(id), id);
      const look = await frame.evaluate(() => ({ ...document.body.dataset }));
      const visible = await frame.evaluate(() => document.documentElement.style.cssText);
      // And it still does what it is told by whom it may be told.
      await page.evaluate((it) => window.frames[0].postMessage({ lra: 1, id: it, type: 'set', theme: 'dark' }, '*'), id);
      await frame.waitForSelector('[data-weui-theme=dark]');
      return { overheard, look, visible };
    },
  },
  // Before it knows its host a frame says one word; and a host that lies about itself hears no more.
  'host-lies': {
    page: 'frame',
    element: `<script>(${listen})()</script>${bare}`,
    async act(page, { site }) {
      const [frame] = await frames(page, site);
      await page.waitForFunction(() => window.said.some((it) => it.type === 'hello'));
      const say = (origin) => page.evaluate((of) => window.frames[0].postMessage({ lra: 1, id: 'lra-bare', type: 'init', parentOrigin: of, visible: {} }, '*'), origin);
      for (const lie of ['https://www.gov.cn', '*', 'null', '', new URL(site).origin]) await say(lie);
      await frame.evaluate(() => { location.hash = '#/result'; });
      await frame.waitForSelector('[data-outcome]');
      const lied = await page.evaluate(() => window.said);
      await say(new URL(page.url()).origin);
      await page.waitForFunction(() => window.said.some((it) => it.type === 'resize'));
      const told = await page.evaluate(() => [...new Set(window.said.map((it) => it.type))]);
      return { lied, told };
    },
  },
};
