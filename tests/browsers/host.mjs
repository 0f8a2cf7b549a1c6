// node browsers/host.mjs ENGINE SITE: the element, and then the frame, on a page of somebody else in one
// of the engines of engines.mjs: two questions by hand, back, the result, and whether anything leaked, as JSON.
import http from 'node:http';
import { open } from './engines.mjs';

const [engine, site] = process.argv.slice(2);
const PATIENCE_MS = 60000;
const AGAIN_MS = 5000;

// Styles that both sides would show if they leaked.
const styles = 'p, h1, button, label { color: rgb(200, 0, 100); letter-spacing: 3px } html { font-size: 30px }';
const listen = `window.heard = []; for (const name of ['ready', 'start', 'progress', 'complete', 'error']) document.addEventListener('lra:' + name, ({ detail }) => window.heard.push([name, detail]));`;
const page = (body) => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>门户</title><style>${styles}</style><script>${listen}</script></head>
<body><p id="words">先做一次自测。</p>${body}</body></html>`;
const PAGES = {
  '/element': page(`<script src="${site}v1/lra.js" async crossorigin="anonymous"></script><legal-risk-assessor><a href="${site}">打开</a></legal-risk-assessor>`),
  '/frame': page(`<script src="${site}v1/frame.js" crossorigin="anonymous"></script>`),
};
const server = http.createServer((request, answer) => {
  answer.writeHead(PAGES[request.url] ? 200 : 204, { 'Content-Type': 'text/html; charset=utf-8' }).end(PAGES[request.url]);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const host = `http://localhost:${server.address().port}`;
const hands = await open(engine);
// Where a page is scrolled, WebKit's driver misses what lies in a frame of it: nothing is to be scrolled.
await hands.resize(1000, 2400);

async function until(what, work, ...args) {
  for (const end = Date.now() + PATIENCE_MS; ;) {
    const seen = await hands.run(work, ...args);
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`${engine}: waited for ${what} in vain`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** What begins with some words, in the element or the page. Runs in the browser, like all that take `words`. */
const found = (words, selector) => {
  const element = document.querySelector('legal-risk-assessor');
  const root = element ? element.shadowRoot : document;
  const it = [...root.querySelectorAll(selector)].find((one) => one.innerText.trim().startsWith(words));
  if (it) it.scrollIntoView({ block: 'center' });
  return it;
};
const there = `(${found})`;

const is = (words, selector) => until(words || selector, new Function('words', 'selector', `return Boolean(${there}(words, selector))`), words, selector);

/** Presses until `done()` says that it has been felt: a new screen may still be moving under the finger. */
async function press(words, selector, done) {
  await is(words, selector);
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    await hands.press(found, words, selector);
    for (const again = Date.now() + AGAIN_MS; Date.now() < again;) {
      if (await done()) return;
      await new Promise((wait) => setTimeout(wait, 50));
    }
  }
  throw new Error(`${engine}: pressed “${words || selector}” in vain`);
}

const has = (selector) => hands.run(new Function('selector', `return Boolean(${there}('', selector))`), selector);

const heading = () => hands.run(() => {
  const element = document.querySelector('legal-risk-assessor');
  const it = (element ? element.shadowRoot : document).getElementById('heading');
  return it && it.innerText.trim();
});

/** Presses what leads to another screen, and gives its heading. */
async function follow(words) {
  const was = await heading();
  let now = was;
  await press(words, 'a, button', async () => {
    now = await heading();
    return now && now !== was;
  });
  return now;
}

/** Two questions by their first rows, and back to the second. */
async function walk() {
  await is('', '.lra-foot');
  const headings = [await heading(), await follow('全面体检')];
  for (let asked = 0; asked < 2; asked += 1) {
    await press('', '.lra-choice', () => has('.lra-choice_on'));
    headings.push(await follow('下一题'));
  }
  headings.push(await follow('上一题'));
  return headings;
}

/** How the page's own things look, in the element or the frame. */
const looks = () => {
  const element = document.querySelector('legal-risk-assessor');
  const root = element ? element.shadowRoot : document;
  const one = (selector) => {
    const style = getComputedStyle(root.querySelector(selector));
    return [style.color, style.fontSize, style.letterSpacing, style.backgroundColor, style.borderTopLeftRadius].join();
  };
  return ['#heading', '.weui-btn_primary', '.lra-choice', '.lra-foot'].map(one);
};

const words = () => {
  const style = getComputedStyle(document.getElementById('words'));
  return [style.color, style.letterSpacing, style.fontSize, style.fontWeight].join();
};

async function element() {
  await hands.goto(`${host}/element`);
  const before = await hands.run(words);
  const headings = await walk();
  const look = await hands.run(looks);
  await hands.run(() => document.querySelector('legal-risk-assessor').setAttribute('mode', 'care'));
  await hands.run(() => document.querySelector('legal-risk-assessor').setAttribute('theme', 'dark'));
  await is('', '[data-weui-mode=care][data-weui-theme=dark]');
  await hands.run(() => { document.querySelector('legal-risk-assessor').goTo('#/result'); });
  await until('the result', () => window.heard.some(([name]) => name === 'complete'));
  return { headings, look, untouched: (await hands.run(words)) === before, words: before, address: (await hands.run(() => location.pathname + location.hash)), heard: await hands.run(() => window.heard) };
}

/** Waits until the frame is as tall as what is in it, and gives that. Begins and ends inside. */
async function grown() {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    const content = await hands.run(() => Math.ceil(document.body.getBoundingClientRect().height));
    await hands.leave();
    const height = await hands.run(() => document.querySelector('iframe').offsetHeight);
    await hands.enter('iframe');
    if (Math.abs(height - content) < 3) return content;
  }
  throw new Error(`${engine}: the frame did not grow`);
}

async function frame() {
  await hands.goto(`${host}/frame`);
  const before = await hands.run(words);
  // Entered earlier, it would be another frame by then.
  await until('the frame', () => window.heard.some(([name]) => name === 'ready'));
  await hands.enter('iframe');
  const headings = await walk();
  const look = await hands.run(looks);
  await hands.run(() => { location.hash = '#/agencies'; });
  await until('the agencies', () => document.querySelectorAll('.lra-row').length > 10);
  const content = await grown();
  await hands.run(() => { location.hash = '#/result'; });
  await hands.leave();
  await until('the result', () => window.heard.some(([name]) => name === 'complete'));
  return { headings, look, untouched: (await hands.run(words)) === before, tall: content > 3000, heard: await hands.run(() => window.heard) };
}

try {
  console.log(JSON.stringify({ name: hands.name, element: await element(), frame: await frame() }));
} finally {
  await hands.close();
  server.close();
}
