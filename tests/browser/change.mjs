// node change.mjs URL: an answer is corrected, from the finding it led to and by going back.
import { answer, follow, go, heading, interview, leads, place, saying, tap, text, touch, visit } from './page.mjs';
import { BUSINESS, CONTRACTS, STAFF } from './owner.mjs';

const EARLIEST = '#/q/labor/earliest-unsigned';

async function walk(page) {
  await follow(page, '全面体检');
  await interview(page, BUSINESS);
  await follow(page, '劳动用工');
  await interview(page, STAFF, CONTRACTS);
  await answer(page, STAFF);
  await follow(page, '先看看目前的结果');
  const before = await text(page);
  await leads(page, async () => touch(await saying(page, '.lra-row', '没签书面劳动合同')));
  const finding = await place(page);
  await follow(page, '改答案');
  const question = { place: await place(page), heading: await heading(page), chosen: await page.$$eval('.lra-choice_on', (all) => all.map((it) => it.innerText.trim())) };
  await tap(page, '都签了', '.lra-choice');
  await follow(page, '答好了');
  const back = { same: (await place(page)) === finding, text: await text(page) };
  await go(page, '#/result');
  const after = await text(page);

  // And in the middle of the questions: 上一题 shows the one before, and what follows a corrected
  // answer follows from the new one.
  await go(page, '#/domains');
  await follow(page, '劳动用工');
  const was = await heading(page);
  await answer(page, STAFF);
  await leads(page, () => tap(page, '上一题', 'button'));
  const previous = { was, is: await heading(page) };
  await go(page, question.place);
  await answer(page, { [CONTRACTS]: '都没签' });
  await go(page, EARLIEST);
  const follows = await text(page);
  await go(page, '#/result');
  return { before, question, back, after, previous, follows, changed: await text(page) };
}

await visit(process.argv[2], walk);
