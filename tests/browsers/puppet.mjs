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
  // The page, or a frame in it.
  let at = page;
  return {
    name: await browser.version(),
    resize: (width, height) => page.setViewport({ width, height }),
    goto: (url) => page.goto(url),
    run: (work, ...args) => at.evaluate(work, ...args),
    click: (selector) => at.click(selector),
    press: async (find, ...args) => (await at.evaluateHandle(find, ...args)).click(),
    type: (selector, text) => at.type(selector, text),
    enter: async (selector) => { at = await (await page.waitForSelector(selector)).contentFrame(); },
    leave: async () => { at = page; },
    picture: (path) => page.screenshot({ path }),
    close: () => browser.close(),
  };
}
