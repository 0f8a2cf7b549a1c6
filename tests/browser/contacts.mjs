// node contacts.mjs URL: the directory, the words for a call, and 这里不对.
import { follow, go, interview, tap, text, visit } from './page.mjs';
import { BUSINESS, STAFF } from './owner.mjs';

const [url] = process.argv.slice(2);

const said = (page) => page.$eval('#script', (it) => it.textContent);

/** What is found for some words, typed by hand; `typed` says whether the field kept the focus. */
async function search(page, words) {
  await page.$eval('#seek', (it) => it.select());
  await page.type('#seek', words);
  return page.evaluate(() => ({
    typed: document.activeElement.id === 'seek' && document.activeElement.value,
    groups: Array.from(document.querySelectorAll('.lra-group h2'), (it) => it.innerText),
    names: Array.from(document.querySelectorAll('.lra-row__title'), (it) => it.innerText),
    said: document.querySelector('.lra-screen [role=status]').innerText,
  }));
}

async function directory(page) {
  await go(page, '#/agencies');
  const seen = { all: await search(page, ' ') };
  for (const words of ['工资', '12309', '立案 网', '没有这种事']) seen[words] = await search(page, words);
  seen.instead = await page.$$eval('.lra-card .lra-dial', (all) => all.map((it) => it.getAttribute('href')));
  await search(page, '检察');
  await follow(page, '12309');
  seen.card = await text(page);
  seen.dials = await page.$$eval('.lra-dial', (all) => all.map((it) => [it.getAttribute('href'), it.innerText]));
  await page.goBack();
  await page.waitForSelector('#seek');
  seen.kept = await page.$eval('#seek', (it) => it.value);
  await go(page, '#/agency/nat-110');
  seen.alone = await page.$$eval('.lra-dial', (all) => all.map((it) => it.getAttribute('href')));
  return seen;
}

async function call(page) {
  await follow(page, '全面体检');
  await interview(page, BUSINESS);
  await follow(page, '劳动用工');
  await interview(page, STAFF);
  await go(page, '#/finding/no-written-contract');
  await follow(page, '电话里怎么说');
  const seen = { first: await said(page), ticks: await page.$$eval('.lra-ticks input', (all) => all.map((it) => it.checked)) };
  await tap(page, '书面合同', '.lra-choice');
  seen.untold = await said(page);
  await tap(page, '企业的基本情况', 'summary');
  await tap(page, '业态', '.lra-choice');
  seen.more = await said(page);
  return seen;
}

async function wrong(page) {
  await go(page, '#/finding/no-written-contract');
  await follow(page, '这里不对');
  await page.type('#said', '最后一天算错了');
  const finding = await page.$eval('#feedback', (it) => it.textContent);
  await go(page, '#/q/labor/written-contract');
  await follow(page, '这一题不对');
  const question = await page.$eval('#feedback', (it) => it.textContent);
  await page.goBack();
  await page.waitForSelector('.lra-choice');
  return { finding, question, chosen: await page.$$eval('.lra-choice_on', (all) => all.map((it) => it.innerText)) };
}

await visit(url, async (page) => {
  const seen = { call: await call(page) };
  return { ...seen, directory: await directory(page), wrong: await wrong(page) };
});
