// node bundles.mjs SOURCE FOLDER: the README's first program in a browser, in every way a site may
// bring it there: with no bundler, with esbuild, rollup and webpack, in a page and in a worker.
// Prints what each printed and what the bundlers warned of, as JSON.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import puppeteer from 'puppeteer-core';
import { rollup } from '@rollup/wasm-node';
import webpack from 'webpack';
import { files, promised } from './readme.mjs';

const [, , source, folder] = process.argv;
const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const out = path.join(folder, 'bundles');
fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(out);
const at = (name) => path.join(out, name);

// In a page and in a worker the lines go to the page, whose `lines` are looked at.
const SAY = "const console = { log: (...words) => { const line = words.join(' '); globalThis.lines ? lines.push(line) : postMessage(line); } };\n";
const program = files(source, folder)['first.mjs'];
const entry = path.join(folder, 'entry.mjs');
fs.writeFileSync(entry, `${SAY}${program}console.log('end');\n`);
// As the README has it for bundlers that give a file's address.
const addressed = path.join(folder, 'addressed.mjs');
const importing = "import wasm from 'legal-risk-assessor/assessor.wasm';\n";
fs.writeFileSync(addressed, importing + fs.readFileSync(entry, 'utf8').replace('await init();', 'await init(new URL(wasm, import.meta.url));'));

const module = path.join(folder, 'node_modules/legal-risk-assessor/assessor.wasm');
const warnings = {};

function esbuild(name, from, ...options) {
  const program = path.join(root, 'www/node_modules/esbuild/bin/esbuild');
  const given = [from, '--bundle', '--format=esm', '--minify', '--log-level=warning', `--outfile=${at(name)}`, ...options];
  warnings[name] = execFileSync(program, given, { cwd: folder, encoding: 'utf8' });
}

async function rolledUp(name) {
  warnings[name] = '';
  const bundle = await rollup({ input: entry, plugins: [nodeResolve({ browser: true })], onwarn: (it) => { warnings[name] += it.message; } });
  await bundle.write({ file: at(name), format: 'es' });
}

/** `target` is `web` or `webworker`. */
const packed = (name, target) =>
  new Promise((done, failed) => {
    const options = { mode: 'production', context: folder, entry, target, output: { path: out, filename: name, publicPath: 'auto' }, performance: false };
    webpack(options, (error, stats) => {
      if (error || stats.hasErrors()) return failed(error || new Error(stats.toString('errors-only')));
      warnings[name] = stats.toJson({ all: false, warnings: true }).warnings.map((it) => it.message).join();
      return done();
    });
  });

esbuild('esbuild.js', entry);
esbuild('addressed.js', addressed, '--loader:.wasm=file');
await rolledUp('rollup.js');
await packed('webpack.js', 'web');
await packed('webpack-worker.js', 'webworker');
// Those that take nothing along find it beside the bundle.
fs.copyFileSync(module, at('assessor.wasm'));

const mapped = JSON.stringify({ imports: { 'legal-risk-assessor': '/node_modules/legal-risk-assessor/assessor.mjs' } });
const inPage = (address) => `<script type="module" src="${address}"></script>`;
const inWorker = (address, options) => `<script>new Worker('${address}', ${options}).onmessage = ({ data }) => lines.push(data);</script>`;
const WAYS = {
  'no bundler': `<script type="importmap">${mapped}</script>${inPage('/entry.mjs')}`,
  esbuild: inPage('/bundles/esbuild.js'),
  'esbuild, by address': inPage('/bundles/addressed.js'),
  rollup: inPage('/bundles/rollup.js'),
  webpack: inPage('/bundles/webpack.js'),
  'module worker': inWorker('/bundles/esbuild.js', "{ type: 'module' }"),
  'classic worker': inWorker('/bundles/webpack-worker.js', '{}'),
};
const TYPES = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };

const server = http.createServer((request, answer) => {
  const address = decodeURIComponent(request.url);
  const way = WAYS[address.slice(1)];
  const file = path.join(folder, address);
  // A policy as the README asks for; 'unsafe-inline' is for the test's own lines.
  const policy = "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'";
  if (way) answer.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': policy }).end(`<link rel="icon" href="data:,"><script>lines = [];</script>${way}`);
  else if (fs.existsSync(file)) answer.writeHead(200, { 'Content-Type': TYPES[path.extname(file)] }).end(fs.readFileSync(file));
  else answer.writeHead(404).end();
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));

const browser = await puppeteer.launch({ executablePath: process.env.BROWSER, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
const printed = {};
try {
  for (const way of Object.keys(WAYS)) {
    const page = await browser.newPage();
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`http://127.0.0.1:${server.address().port}/${encodeURIComponent(way)}`);
    await page.waitForFunction(() => lines.includes('end'), { timeout: 30000 }).catch((error) => complaints.push(error.message));
    printed[way] = [...(await page.evaluate(() => lines)), ...complaints];
    await page.close();
  }
} finally {
  await browser.close();
  server.close();
}
const sizes = Object.fromEntries(Object.keys(warnings).map((name) => [name, fs.statSync(at(name)).size]));
console.log(JSON.stringify({ printed, promised: [...promised(program), 'end'], warnings, sizes }));
