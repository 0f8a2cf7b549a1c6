// node keyboard.mjs URL: a notice of a penalty has come; what to do by when, without touching the screen.
import { chosen, heading, leads, picture, place, rows, text, visit } from './page.mjs';

const ANSWERS = {
  '手上那张纸，是哪天收到的？': '2026-11-20',
  '纸上的标题是哪一种？': '处罚告知书',
  '告知书上打算怎么罚？': ['写了可以要求听证', '罚款数额较大'],
  '这件事，有下面这些情况吗？': '第一次因这类事被查',
};
// More stops than any screen has: past these, the focus never gets there.
const STOPS = 80;

/** Whether the focus is on something whose words, or whose label's words, begin so. */
const focused = (page, words) => page.evaluate((words) => {
  const at = document.activeElement;
  const said = at?.labels?.[0]?.innerText ?? at?.innerText ?? '';
  return at !== document.body && said.trim().startsWith(words);
}, words);

async function tabTo(page, words) {
  for (let stops = 0; stops < STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    if (await focused(page, words)) return;
  }
  throw new Error(`Tab never reaches “${words}” on ${await place(page)}`);
}

async function enter(page, words) {
  await tabTo(page, words);
  await leads(page, () => page.keyboard.press('Enter'));
}

/** Types a date part by part, in the order the browser shows them. */
async function typeDate(page, date) {
  const [year, month, day] = date.split('-');
  const order = await page.evaluate(() => new Intl.DateTimeFormat(navigator.language).formatToParts().map((it) => it.type));
  for (const part of order) {
    const typed = { year, month, day }[part];
    if (typed) await page.keyboard.type(typed);
  }
}

/** Chooses one of several: Space where the focus comes in, arrows from there. */
async function choose(page, words) {
  const offered = await rows(page);
  await tabTo(page, offered[0]);
  const down = offered.indexOf(words);
  if (down === 0) await page.keyboard.press('Space');
  for (let step = 0; step < down; step += 1) await page.keyboard.press('ArrowDown');
}

async function answer(page) {
  const words = await chosen(page, ANSWERS);
  if (await page.$('#field')) {
    // The field carries no words of its own: it is the first stop behind the heading.
    await page.keyboard.press('Tab');
    await typeDate(page, words[0]);
  } else if (await page.$('.lra-choice input[type=radio]')) {
    await choose(page, words[0]);
  } else {
    for (const row of words) {
      await tabTo(page, row);
      await page.keyboard.press('Space');
    }
  }
}

async function walk(page) {
  await enter(page, '遇到事了');
  await enter(page, '收到处罚告知书');
  const asked = [];
  // Enter with nothing answered leads nowhere, and says why.
  await tabTo(page, '下一题');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.getElementById('complaint')?.textContent !== '');
  const refusal = {
    words: await page.$eval('#complaint', (it) => it.textContent),
    field: await page.evaluate(() => document.activeElement?.id),
  };
  await page.evaluate(() => document.getElementById('heading').focus());
  while ((await place(page)).startsWith('#/q/')) {
    asked.push(await heading(page));
    const focus = await page.evaluate(() => document.activeElement?.id);
    if (focus !== 'heading') throw new Error(`a new question leaves the focus on “${focus}”`);
    await answer(page);
    // From a field, a radio button or a tick box alike.
    if (await page.$('#field')) await enter(page, '下一题');
    else await leads(page, () => page.keyboard.press('Enter'));
  }
  const end = await place(page);
  await tabTo(page, '告知书：马上书面陈述申辩');
  await page.keyboard.press('Enter');
  await picture(page, 'keyboard', 'event');
  return { asked, refusal, end, text: await text(page) };
}

await visit(process.argv[2], walk);
