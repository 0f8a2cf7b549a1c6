// Every kind of screen, in the order of one walk through the page: what the accessibility checker,
// the measuring scripts and the contact sheet look at. A new screen is a new row here.
import { answer, arrived, follow, go, interview, leads, pick, place, saying, tap, touch } from './page.mjs';
import { BUSINESS, CONTRACTS, STAFF } from './owner.mjs';

/** The row for a screen that has an address and needs nothing from the screens before it. */
const at = (name, hash) => [name, (page) => go(page, hash)];

const WECHAT = 'Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/78.0.3904.62 Mobile Safari/537.36 XWEB/2853 MicroMessenger/8.0.1';

/** Opens the page anew in WeChat, where the owner lets it remember the answers. */
async function inWechat(page) {
  await go(page, '#/about');
  await touch(await saying(page, '.lra-choice', '记住我的回答'));
  await page.setUserAgent(WECHAT);
  await page.reload();
  await arrived(page);
  await go(page, '#/share');
}

// What comes in the place of files; nothing at all where there is no text.
let instead = null;

/** Opens the page anew where one of its files does not come, or with something else in it. */
async function broken(page, file, body) {
  if (!instead) {
    await page.setBypassServiceWorker(true);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (!instead.file.test(request.url())) request.continue();
      else if (instead.body) request.respond({ body: instead.body });
    });
  }
  instead = { file, body };
  await page.goto(page.url().split('#')[0], { waitUntil: 'domcontentloaded' });
}

async function waiting(page) {
  await broken(page, /\/rulebook\./);
  await arrived(page);
  await leads(page, () => page.evaluate(() => { window.location.hash = '#/events'; }));
  await page.waitForSelector('.lra-waiting');
}

async function damaged(page) {
  await broken(page, /\/opening\./, '{}');
  await page.waitForSelector('.intro__status_failed');
}

/** A question without an answer: the app says so beside it, and stays. */
async function refused(page) {
  await tap(page, '下一题', 'button');
  await page.waitForFunction(() => document.getElementById('complaint').textContent !== '');
}

/** The name of a screen, and the way there from the one before. */
export const SCREENS = [
  ['intro', async () => {}],
  at('result-empty', '#/result'),
  at('history-empty', '#/history'),
  at('share-empty', '#/share'),
  ['question-first', async (page) => {
    await go(page, '#/');
    await follow(page, '全面体检');
  }],
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
  at('intro-resumed', '#/'),
  at('anew', '#/anew'),
  at('history', '#/history'),
  at('share', '#/share'),
  at('print', '#/print'),
  at('wrong-finding', '#/wrong/finding/no-written-contract'),
  at('wrong-question', '#/wrong/q/written-contract'),
  at('question-several', '#/q/labor/wage-problems'),
  ['question-help', (page) => tap(page, '为什么问这个？')],
  ['question-term', async (page) => {
    await go(page, '#/q/penalty-notice/pn-document');
    await tap(page, '处罚告知书', '.lra-help a');
  }],
  at('question-number', '#/q/profile/headcount'),
  at('question-date', '#/q/labor/earliest-unsigned'),
  ['question-month', async (page) => {
    await tap(page, '只记得大概年月', 'button');
    await page.waitForSelector('select');
  }],
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
  ['agencies-none', async (page) => {
    await page.type('#seek', '没有这样的词');
  }],
  at('agency', '#/agency/nat-12333'),
  at('about', '#/about'),
  ['share-wechat', inWechat],
  at('erase', '#/erase'),
  ['erased', (page) => leads(page, () => tap(page, '清除', 'button'))],
  ['waiting', waiting],
  ['damaged', damaged],
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
