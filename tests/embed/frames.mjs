// What happens around frames, case by case, as in cases.mjs.
import { heard } from './hands.mjs';

export const script = (attributes = '') => `<script src="{{site}}v1/frame.js" crossorigin="anonymous" ${attributes}></script>`;

// A frame nobody helps: what it says is kept, and what it hears is up to the test.
const bare = `<iframe name="lra-bare" src="{{site}}" style="width:100%;height:500px"></iframe>`;

const wait = (ms) => new Promise((done) => setTimeout(done, ms));
export const heights = (page) => page.$$eval('iframe', (all) => all.map((it) => it.offsetHeight));
export const ready = (page, count = 1) => page.waitForFunction((all) => window.heard.filter((it) => it.name === 'ready').length >= all, {}, count);

/** The frames of the site, in the order of the page, once their app is there. */
export async function frames(page, site) {
  const all = [];
  for (const it of await page.$$('iframe[name^=lra-]')) {
    const frame = await it.contentFrame();
    // Loaded when it is seen, and another document until then.
    for (const end = Date.now() + 15000; !frame.url().startsWith(site) && Date.now() < end;) await wait(50);
    await frame.waitForSelector('.lra-foot');
    all.push(frame);
  }
  return all;
}

export async function settled(page) {
  for (let was = ''; ;) {
    const now = JSON.stringify(await heights(page));
    if (now === was) return JSON.parse(now);
    was = now;
    await wait(300);
  }
}

const content = (frame) => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));

/** Presses what begins with some words, by itself, and waits until it is there. */
async function press(frame, words) {
  const found = await frame.waitForFunction((line) => [...document.querySelectorAll('a, button')].find((it) => it.innerText.trim().startsWith(line)), {}, words);
  await found.evaluate((it) => it.click());
}

/** Answers a question by its first row, or 8, and waits for the next screen. */
async function answerFirst(frame) {
  await frame.waitForSelector('.lra-choice, #field');
  await frame.evaluate(() => {
    document.getElementById('heading').dataset.left = '';
    const field = document.getElementById('field');
    if (field) {
      field.value = '8';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    } else {
      document.querySelector('.lra-choice').click();
    }
  });
  await frame.waitForSelector('.lra-choice_on, #field');
  await press(frame, '下一题');
  await frame.waitForSelector('#heading:not([data-left])');
}

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
  // A frame that is taller than the window: a dialog is where the eyes are, and moves nothing.
  'frame-dialog': {
    page: 'frame',
    element: `<div style="height:300px"></div>${script('data-mode="care"')}<div style="height:1500px"></div>`,
    async act(page, { site }) {
      await page.setViewport({ width: 390, height: 420, isMobile: true, hasTouch: true });
      const [frame] = await frames(page, site);
      await ready(page);
      await frame.evaluate(() => { location.hash = '#/check'; });
      await frame.waitForSelector('.lra-help a');
      await settled(page);
      await page.evaluate(() => document.querySelector('iframe').scrollIntoView({ block: 'end' }));
      const before = await page.evaluate(() => window.scrollY);
      const edge = await page.$eval('iframe', (it) => Math.round(it.getBoundingClientRect().top));
      await press(frame, '为什么问这个');
      await frame.waitForSelector('[role=dialog]');
      const place = async () => {
        const { top, bottom } = await frame.$eval('[role=dialog]', (it) => it.getBoundingClientRect().toJSON());
        const from = await page.$eval('iframe', (it) => it.getBoundingClientRect().top);
        return { top: Math.round(from + top), bottom: Math.round(from + bottom), cover: await frame.$eval('.lra-cover', (it) => it.offsetHeight) };
      };
      const open = await place();
      if (process.env.PICTURE) await page.screenshot({ path: `${process.env.PICTURE}-dialog.png` });
      // The host's page can be moved under it: it follows.
      await page.evaluate(() => window.scrollBy(0, -80));
      await page.waitForFunction((was) => window.scrollY === was - 80, {}, before);
      await frame.waitForFunction((was) => Math.abs(parseFloat(document.documentElement.style.getPropertyValue('--lra-visible-top')) - (was - 80)) < 2, {}, -edge);
      const followed = await place();
      await frame.evaluate(() => document.querySelector('[role=dialog] .weui-btn').click());
      await frame.waitForFunction(() => !document.querySelector('[role=dialog]'));
      return { edge, moved: (await page.evaluate(() => window.scrollY)) - (before - 80), open, followed, window: 420 };
    },
  },
  // What a frame cannot do, and what is offered instead: a page of the site's own, and a window for the picture.
  'frame-leaves': {
    page: 'frame',
    element: script('data-topic="labor"'),
    async act(page, { site }) {
      const [frame] = await frames(page, site);
      await ready(page);
      await press(frame, '开始');
      for (let asked = 0; asked < 6; asked += 1) await answerFirst(frame);
      await frame.evaluate(() => { location.hash = '#/share'; });
      await frame.waitForSelector('#picture');
      const opened = new Promise((done) => page.browser().once('targetcreated', (target) => done(target.page())));
      await press(frame, '在新页面打开图片');
      const tab = await opened;
      await tab.waitForSelector('img');
      const picture = await frame.$eval('#picture', (it) => it.src);
      const apart = await tab.$eval('img', (it, same) => ({ same: it.src === same, width: it.width, name: it.alt, title: document.title }), picture);
      if (process.env.PICTURE) await tab.screenshot({ path: `${process.env.PICTURE}-apart.png` });
      const words = await frame.evaluate(() => document.body.innerText);
      const shared = (await heard(page)).filter((it) => it.name === 'share').map((it) => it.detail);
      // What the page shows when it has failed is a link to another page.
      await frame.evaluate(() => document.body.append(Object.assign(document.createElement('a'), { id: 'away', href: 'directory.html' })));
      const left = page.waitForNavigation();
      await frame.$eval('#away', (it) => it.click());
      await left;
      return { apart, prints: /打印或存成/.test(words), told: /先点“在新页面打开图片”/.test(words), shared, url: page.url() };
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
