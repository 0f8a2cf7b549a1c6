// node keyboard.mjs URL: a notice of a penalty has come; what to do by when, without touching the screen.
import { enter, interview, tabTo } from './keys.mjs';
import { go, picture, place, text, visit } from './page.mjs';

const ANSWERS = {
  '手上那张纸，是哪天收到的？': '2026-11-20',
  '纸上的标题是哪一种？': '处罚告知书',
  '告知书上打算怎么罚？': ['写了可以要求听证', '罚款数额较大'],
  '这件事，有下面这些情况吗？': '第一次因这类事被查',
};

async function walk(page) {
  await enter(page, '遇到事了');
  await enter(page, '收到处罚告知书');
  // Enter with nothing answered leads nowhere, and says why.
  await tabTo(page, '下一题');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.getElementById('complaint')?.textContent !== '');
  const refusal = {
    words: await page.$eval('#complaint', (it) => it.textContent),
    field: await page.evaluate(() => document.activeElement?.id),
  };
  await page.evaluate(() => document.getElementById('heading').focus());
  const asked = await interview(page, ANSWERS);
  const end = await place(page);
  // The first thing to do is open, the others wait for whoever wants them.
  await tabTo(page, '可以要求听证，五个工作日内提出');
  await page.keyboard.press('Enter');
  await picture(page, 'keyboard', 'event');
  const seen = { asked, refusal, end, text: await text(page) };
  // What the first screen says of danger, over what may be dangerous.
  await go(page, '#/event/telecom-fraud');
  return { ...seen, dangerous: await text(page) };
}

await visit(process.argv[2], walk);
