// What happens on somebody else's page, case by case: the page (`page`, an HTML file here), the
// element in it, the host's policy, and what is done and looked at (`act`).
import { answer, arrived, heading, heard, leads, says, settledLooks, tap, until, within } from './hands.mjs';

const element = (attributes) => `<legal-risk-assessor ${attributes}><a href="{{site}}">打开企业法律风险自测</a></legal-risk-assessor>`;

/** How the host's own things look. */
const hostLooks = (page) => page.evaluate(() => ['html', 'body', '#words', '#own', 'h1'].map((it) => {
  const found = document.querySelector(it);
  return found ? [...getComputedStyle(found)].map((name) => getComputedStyle(found).getPropertyValue(name)).join() : '';
}).join('\n').replaceAll(/\d+(\.\d+)?px/g, 'px'));

const fallback = (page) => page.evaluate(() => {
  const link = document.querySelector('legal-risk-assessor a');
  return { link: link.href, visible: link.getClientRects().length > 0 };
});

const failed = async (page) => {
  await page.waitForFunction(() => window.heard.some((it) => it.name === 'error'));
  return { heard: await heard(page), ...await fallback(page) };
};

export const cases = {
  interview: {
    async act(page) {
      const before = await hostLooks(page);
      await arrived(page);
      const own = { host: (await hostLooks(page)) === before };
      const was = await page.evaluate(() => [location.href, history.length]);
      await leads(page, () => tap(page, '全面体检'));
      const asked = await answer(page, 3);
      const last = await heading(page);
      await leads(page, () => tap(page, '上一题'));
      const back = await heading(page);
      await page.evaluate(() => document.querySelector('legal-risk-assessor').goTo('#/result'));
      await until(page, (root) => root.querySelector('[data-outcome]') !== null);
      await page.evaluate(() => document.querySelector('legal-risk-assessor').goTo('#/agencies'));
      await until(page, (root) => root.querySelector('.lra-row') !== null);
      return {
        ...own, asked, last, back,
        focus: await within(page, (root) => root.activeElement?.id),
        same: JSON.stringify(await page.evaluate(() => [location.href, history.length])) === JSON.stringify(was),
        kept: await page.evaluate(() => Object.keys(localStorage)),
        names: await page.evaluate(() => Object.keys(window).filter((it) => /lra|wasm|risk/i.test(it))),
        heard: await heard(page),
        fallback: await fallback(page),
      };
    },
  },
  // Looks in the element do not depend on the host's styles.
  looks: { act: async (page) => ({ looks: await settledLooks(page) }) },
  hostile: { page: 'hostile', act: async (page) => ({ looks: await settledLooks(page) }) },
  policy: {
    policy: "default-src 'none'; script-src {{origin}} 'wasm-unsafe-eval'; style-src {{origin}}; connect-src {{origin}}; img-src data: blob:",
    act: async (page) => {
      await arrived(page);
      await leads(page, () => tap(page, '全面体检'));
      return { asked: await answer(page, 1) };
    },
  },
  'trusted-types': {
    policy: "default-src 'none'; script-src {{origin}} 'wasm-unsafe-eval'; style-src {{origin}}; connect-src {{origin}}; img-src data: blob:; require-trusted-types-for 'script'; trusted-types legal-risk-assessor",
    act: async (page) => { await arrived(page); return { text: await says(page) }; },
  },
  'policy-without-wasm': {
    policy: "default-src 'none'; script-src {{origin}}; style-src {{origin}}; connect-src {{origin}}; img-src data: blob:",
    act: failed,
  },
  'policy-without-fetch': { policy: "default-src 'none'; script-src {{origin}}", act: failed },
  // A file that stays damaged is tried once more, and then never again.
  damaged: {
    damaged: /\/app\.[0-9a-f]+\.wasm$/,
    async act(page, { requests }) {
      await page.waitForFunction(() => window.heard.some((it) => it.name === 'error'));
      const tries = () => requests.filter((it) => it.endsWith('.wasm')).length;
      const was = tries();
      await new Promise((done) => setTimeout(done, 2000));
      return { again: tries() - was, ...await fallback(page), text: await says(page), heard: await heard(page) };
    },
  },
  'no-wasm': {
    before: () => { delete window.WebAssembly; },
    act: failed,
  },
  hidden: {
    element: `<div id="tab" style="display:none">${element('')}</div>`,
    async act(page, { requests }) {
      await new Promise((done) => setTimeout(done, 1000));
      const early = requests.filter((it) => /wasm|program/.test(it)).length;
      await page.evaluate(() => { document.getElementById('tab').style.display = ''; });
      await arrived(page);
      return { early, text: await says(page) };
    },
  },
  moved: {
    async act(page) {
      await arrived(page);
      await leads(page, () => tap(page, '全面体检'));
      await answer(page, 2);
      const was = await heading(page);
      await page.evaluate(async () => {
        const it = document.querySelector('legal-risk-assessor');
        it.remove();
        await new Promise((done) => setTimeout(done, 100));
        document.body.prepend(it);
      });
      const now = await heading(page);
      await answer(page, 1);
      return { was, now, next: await heading(page) };
    },
  },
  several: {
    element: `${element('id="one"')}${element('id="two" topic="labor" mode="care" theme="dark"')}`,
    async act(page, { requests }) {
      await arrived(page, 'one');
      await arrived(page, 'two');
      await until(page, (root) => root.querySelector('[data-weui-mode=care]') !== null, 'two');
      await leads(page, () => tap(page, '全面体检', 'one'), 'one');
      await answer(page, 2, 'one');
      return {
        one: await says(page, 'one'),
        two: await says(page, 'two'),
        modes: await page.evaluate(() => ['one', 'two'].map((id) => ({ ...document.getElementById(id).shadowRoot.querySelector('.wx-root').dataset }))),
        wasm: requests.filter((it) => it.endsWith('.wasm')).length,
        programs: requests.filter((it) => /program/.test(it)).length,
      };
    },
  },
  cloned: {
    async act(page) {
      await arrived(page);
      await leads(page, () => tap(page, '全面体检'));
      await page.evaluate(() => {
        const first = document.querySelector('legal-risk-assessor');
        const twin = first.cloneNode(true);
        twin.id = 'twin';
        first.after(twin);
        // As frameworks do that draw a list anew.
        const html = document.createElement('div');
        html.innerHTML = first.outerHTML.replace('<legal-risk-assessor', '<legal-risk-assessor id="text"');
        twin.after(html);
      });
      await page.evaluate(() => document.getElementById('twin').scrollIntoView());
      await arrived(page, 'twin');
      await page.evaluate(() => document.getElementById('text').scrollIntoView());
      await arrived(page, 'text');
      return { first: await heading(page), twin: await heading(page, 'twin'), text: await heading(page, 'text'), attributes: await page.evaluate(() => document.querySelector('legal-risk-assessor').attributes.length) };
    },
  },
  headings: {
    element: element('heading-level="2"'),
    async act(page) {
      await arrived(page);
      const levels = (root) => [...root.querySelectorAll('h1, h2')].map((it) => Number(it.getAttribute('aria-level') ?? it.tagName[1]));
      const first = await within(page, levels);
      await page.evaluate(() => document.querySelector('legal-risk-assessor').goTo('events'));
      await until(page, (root) => root.querySelector('#heading').innerText.startsWith('遇到'));
      return { first, then: await within(page, levels) };
    },
  },
  methods: {
    element: element('start="manual" style="--lra-accent: #0a58ca"'),
    async act(page, { requests }) {
      const call = (name, ...given) => page.evaluate((method, all) => document.querySelector('legal-risk-assessor')[method](...all), name, given);
      await new Promise((done) => setTimeout(done, 500));
      const early = requests.filter((it) => /wasm|program/.test(it)).length;
      await call('start');
      await arrived(page);
      await call('setMode', 'care');
      await until(page, (root) => root.querySelector('.wx-root').dataset.weuiMode === 'care');
      const accent = await within(page, (root) => getComputedStyle(root.querySelector('.weui-btn_primary')).backgroundColor);
      await leads(page, () => tap(page, '全面体检'));
      await answer(page, 1);
      await call('goTo', '#/');
      await until(page, (root) => root.getElementById('keep') !== null);
      await tap(page, '记住我的回答');
      await page.waitForFunction(() => localStorage.length > 0);
      const kept = await page.evaluate(() => Object.keys(localStorage));
      await call('eraseLocal');
      await arrived(page);
      const erased = { keys: await page.evaluate(() => Object.keys(localStorage)), text: await says(page) };
      await call('goTo', '"><img src=x onerror=alert(1)>');
      return { early, accent, kept, erased, parts: await within(page, (root) => [...new Set([...root.querySelectorAll('[part]')].map((it) => it.getAttribute('part')))]) };
    },
  },
  fullscreen: {
    element: element('display="fullscreen"'),
    async act(page) {
      await until(page, (root) => root.querySelector('.lra-host:not([hidden]) a') !== null);
      await page.evaluate(() => { window.was = location.href; });
      await tap(page, '企业法律风险自测');
      await arrived(page);
      const seen = () => within(page, (root) => {
        const { width, height } = root.querySelector('.lra-host_full').getBoundingClientRect();
        return { open: width === window.innerWidth && height === window.innerHeight, width };
      });
      const open = await seen();
      await leads(page, () => tap(page, '全面体检'));
      const first = await heading(page);
      await tap(page, '关闭');
      await page.waitForFunction(() => history.state === null);
      await until(page, (root) => root.querySelector('.lra-host_full').hidden);
      const focus = await within(page, (root) => root.activeElement?.getAttribute('part'));
      await tap(page, '企业法律风险自测');
      await until(page, (root) => !root.querySelector('.lra-host_full').hidden);
      return { open: open.open, first, focus, again: await heading(page), same: await page.evaluate(() => location.href === window.was) };
    },
  },
  // The screens that ask most of a browser: pictures, paper, copying.
  screens: {
    element: element('topic="labor"'),
    async act(page, { site }) {
      await arrived(page);
      await until(page, (root) => /开始/.test(root.querySelector('.wx-root').innerText));
      await leads(page, () => tap(page, '开始'));
      await answer(page, 6);
      const seen = {};
      for (const place of ['#/domains', '#/events', '#/share', '#/print', '#/agency/nat-12345', '#/about', '#/erase', '#/result']) {
        await leads(page, () => page.evaluate((to) => { document.querySelector('legal-risk-assessor').goTo(to); }, place));
        seen[place] = await heading(page);
        if (place === '#/share') {
          const picture = await until(page, (root) => [...root.querySelectorAll('img')].map((it) => it.naturalWidth)[0]);
          seen.share = { picture, entry: (await within(page, (root) => root.querySelector('.wx-root').textContent)).includes(site.replace(/\/$/, '')) };
          if (process.env.PICTURE) await page.screenshot({ path: `${process.env.PICTURE}-share.png` });
        }
      }
      return { seen };
    },
  },
  article: {
    own: 'article.html',
    async act(page, { site }) {
      await page.$eval('legal-risk-assessor', (it) => it.scrollIntoView());
      await arrived(page);
      await leads(page, () => tap(page, '全面体检'));
      const asked = await answer(page, 1);
      return {
        asked,
        levels: await page.$$eval('h1, h2', (all) => all.map((it) => it.tagName)),
        links: await page.$$eval('a', (all) => all.map((it) => it.href)),
        elsewhere: await page.evaluate((own) => performance.getEntriesByType('resource').map((it) => it.name).filter((it) => !it.startsWith(own)), site),
        scripts: await page.$$eval('article script, article [onclick], article iframe', (all) => all.length),
        width: await page.evaluate(() => document.documentElement.scrollWidth),
      };
    },
  },
  card: {
    element: element('display="card" topic="labor"'),
    async act(page, { requests }) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      await page.reload();
      await until(page, (root) => root.querySelector('.lra-host:not([hidden]) a') !== null);
      const link = await within(page, (root) => ({ href: root.querySelector('a').href, text: root.querySelector('a').innerText.trim(), theme: root.querySelector('.wx-root').dataset.weuiTheme }));
      return { ...link, wasm: requests.filter((it) => /wasm|program/.test(it)).length };
    },
  },
};
