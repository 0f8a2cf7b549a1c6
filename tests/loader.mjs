// node loader.mjs URL CASE: opens the page in the way CASE names and prints what an owner then
// has before them, as JSON. Where CASE breaks something, it is broken between server and page.
import puppeteer from 'puppeteer-core';

const [url, name] = process.argv.slice(2);

const refuse = (ending, answer) => ({ breaks: (request) => request.url().split('?')[0].endsWith(ending) && answer(request) });
const is = (request, file) => new URL(request.url()).pathname.includes(`/${file}.`);
let refused = 0;
let reopened = false;
const notFound = (request) => request.respond({ status: 404, contentType: 'text/plain', body: '404' }) && true;

// After the page has loaded: a trap, as the module's own would reach the window.
const trap = () => {
  window.dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }));
};
const hurry = () => {
  const real = window.setTimeout;
  window.setTimeout = (run, ms) => real(run, ms / 50);
};
const remember = (look) => window.localStorage.setItem('legal-risk-assessor.v1.look', look);
const forbidStorage = () => {
  Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
};
const forbidCompiling = () => {
  WebAssembly.instantiate = () => Promise.reject(new WebAssembly.CompileError('as an engine says that is too old for the module'));
};
// Runs under the page's policy, unlike what the driver evaluates. What came of it is kept where
// the app writes nothing: the title is the app's, at any time.
const attempts = () => {
  const script = document.createElement('script');
  const identity = { createScriptURL: (it) => it, createHTML: (it) => it, createScript: (it) => it };
  const tries = {
    eval: () => (0, eval)('1 + 1'),
    innerHTML: () => { document.createElement('p').innerHTML = '<b>x</b>'; },
    'script.src': () => { script.src = 'other.js'; },
    'script.text': () => { script.text = '1'; },
    DOMParser: () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
    worker: () => new Worker('other.js'),
    'another policy': () => window.trustedTypes.createPolicy('another', identity),
    'the same policy': () => window.trustedTypes.createPolicy('legal-risk-assessor', identity),
  };
  const came = {};
  for (const [name, attempt] of Object.entries(tries)) {
    try { attempt(); came[name] = 'done'; } catch (error) { came[name] = error.name; }
  }
  document.body.dataset.attempts = JSON.stringify(came);
};

// When there is something to look at: the app, or why it is not there.
const once = ({ breaks }) => {
  let broken = false;
  return { breaks: (request) => !broken && (broken = Boolean(breaks(request))) };
};

const settled = () => !document.getElementById('status') || document.querySelector('.intro__status_failed');
const says = (part) => ({ until: (it) => document.body?.innerText.includes(it), argument: part });

const missing = {
  'module-missing': refuse('.wasm', notFound),
  'glue-missing': refuse('.js', (request) => /\/app\./.test(request.url()) && notFound(request)),
  'opening-unreachable': refuse('.json', (request) => is(request, 'opening') && request.abort() && true),
  'opening-damaged': refuse('.json', (request) => is(request, 'opening') && request.respond({ contentType: 'application/json', body: '{"format":' }) && true),
};
const cases = {
  works: {},
  ...missing,
  ...Object.fromEntries(Object.entries(missing).map(([name, it]) => [`${name}-once`, once(it)])),
  // The first try fails; the next comes after three seconds.
  'rest-late': { hash: '#/events', early: says('正在重试'), late: says('客户不付款'), ...refuse('.json', (request) => is(request, 'rulebook') && !refused++ && request.abort() && true) },
  // The site has another version until the page is opened anew.
  'rest-gone': { hash: '#/events', early: says('重新打开'), tap: '.lra-ways button', late: says('客户不付款'), ...refuse('.json', (request) => is(request, 'rulebook') && !reopened && notFound(request)) },
  slow: { before: hurry, late: says('网络较慢'), ...refuse('.wasm', () => true) },
  trapped: { after: trap, late: says('故障') },
  // Takes WebAssembly away; `--noexpose-wasm` no longer does.
  'no-wasm': { flags: ['--js-flags=--jitless'] },
  'no-compiler': { before: forbidCompiling },
  'no-fetch': { before: () => { delete window.fetch; } },
  'no-script': { script: false, until: () => document.body },
  'no-storage': { before: forbidStorage },
  // Without the app, which sets the look too.
  'system-dark': { dark: true, ...refuse('.wasm', notFound) },
  'saved-look': { dark: true, before: remember, argument: 'care light', ...refuse('.wasm', notFound) },
  attempts: { attempts: true, late: { until: () => document.body.dataset.attempts }, rewrite: (page) => page.replace('</body>', '<script src="attempts.js" defer></script></body>') },
  // As a browser sees the policy that does not know 'wasm-unsafe-eval'.
  'held-back': { hash: '#/about', rewrite: (page) => page.replaceAll(" 'wasm-unsafe-eval'", '') },
};
const chosen = cases[name];

const browser = await puppeteer.launch({
  executablePath: process.env.BROWSER,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...(chosen.flags ?? [])],
});
try {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  if (chosen.script === false) await page.setJavaScriptEnabled(false);
  if (chosen.dark) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  if (chosen.before) await page.evaluateOnNewDocument(chosen.before, chosen.argument);
  await page.setRequestInterception(true);
  page.on('request', async (request) => {
    if (chosen.rewrite && request.isNavigationRequest()) {
      const answer = await fetch(request.url());
      request.respond({ contentType: 'text/html; charset=utf-8', body: chosen.rewrite(await answer.text()) });
    } else if (chosen.attempts && request.url().endsWith('/attempts.js')) {
      request.respond({ contentType: 'text/javascript', body: `(${attempts})();` });
    } else if (!chosen.breaks?.(request)) {
      request.continue();
    }
  });
  await page.goto(url + (chosen.hash ?? ''), { waitUntil: 'domcontentloaded' });
  const wait = ({ until, argument }) => page.waitForFunction(until, { timeout: 60000, polling: 100 }, argument);
  await wait({ until: chosen.until ?? (chosen.early || chosen.late && !chosen.after ? () => document.body : settled) });
  if (chosen.early) await wait(chosen.early);
  if (chosen.after) await page.evaluate(chosen.after);
  const early = await page.evaluate(() => document.body.innerText);
  if (chosen.tap) {
    reopened = true;
    await Promise.all([page.waitForNavigation(), page.click(chosen.tap)]);
  }
  if (chosen.late) await wait(chosen.late);
  // Whatever is still on its way, and should not be.
  await new Promise((done) => setTimeout(done, 500));
  const seen = await page.evaluate(() => {
    const visible = (id) => Boolean(document.getElementById(id)?.offsetParent);
    return {
      text: document.body.innerText,
      status: document.getElementById('status')?.textContent ?? null,
      ways: visible('way'),
      retry: visible('retry'),
      hotlines: [...document.querySelectorAll('.intro a[href^="tel:"]')].filter((link) => link.offsetParent).length,
      theme: document.body.dataset.weuiTheme,
      mode: document.body.dataset.weuiMode,
      engine: document.body.dataset.engine ?? null,
      attempts: JSON.parse(document.body.dataset.attempts ?? 'null'),
      place: location.pathname + location.hash,
    };
  });
  console.log(JSON.stringify({ ...seen, early, errors }));
} finally {
  await browser.close();
}
