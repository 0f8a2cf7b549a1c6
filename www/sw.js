// The service worker: keeps the page on the phone, so that a second visit works without a network.
//
// Before this file the build puts VERSION and FILES: every file of a whole visit, with its integrity
// hash. A version is all of them or nothing: where one is missing, damaged, or does not fit on the
// phone, the version before stays. Everybody fetches the same list, so that no request tells what an
// owner looks at; what a first visit has just brought comes from the browser's own cache.
//
// The page decides which version it is, and the newest law matters: it is asked of the network
// first, and the kept one, which then says so, is for where no answer comes. All other files are
// named after their contents, so that a kept one is as good as the network's, and the page checks
// each against its hash. Workbox does the same in 20 times the bytes.
'use strict';

const SCOPE = self.registration.scope;
const OURS = `legal-risk-assessor ${SCOPE} `;
const CACHE = OURS + VERSION;
const PATIENCE_MS = 3000;
const PAGES = { '': './', 'index.html': './', 'compat.html': 'compat.html' };
// However it was packed.
const ANY = { ignoreVary: true };
const HASHED = /^[a-z]+\.[0-9a-f]{16}\.[a-z]+$/;

/**
 * Puts a file into the cache: the one of the version before if it is the same, else the browser's own
 * copy if that is the right one, else the network's.
 */
async function keep(cache, name) {
  const get = (from) => fetch(name, { cache: from, integrity: FILES[name] });
  const same = HASHED.test(name) && (await caches.match(name, ANY));
  await cache.put(name, same || (await get('force-cache').catch(() => get('reload'))));
}

async function install() {
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(Object.keys(FILES).map((name) => keep(cache, name)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/** The names of all versions that are kept. */
const versions = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

/** Removes other versions, unless a page that is open may still need its own. */
async function tidy() {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.filter(({ url }) => url.startsWith(SCOPE)).length > 1) return;
  const old = (await versions()).filter((name) => name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The kept page, with a mark on it by which it says so. */
async function kept(name) {
  const page = await caches.match(PAGES[name], Object.assign({ cacheName: CACHE }, ANY));
  if (!page) return page;
  const headers = new Headers(page.headers);
  // Of the body as it came, which is unpacked by now.
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  return new Response((await page.text()).replace('<body', '<body data-kept'), { headers });
}

async function openPage(request, name) {
  const answer = fetch(request);
  const late = new Promise((done) => { setTimeout(done, PATIENCE_MS); });
  const first = await Promise.race([answer, late]).catch(() => undefined);
  if (first && first.status < 500) return first;
  answer.catch(() => {});
  return (await kept(name)) || answer;
}

async function file(request) {
  return (await caches.match(request.url, ANY)) || fetch(request);
}

/** What was damaged where the page had it from is not given again, and replaced once a whole one has come. */
async function fileAgain(request, name) {
  const all = await versions();
  await Promise.all(all.map((it) => caches.open(it).then((cache) => cache.delete(name))));
  const response = await fetch(request);
  if (FILES[name] && all.includes(CACHE)) caches.open(CACHE).then((cache) => keep(cache, name)).catch(() => {});
  return response;
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(tidy()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const name = request.url.slice(SCOPE.length).split(/[?#]/)[0];
  if (request.method !== 'GET' || !request.url.startsWith(SCOPE)) return;
  if (request.mode === 'navigate' && PAGES[name]) {
    event.respondWith(openPage(request, name));
    event.waitUntil(tidy());
  } else if (HASHED.test(name)) {
    event.respondWith(request.cache === 'reload' ? fileAgain(request, name) : file(request));
  }
});

self.addEventListener('message', ({ data, ports }) => {
  if (data === 'version') ports[0].postMessage(VERSION);
  // The owner wants the new version now.
  if (data === 'activate') self.skipWaiting();
});
