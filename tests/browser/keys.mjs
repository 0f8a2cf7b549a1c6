// What a keyboard does on the page, shared by the scripts that never touch the screen.
import { chosen, heading, leads, place, rows } from './page.mjs';

// More stops than any screen has: past these, the focus never gets there.
const STOPS = 80;

/** Whether the focus is on something whose words, or whose label's words, begin so. */
const focused = (page, words) => page.evaluate((words) => {
  const at = document.activeElement;
  const said = at?.labels?.[0]?.innerText ?? at?.innerText ?? '';
  return at !== document.body && said.trim().startsWith(words);
}, words);

/** Tab until the focus is on something with these words. */
export async function tabTo(page, words) {
  for (let stops = 0; stops < STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    if (await focused(page, words)) return;
  }
  throw new Error(`Tab never reaches “${words}” on ${await place(page)}`);
}

/** Goes there, presses Enter, and waits for the screen it leads to. */
export async function enter(page, words) {
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

/** Gives the answer of a table to the question on the screen, without going on. */
export async function answer(page, answers) {
  const words = await chosen(page, answers);
  const field = await page.$('#field');
  if (field && words[0] !== '不清楚') {
    // The field carries no words of its own: it is the first stop behind the heading.
    await page.keyboard.press('Tab');
    if (await field.evaluate((it) => it.type === 'date')) await typeDate(page, words[0]);
    else await page.keyboard.type(words[0]);
  } else if (await page.$('.lra-choice input[type=radio]')) {
    await choose(page, words[0]);
  } else {
    for (const row of words) {
      await tabTo(page, row);
      await page.keyboard.press('Space');
    }
  }
}

/** Answers as long as there are questions; gives those answered. The focus starts on each heading. */
export async function interview(page, answers) {
  const asked = [];
  while ((await place(page)).startsWith('#/q/')) {
    asked.push(await heading(page));
    const focus = await page.evaluate(() => document.activeElement?.id);
    if (focus !== 'heading') throw new Error(`a new question leaves the focus on “${focus}”`);
    await answer(page, answers);
    // From a radio button or a tick box, too; from a field a date picker takes Enter for itself.
    if (await page.$('#field')) await enter(page, '下一题');
    else await leads(page, () => page.keyboard.press('Enter'));
  }
  return asked;
}
