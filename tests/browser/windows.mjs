// node windows.mjs URL: two windows of one phone, and what each of them keeps on it.
import { answer, arrived, follow, go, saying, tap, text, touch, visit } from './page.mjs';
import { BUSINESS } from './owner.mjs';

const RECORD = 'legal-risk-assessor.v1.answers';

const kept = (page) => page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? '{}').answers ?? {}, RECORD);
const notice = (page) => page.$eval('.lra-notice', (it) => it.innerText.trim());
const agree = async (page) => {
  await page.bringToFront();
  await go(page, '#/about');
  await touch(await saying(page, '.lra-choice', '记住我的回答'));
};

/** Answers some of the first questions. */
async function begin(page, questions) {
  await page.bringToFront();
  await go(page, '#/');
  await follow(page, '全面体检');
  for (let n = 0; n < questions; n += 1) await answer(page, BUSINESS);
}

async function walk(first, url) {
  const second = await first.browser().newPage();
  await second.setViewport(first.viewport());
  await second.goto(url);
  await arrived(second);

  await begin(first, 2);
  await agree(first);
  await first.waitForFunction((key) => localStorage.getItem(key) !== null, {}, RECORD);
  const before = await kept(first);
  // Without consent the second answers something else, and reads here and there.
  await begin(second, 1);
  await go(second, '#/agencies');
  const untouched = await kept(first);

  await agree(second);
  await second.waitForFunction((key, was) => localStorage.getItem(key) !== was, {}, RECORD, JSON.stringify(before));
  await go(second, '#/profile');
  const added = { kept: await kept(second), text: await text(second) };
  await follow(second, Object.keys(BUSINESS)[1]);
  const other = await second.$$('.lra-choice');
  await tap(second, await other.at(-1).evaluate((it) => it.innerText.trim()), '.lra-choice');
  const changed = await kept(second);

  await first.bringToFront();
  await first.waitForFunction(() => document.querySelector('.lra-notice').innerText.includes('别的窗口'));
  const told = await notice(first);
  await go(first, '#/profile');
  const taken = { kept: await kept(first), text: await text(first) };

  await second.bringToFront();
  await go(second, '#/erase');
  await tap(second, '清除', 'button.weui-btn_warn');
  await first.bringToFront();
  await first.waitForFunction(() => document.querySelector('.lra-notice').innerText.includes('在别处清除'));
  await go(first, '#/q/profile/headcount');
  await first.type('#field', '5');
  await go(first, '#/profile');
  return { before, untouched, added, changed, told, taken, erased: await kept(first) };
}

const [url] = process.argv.slice(2);
await visit(url, (page) => walk(page, url));
