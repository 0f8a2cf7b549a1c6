// node first-visit.mjs SITE [TIMES]: a first visit on Slow 4G (1.6 Mbit/s, 150 ms) with a processor
// slowed down four times, in Chromium at 390×844: first contentful paint, and the moment from which
// a tap on an answer of the first question does something. SITE is a built site; beside it stand a
// minimal static page with the same first question, and a SurveyJS form of all the same questions,
// one to a screen. Everything goes out in brotli. Medians; the machine should be idle.

import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import puppeteer from 'puppeteer-core';

const [site, times = '5'] = process.argv.slice(2);
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200000, uploadThroughput: 93750 };
const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css', json: 'application/json', wasm: 'application/wasm', svg: 'image/svg+xml' };

const ours = Object.fromEntries(fs.readdirSync(site).filter((it) => fs.statSync(path.join(site, it)).isFile() && !/\.(br|gz)$/.test(it)).map((it) => [it, fs.readFileSync(path.join(site, it))]));
const bundle = JSON.parse(ours[Object.keys(ours).find((it) => /^rulebook\.[0-9a-f]+\.json$/.test(it))]);
const questions = bundle.rulebook.sections.flatMap((it) => it.questions);

/** A question as SurveyJS has it. */
function element({ id, text, kind }) {
  const shared = { name: id, title: text };
  const choices = (options) => options.map((it) => ({ value: it.id, text: it.label }));
  if (kind === 'boolean') return { ...shared, type: 'radiogroup', choices: ['是', '否', '不清楚'] };
  if (kind.choice) return { ...shared, type: 'radiogroup', choices: choices(kind.choice.options) };
  if (kind.multi_choice) return { ...shared, type: 'checkbox', choices: choices(kind.multi_choice.options) };
  return { ...shared, type: 'text', inputType: kind.date ? 'date' : 'number' };
}

const head = '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>企业法律风险自测</title>';
const first = questions.find((it) => it.kind.choice);
const radios = first.kind.choice.options.map((it) => `<p><label><input type="radio" name="a">${it.label}</label></p>`).join('');
const start = 'new Survey.Model(form).render(document.getElementById("form"));';
const form = { questionsOnPageMode: 'questionPerPage', elements: questions.map(element) };
const surveyjs = (file) => fs.readFileSync(new URL(`node_modules/${file}`, import.meta.url));

const SITES = {
  'this page': { files: ours, hash: '#/check', answer: '.lra-choice', chosen: '.lra-choice_on' },
  'static page': { files: { 'index.html': Buffer.from(`${head}</head><body><h1>${first.text}</h1><form>${radios}</form></body></html>`) }, hash: '', answer: 'label', chosen: 'input:checked' },
  SurveyJS: {
    files: {
      'index.html': Buffer.from(`${head}<link rel="stylesheet" href="s.css"></head><body><div id="form"></div><script src="core.js"></script><script src="ui.js"></script><script src="form.js"></script></body></html>`),
      's.css': surveyjs('survey-core/survey-core.fontless.min.css'),
      'core.js': surveyjs('survey-core/survey.core.min.js'),
      'ui.js': surveyjs('survey-js-ui/survey-js-ui.min.js'),
      'form.js': Buffer.from(`const form = ${JSON.stringify(form)};${start}`),
    },
    hash: '',
    answer: '.sd-selectbase__label, .sd-item__control-label',
    chosen: 'input:checked',
  },
};

function serve(files) {
  const packed = new Map(Object.entries(files).map(([name, bytes]) => [name, zlib.brotliCompressSync(bytes)]));
  const server = http.createServer((request, response) => {
    const name = request.url.split('?')[0].slice(1) || 'index.html';
    if (!packed.has(name)) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': TYPES[name.split('.').pop()] ?? 'text/plain', 'Content-Encoding': 'br' });
    return response.end(packed.get(name));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** In the page: taps the first answer in every frame until it is chosen. */
const tapping = (answer, chosen) => {
  const frame = () => {
    if (document.querySelector(chosen)) window.interactive = performance.now();
    else {
      const found = document.querySelector(answer);
      if (found) found.click();
      requestAnimationFrame(frame);
    }
  };
  requestAnimationFrame(frame);
};

async function visit(browser, address, { hash, answer, chosen }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
  const devtools = await page.createCDPSession();
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluateOnNewDocument(tapping, answer, chosen);
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(`${address}${hash}`);
  await page.waitForFunction(() => window.interactive, { timeout: 120000 });
  const [interactive, painted, received] = [await page.evaluate(() => window.interactive), await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime), bytes];
  await context.close();
  return { interactive, painted, received };
}

const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
const browser = await puppeteer.launch({ executablePath: process.env.BROWSER ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
console.log(`load ${os.loadavg()[0].toFixed(1)} on ${os.availableParallelism()} cores; ${questions.length} questions; medians of ${times}`);
console.log(`${'ms'.padEnd(14)} first paint   interactive (range)        kB until then`);
for (const [name, it] of Object.entries(SITES)) {
  const server = await serve(it.files);
  const seen = [];
  for (let at = 0; at < Number(times); at += 1) seen.push(await visit(browser, `http://127.0.0.1:${server.address().port}/`, it));
  const ready = seen.map((visit) => visit.interactive).toSorted((a, b) => a - b);
  const range = `(${ready[0].toFixed(0)}–${ready.at(-1).toFixed(0)})`;
  console.log(`${name.padEnd(14)} ${median(seen.map((visit) => visit.painted)).toFixed(0).padStart(11)} ${median(ready).toFixed(0).padStart(13)} ${range.padEnd(14)} ${(median(seen.map((visit) => visit.received)) / 1000).toFixed(0).padStart(12)}`);
  server.close();
}
await browser.close();
