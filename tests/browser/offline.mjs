// node offline.mjs CASE SITE [NEXT]: the page with its service worker, while the host goes away, gets
// the version in the folder NEXT, or sends what is not whole. Prints what an owner has before them.
import fs from 'node:fs';
import puppeteer from 'puppeteer-core';
import { serve } from './host.mjs';
import { answer, arrived, follow, go, interview, leads, picture, place, stop, tap, text } from './page.mjs';
import { BUSINESS, STAFF } from './owner.mjs';

const [name, site, next] = process.argv.slice(2);
const FOLDER = 'offline';
const version = (folder) => fs.readFileSync(`${folder}/index.html`, 'utf8').match(/data-rules="([^"]*)"/)[1];
const shown = (page) => page.$eval('.lra-foot', (it) => it.innerText.match(/规则版本 (\S+)/)[1]);
const complaints = [];

/** A tab with the page in it. */
async function open(browser, host, hash = '') {
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 640, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true });
  page.on('pageerror', (error) => complaints.push(error.message));
  await stop(page);
  await page.goto(host.url + hash, { waitUntil: 'domcontentloaded' });
  await arrived(page);
  return page;
}

/** Until the worker has everything. */
const kept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
const versions = (page) => page.evaluate(async () => (await caches.keys()).length);
/** The line on a page that was kept. */
const line = (page) => page.$eval('.lra-kept', (it) => (it.offsetParent ? it.innerText : ''));
const bar = (page) => page.$$eval('body > [role=status] .lra-notice', (all) => all.map((it) => it.innerText).join());
const until = (page, test, ...args) => page.waitForFunction(test, { polling: 50, timeout: 60000 }, ...args);

async function wholeInterview(page) {
  await follow(page, '全面体检');
  const asked = await interview(page, BUSINESS);
  await follow(page, '劳动用工');
  asked.push(...(await interview(page, STAFF)));
  return { asked: asked.length, end: await place(page), result: await text(page) };
}

/** A first visit, then one without a network; and what the host was asked for. */
async function again(browser, host) {
  const first = await open(browser, host);
  await kept(first);
  const asked = [...host.log];
  const online = await wholeInterview(first);
  const meanwhile = host.log.length - asked.length;
  await first.close();
  host.close();
  const second = await open(browser, host, '?from=timeline');
  await picture(second, FOLDER, 'kept');
  const said = await line(second);
  const offline = await wholeInterview(second);
  await go(second, '#/about');
  const about = await text(second);
  return { asked, meanwhile, online, offline, said, about, version: version(site) };
}

/** An open page goes on with its own files; the next visit has the new ones. */
async function update(browser, host) {
  const first = await open(browser, host);
  await kept(first);
  await first.close();
  const old = await open(browser, host);
  await follow(old, '全面体检');
  await answer(old, BUSINESS);
  host.folder = next;
  const fresh = await open(browser, host);
  const seen = { old: await shown(old), fresh: await shown(fresh) };
  await until(fresh, () => navigator.serviceWorker.getRegistration().then((it) => Boolean(it.waiting)));
  seen.both = await versions(fresh);
  seen.announced = await bar(fresh);
  await old.bringToFront();
  // Files of its own that the host no longer has.
  seen.own = await old.$eval('#rulebook', (it) => fetch(it.href).then((answer) => answer.status));
  await go(old, '#/');
  seen.end = (await wholeInterview(old)).end;
  seen.still = await shown(old);
  await fresh.close();
  await old.close();
  const last = await open(browser, host);
  await until(last, () => caches.keys().then((names) => names.length === 1));
  host.close();
  const offline = await open(browser, host);
  return { ...seen, last: await shown(last), offline: await shown(offline), before: version(site), after: version(next) };
}

/**
 * The page is the kept one, for the host is slow; then the new version comes, and is asked for: where
 * answers are saved, where they are not, and where they are only in a window beside this one.
 */
async function announce(browser, host) {
  const first = await open(browser, host);
  await kept(first);
  if (name === 'announced-saved') await tap(first, '记住我的回答', '.lra-choice');
  await first.close();
  host.folder = next;
  let come;
  const late = new Promise((done) => { come = done; });
  host.answers = (file) => (file === 'index.html' ? late : undefined);
  const page = await open(browser, host, '#/q/profile/trade');
  const opened = { shown: await shown(page), line: await line(page) };
  // As a window beside this one does, whose owner agreed there.
  if (name === 'announced-beside') await page.evaluate(() => localStorage.setItem('legal-risk-assessor.v1.answers', '{}'));
  come();
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => it.update()));
  await until(page, () => navigator.serviceWorker.getRegistration().then((it) => Boolean(it.waiting)));
  const atOnce = await bar(page);
  await answer(page, BUSINESS);
  await until(page, () => document.querySelector('body > [role=status] .lra-notice'));
  const said = await bar(page);
  await picture(page, FOLDER, name);
  const seen = { opened, atOnce, said, before: version(site), after: version(next) };
  if (name !== 'announced-saved') return seen;
  await Promise.all([page.waitForNavigation(), tap(page, '现在更新', 'button')]);
  await arrived(page);
  return { ...seen, updated: { shown: await shown(page), line: await line(page), place: await place(page), versions: await versions(page) } };
}

/** The new version does not come through whole. */
async function half(browser, host) {
  const first = await open(browser, host);
  await kept(first);
  host.folder = next;
  const broken = (file) => /^opening\./.test(file) && !fs.existsSync(`${site}/${file}`);
  host.answers = (file) => (broken(file) ? 500 : undefined);
  const failed = await first.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    const worker = registration.installing || registration.waiting;
    if (!worker) return 'redundant';
    if (worker.state === 'installing') await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
    return worker.state;
  });
  const [left, tried] = [await versions(first), host.log.some(broken)];
  await first.close();
  host.close();
  const second = await open(browser, host);
  return { failed, left, tried, shown: await shown(second), before: version(site), end: (await wholeInterview(second)).end };
}

/** Before the page: notes in what state its worker is once it has tried to keep everything. */
const noteEnd = () => {
  const register = ServiceWorkerContainer.prototype.register;
  ServiceWorkerContainer.prototype.register = async function noted(...it) {
    const registration = await register.apply(this, it);
    const worker = registration.installing || registration.waiting || registration.active;
    const look = () => { if (worker.state !== 'installing') window.ended = worker.state; };
    // One that is gone already has not come through.
    if (!worker) { window.ended = 'redundant'; return registration; }
    worker.addEventListener('statechange', look);
    look();
    return registration;
  };
};

/** No room for it. */
async function quota(browser, host) {
  const page = await browser.newPage();
  await stop(page);
  await page.evaluateOnNewDocument(noteEnd);
  await page.goto(`${host.url}licenses.txt`);
  const driver = await page.createCDPSession();
  await driver.send('Storage.overrideQuotaForOrigin', { origin: host.url.slice(0, -1), quotaSize: 1000 });
  await page.goto(host.url);
  await arrived(page);
  await until(page, () => window.ended);
  const failed = await page.evaluate(() => window.ended);
  return { failed, versions: await versions(page), ...(await wholeInterview(page)) };
}

/** What is damaged in the worker's own keeping is replaced by the loader's one try to heal. */
async function damaged(browser, host) {
  const first = await open(browser, host);
  await kept(first);
  await first.evaluate(async () => {
    const cache = await caches.open((await caches.keys())[0]);
    const [module] = (await cache.keys()).filter(({ url }) => /\/app\.[0-9a-f]+\.wasm$/.test(url));
    await cache.put(module, new Response('broken', { headers: { 'Content-Type': 'application/wasm' } }));
  });
  await first.close();
  host.log.length = 0;
  const second = await open(browser, host);
  const healed = await second.evaluate(() => document.body.dataset.engine);
  const asked = host.log.filter((it) => /^app\..*wasm$/.test(it)).length;
  await until(second, async () => {
    const kept = await caches.match([...document.querySelectorAll('#module')][0].href);
    return kept && (await kept.arrayBuffer()).byteLength > 1000;
  });
  return { healed, asked };
}

/** 清除本机数据 leaves nothing of the page either. */
async function erase(browser, host) {
  const page = await open(browser, host);
  await kept(page);
  await tap(page, '记住我的回答', '.lra-choice');
  await follow(page, '清除本机数据');
  const asked = await text(page);
  await leads(page, () => tap(page, '清除', 'button.weui-btn_warn'));
  await until(page, async () => (await caches.keys()).length === 0 && !(await navigator.serviceWorker.getRegistration()));
  return { asked, stored: await page.evaluate(() => window.localStorage.length) };
}

/** 清除本机数据 while the script that keeps the page is still on its way. */
async function early(browser, host) {
  let come;
  const late = new Promise((done) => { come = done; });
  host.answers = (file) => (/^offline\./.test(file) ? late : undefined);
  const page = await open(browser, host);
  await go(page, '#/erase');
  await leads(page, () => tap(page, '清除', 'button.weui-btn_warn'));
  await until(page, () => document.querySelector('script[src*="offline."]'));
  await page.evaluate(() => {
    document.querySelector('script[src*="offline."]').addEventListener('load', () => { window.ran = true; });
  });
  come();
  await until(page, () => window.ran);
  // Time enough for a worker to be registered and to begin.
  await new Promise((done) => setTimeout(done, 1000));
  return { versions: await versions(page), registered: await page.evaluate(async () => Boolean(await navigator.serviceWorker.getRegistration())) };
}

/** A site that is built without it takes back what was kept. */
async function removed(browser, host) {
  const first = await open(browser, host);
  await kept(first);
  await first.close();
  host.folder = next;
  const second = await open(browser, host);
  await until(second, async () => (await caches.keys()).length === 0 && !(await navigator.serviceWorker.getRegistration()));
  return { shown: await shown(second), about: await go(second, '#/about').then(() => text(second)) };
}

/** Where there are no service workers, and in a frame. */
async function without(browser, host) {
  const page = await browser.newPage();
  await stop(page);
  await page.evaluateOnNewDocument(() => { Object.defineProperty(navigator, 'serviceWorker', { value: undefined }); });
  await page.goto(host.url);
  await arrived(page);
  const seen = await wholeInterview(page);
  return { ...seen, asked: host.log };
}

const CASES = { again, update, 'announced-saved': announce, announced: announce, 'announced-beside': announce, half, quota, damaged, erase, early, removed, without };
const host = await serve(site);
const browser = await puppeteer.launch({
  executablePath: process.env.BROWSER,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  console.log(JSON.stringify({ ...(await CASES[name](browser, host)), complaints }));
} finally {
  await browser.close();
  host.close();
}
