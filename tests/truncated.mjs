// node truncated.mjs URL FOLDER: opens the site of the folder while its module is broken off, mends
// the module, and taps the button that tries again. Prints what the page says before, and what
// engine runs after. Nothing stands between browser and server, so that the browser's cache works.
import fs from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';

const [url, folder] = process.argv.slice(2);
const module = path.join(folder, fs.readdirSync(folder).find((name) => /^app\..*\.wasm$/.test(name)));
const whole = fs.readFileSync(module);
fs.writeFileSync(module, whole.subarray(0, whole.length / 2));

const browser = await puppeteer.launch({
  executablePath: process.env.BROWSER,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForSelector('.intro__status_failed', { timeout: 60000 });
  const status = await page.$eval('#status', (it) => it.textContent);
  fs.writeFileSync(module, whole);
  await page.click('#retry');
  await page.waitForSelector('[data-engine]', { timeout: 60000 });
  console.log(JSON.stringify({ status, engine: await page.evaluate(() => document.body.dataset.engine) }));
} finally {
  await browser.close();
}
