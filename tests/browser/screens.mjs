// Every kind of screen, in the order of one walk through the page: what the accessibility checker,
// the measuring scripts and the contact sheet look at. A new screen is a new row here.
import { answer, follow, go, interview, leads, pick, place, saying, tap, touch } from './page.mjs';
import { BUSINESS, CONTRACTS, STAFF } from './owner.mjs';

/** The row for a screen that has an address and needs nothing from the screens before it. */
const at = (name, hash) => [name, (page) => go(page, hash)];

/** A question without an answer: the app says so beside it, and stays. */
async function refused(page) {
  await tap(page, '下一题', 'button');
  await page.waitForFunction(() => document.getElementById('complaint').textContent !== '');
}

/** The name of a screen, and the way there from the one before. */
export const SCREENS = [
  ['intro', async () => {}],
  ['question-first', (page) => follow(page, '全面体检')],
  ['domains', (page) => interview(page, BUSINESS)],
  ['question-choice', async (page) => {
    await follow(page, '劳动用工');
    await interview(page, STAFF, CONTRACTS);
  }],
  ['question-choice-refused', refused],
  ['question-occasion', (page) => answer(page, STAFF)],
  ['result', (page) => interview(page, STAFF)],
  ['finding', (page) => leads(page, async () => touch(await saying(page, '.lra-row', '没签书面劳动合同')))],
  at('call', '#/call/no-written-contract'),
  at('history', '#/history'),
  at('share', '#/share'),
  at('print', '#/print'),
  at('wrong-finding', '#/wrong/finding/no-written-contract'),
  at('wrong-question', '#/wrong/q/written-contract'),
  at('question-several', '#/q/labor/wage-problems'),
  ['question-help', (page) => tap(page, '为什么问这个？')],
  at('question-number', '#/q/profile/headcount'),
  at('question-date', '#/q/labor/earliest-unsigned'),
  at('events', '#/events'),
  ['question-date-refused', async (page) => {
    await go(page, '#/q/penalty-notice/pn-received-on');
    await refused(page);
  }],
  ['event', async (page) => {
    await pick(page, '2026-11-20');
    await leads(page, () => tap(page, '下一题', 'button'));
    await tap(page, '处罚告知书', '.lra-choice');
    await go(page, '#/event/penalty-notice');
  }],
  at('section', '#/section/labor'),
  at('agencies', '#/agencies'),
  at('agency', '#/agency/nat-12333'),
  at('about', '#/about'),
  at('erase', '#/erase'),
  ['erased', (page) => leads(page, () => tap(page, '清除', 'button'))],
];

/** Walks through all screens and hands each to `look`, by name. */
export async function tour(page, look) {
  for (const [name, reach] of SCREENS) {
    try {
      await reach(page);
    } catch (error) {
      throw new Error(`on the way to ${name}, at ${await place(page)}: ${error.message}`);
    }
    await look(name);
  }
}

/** The four ways the page can look: colours, and size of print. */
export const LOOKS = ['light', 'dark'].flatMap((theme) => ['standard', 'care'].map((mode) => ({ theme, mode })));

/** Makes the page look so, as the app does it, and waits until it is painted. */
export const wear = (page, { theme, mode }) => page.evaluate(async (theme, mode) => {
  document.body.dataset.weuiTheme = theme;
  document.body.dataset.weuiMode = mode;
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
}, theme, mode);
