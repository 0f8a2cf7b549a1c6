// node security/hostile.mjs URL: walks a page whose every text wants to be markup or script, and
// prints, of every screen, its text and what of the document no text may have made, as JSON.
import { answer, arrived, follow, go, interview, leads, text, visit } from '../browser/page.mjs';

// What the app itself never draws. Its pictures are inline vector graphics of its own, without
// handlers; no element has one as an attribute.
const MADE = 'img, iframe, object, embed, video, form[action], textarea, style, base, math, details[ontoggle], marquee, script:not([src]), meta[http-equiv="refresh"], link[href^="http"]';

const look = () => {
  const handlers = [...document.querySelectorAll('*')].filter((it) => it.getAttributeNames().some((name) => name.startsWith('on')));
  const links = [...document.querySelectorAll('a[href]')].map((it) => it.protocol).filter((it) => !['http:', 'https:', 'tel:', 'mailto:'].includes(it));
  return { handlers: handlers.map((it) => it.outerHTML), links };
};

async function screen(page, screens, name) {
  const made = await page.evaluate((selector) => [...document.querySelectorAll(selector)].map((it) => it.outerHTML), MADE);
  const { handlers, links } = await page.evaluate(look);
  screens[name] = { made, handlers, links, text: await text(page) };
}

async function walk(page) {
  const screens = {};
  await page.exposeFunction('pwned', (number) => (screens.pwned = number));
  await page.reload();
  await arrived(page);
  await screen(page, screens, 'intro');
  await follow(page, '全面体检');
  await screen(page, screens, 'question');
  await interview(page, { '雇人了吗？<img src=x onerror=pwned(22)>': '是' });
  await screen(page, screens, 'domains');
  await go(page, '#/q/labor/contract');
  await screen(page, screens, 'choice');
  await answer(page, { '<textarea>签合同了吗？': '有人没签<img src=x onerror=pwned(33)>' });
  await go(page, '#/q/claim/received');
  await screen(page, screens, 'date');
  await answer(page, { '哪天收到？<input autofocus onfocus=pwned(51)>': '2026-11-20' });
  for (const name of ['result', 'finding/no-contract', 'section/labor', 'events', 'event/claim', 'agencies', 'agency/hotline', 'about']) {
    await go(page, `#/${name}`);
    await screen(page, screens, name);
  }
  return { screens };
}

await visit(process.argv[2], walk);
