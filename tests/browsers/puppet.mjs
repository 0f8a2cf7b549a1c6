// Firefox through WebDriver BiDi, and Chromium to compare with, both by puppeteer.
import puppeteer from 'puppeteer-core';

const KINDS = {
  firefox: { browser: 'firefox', executablePath: process.env.FIREFOX },
  chromium: { browser: 'chrome', executablePath: process.env.BROWSER, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] },
};

/** Opens `firefox` or `chromium`. */
export async function open(kind) {
  const browser = await puppeteer.launch(KINDS[kind]);
  const page = await browser.newPage();
  await page.setViewport({ width: 390, height: 844 });
  return {
    name: await browser.version(),
    goto: (url) => page.goto(url),
    run: (work, ...args) => page.evaluate(work, ...args),
    click: (selector) => page.click(selector),
    type: (selector, text) => page.type(selector, text),
    picture: (path) => page.screenshot({ path }),
    close: () => browser.close(),
  };
}
