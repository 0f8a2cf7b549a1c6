// node touch.mjs URL: from the first screen to whom to call, with a finger on a small phone.
import { answer, follow, heading, interview, leads, picture, place, saying, settled, tap, text, touch, visit } from './page.mjs';
import { BUSINESS, CONTRACTS, STAFF } from './owner.mjs';

const UNSIGNED = '没签书面劳动合同，可能要付两倍工资';
const FOLDER = 'touch';

async function walk(page, record) {
  await settled(page, record);
  await picture(page, FOLDER, 'intro');
  await follow(page, '全面体检');
  const asked = await interview(page, BUSINESS);
  const domains = await place(page);
  await picture(page, FOLDER, 'domains');
  await follow(page, '劳动用工');
  asked.push(...(await interview(page, STAFF, CONTRACTS)), CONTRACTS);
  await picture(page, FOLDER, 'question');
  await answer(page, STAFF);
  await picture(page, FOLDER, 'date');
  asked.push(...(await interview(page, STAFF)));
  const end = await place(page);
  const result = await text(page);
  const lists = await page.$$eval('.lra-group', (all) => all.map((it) => it.innerText));
  await picture(page, FOLDER, 'result');
  if (process.env.UPDATE) {
    const path = new URL('readme.png', import.meta.url).pathname;
    await page.screenshot({ path, clip: { x: 0, y: 0, width: 360, height: 900 }, captureBeyondViewport: true });
  }
  await leads(page, async () => touch(await saying(page, '.lra-row', UNSIGNED)));
  const finding = { heading: await heading(page), text: await text(page) };
  finding.dials = await page.$$eval('a[href^="tel:"]', (all) => all.map((it) => it.getAttribute('href')));
  await picture(page, FOLDER, 'finding');
  const silent = { requests: record.requests.slice(record.loaded), departures: [...record.departures] };
  // Only now a tap that does leave the page, to know that one would have been noticed.
  await touch(await page.$('a[href="tel:12333"]'));
  await new Promise((done) => setTimeout(done, 500));
  return { asked, domains, end, result, lists, finding, silent };
}

await visit(process.argv[2], walk);
