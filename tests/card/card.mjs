// node card/card.mjs URL HOW: opens the page as WeChat does (HOW `wechat`), with a service that
// refuses to sign (`refused`), or as another browser (`other`); answers a question, and prints what
// the stand-in for the SDK was asked for and what the service was, as JSON.
import puppeteer from 'puppeteer-core';
import { follow } from '../browser/page.mjs';

const [url, how] = process.argv.slice(2);
const WECHAT = 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160065 MMWEBSDK/20231202 MicroMessenger/8.0.47.2560(0x28002F35) WeChat/arm64';
const SIGNED = { appId: 'wx0', timestamp: 1, nonceStr: 'n', signature: 's' };

const browser = await puppeteer.launch({ executablePath: process.env.BROWSER, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage();
  const errors = [];
  const signs = [];
  page.on('pageerror', (error) => errors.push(error.message));
  if (how !== 'other') await page.setUserAgent(WECHAT);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (new URL(request.url()).pathname !== '/wx/sign') return request.continue();
    signs.push(request.url());
    return request.respond(how === 'refused' ? { status: 500, body: 'no' } : { contentType: 'application/json', body: JSON.stringify(SIGNED) });
  });
  await page.goto(`${url}?from=singlemessage`, { waitUntil: 'networkidle0' });
  await page.waitForFunction(() => document.querySelector('.lra-foot'));
  const drawn = await page.evaluate(() => Boolean(document.getElementById('app')));
  await follow(page, '全面体检');
  console.log(JSON.stringify({ asked: await page.evaluate(() => window.asked), signs, errors, drawn }));
} finally {
  await browser.close();
}
