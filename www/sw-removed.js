// In the place of sw.js on a site that is built with `--no-offline`: takes back what a service worker
// of an earlier build has kept on phones, and itself.
'use strict';

const OURS = `legal-risk-assessor ${self.registration.scope} `;

async function remove() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(remove()));
