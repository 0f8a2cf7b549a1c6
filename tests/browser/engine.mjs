// node engine.mjs URL wasm|script: a whole interview by touch, with WebAssembly or without it. Prints
// which of the two ran, what there is to read at the end, and how long an owner waited.
import { arrived, follow, go, interview, text, visit } from './page.mjs';
import { BUSINESS, STAFF } from './owner.mjs';

const [url, engine] = process.argv.slice(2);

async function walk(page) {
  await arrived(page);
  const { ran, waited } = await page.evaluate(() => ({ ran: document.body.dataset.engine, waited: performance.now() }));
  await follow(page, '全面体检');
  const began = Date.now();
  const asked = await interview(page, BUSINESS);
  await follow(page, '劳动用工');
  asked.push(...(await interview(page, STAFF)));
  const took = Date.now() - began;
  const result = await text(page);
  await go(page, '#/share');
  const words = await page.$eval('#words', (it) => it.textContent);
  await go(page, '#/print');
  return { ran, asked, result, words, paper: await text(page), waited, took };
}

// Without a compiler a megabyte of script takes its time to begin, more so on a busy machine.
const prepare = (page) => page.setDefaultTimeout(120000);
// Takes WebAssembly away, as Lockdown Mode does; `--noexpose-wasm` no longer does.
await visit(url, walk, { prepare, flags: engine === 'script' ? ['--js-flags=--jitless'] : [] });
