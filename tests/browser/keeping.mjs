// node keeping.mjs URL: what is left on the device, with and without consent, and after 清除本机数据.
import { arrived, follow, go, interview, leads, tap, text, visit } from './page.mjs';
import { BUSINESS } from './owner.mjs';

const kept = (page) => page.evaluate(() => Object.fromEntries(Object.entries(window.localStorage)));

/** What of the answers is there after the page was closed and opened again. */
async function again(page) {
  await page.reload();
  await arrived(page);
  await go(page, '#/profile');
  return text(page);
}

async function firstAnswers(page) {
  await go(page, '#/');
  await follow(page, '全面体检');
  await interview(page, BUSINESS);
}

async function walk(page) {
  await firstAnswers(page);
  const without = { kept: await kept(page), text: await again(page) };
  await firstAnswers(page);
  await go(page, '#/');
  await tap(page, '记住我的回答', '.lra-choice');
  await tap(page, '大字', 'button');
  await page.waitForFunction(() => Object.values(window.localStorage).some((it) => it.startsWith('care')));
  const consented = { kept: await kept(page), text: await again(page) };
  consented.mode = await page.$eval('body', (it) => it.dataset.weuiMode);
  await follow(page, '清除本机数据');
  const asked = await kept(page);
  await leads(page, () => tap(page, '清除', 'button.weui-btn_warn'));
  const erased = { kept: await kept(page), notice: await page.$eval('.lra-notice', (it) => it.innerText), text: await again(page) };
  return { without, consented, asked, erased };
}

await visit(process.argv[2], walk);
