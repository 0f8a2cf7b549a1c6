// [SEED=…] node host.mjs SITE CASE: a page of somebody else, on an origin of its own, that embeds the site
// at SITE in the way CASE names. Does what the case asks for and prints what came of it, as JSON.
import fs from 'node:fs';
import http from 'node:http';
import puppeteer from 'puppeteer-core';
import { cases as elements } from './cases.mjs';
import { cases as frames } from './frames.mjs';
import { cases as fuzz } from './fuzz.mjs';
import { cases as odd } from './odd.mjs';
import { cases as outcome } from './outcome.mjs';

const [site, name] = process.argv.slice(2);
const origin = new URL(site).origin;
const chosen = { ...elements, ...frames, ...fuzz, ...odd, ...outcome }[name];

const template = chosen.html ?? fs.readFileSync(new URL(`${chosen.page ?? 'plain'}.html`, import.meta.url), 'utf8');
const link = '<legal-risk-assessor><a href="{{site}}">打开企业法律风险自测</a></legal-risk-assessor>';
const body = template.replaceAll('{{element}}', chosen.element ?? link).replaceAll('{{site}}', site);
const server = http.createServer((request, answer) => {
  const headers = { 'Content-Type': 'text/html; charset=utf-8' };
  if (chosen.policy) headers['Content-Security-Policy'] = chosen.policy.replaceAll('{{origin}}', origin);
  // The browser asks for an icon too.
  answer.writeHead(request.url === '/' ? 200 : 204, headers);
  answer.end(request.url === '/' ? body : '');
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));

const browser = await puppeteer.launch({
  executablePath: process.env.BROWSER,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 390, height: 844, deviceScaleFactor: 1, isMobile: true, hasTouch: true });
  page.setDefaultTimeout(10000);
  const complaints = [];
  const requests = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => ['error', 'warning', 'warn'].includes(message.type()) && complaints.push(message.text()));
  page.on('request', (request) => requests.push(request.url()));
  if (chosen.damaged) {
    await page.setRequestInterception(true);
    page.on('request', (request) => (chosen.damaged.test(request.url()) ? request.respond({ headers: { 'Access-Control-Allow-Origin': '*' }, body: 'damaged' }) : request.continue()));
  }
  await page.evaluateOnNewDocument(() => {
    window.heard = [];
    for (const name of ['ready', 'start', 'navigate', 'progress', 'complete', 'contact', 'share', 'error']) {
      document.addEventListener(`lra:${name}`, ({ detail, target }) => window.heard.push({ name, detail, from: target.id }));
    }
  });
  // A host is another site: another name for the same machine. A page of the site's own (`own`) is not.
  if (chosen.before) await page.evaluateOnNewDocument(chosen.before);
  await page.goto(chosen.own ? site + chosen.own : `http://localhost:${server.address().port}/`);
  const seen = await chosen.act(page, { site, requests, complaints });
  if (process.env.PICTURE) await page.screenshot({ path: `${process.env.PICTURE}-${name}.png` });
  console.log(JSON.stringify({ ...seen, complaints }));
} finally {
  await browser.close();
  server.close();
}
