// What a host learns of a result, and what it does not: `report()` and the events about it.
import { answer, arrived, heard, leads, tap, until } from './hands.mjs';

const element = (attributes) => `<legal-risk-assessor ${attributes}><a href="{{site}}">打开企业法律风险自测</a></legal-risk-assessor>`;

const report = (page) => page.evaluate(() => document.querySelector('legal-risk-assessor').report());
const goTo = (page, place) => page.evaluate((to) => document.querySelector('legal-risk-assessor').goTo(to), place);

export const cases = {
  report: {
    element: element('topic="labor"'),
    async act(page) {
      const before = await report(page);
      await arrived(page);
      await until(page, (root) => /开始/.test(root.querySelector('.wx-root').innerText));
      await leads(page, () => tap(page, '开始'));
      await answer(page, 4);
      const asking = await report(page);
      await goTo(page, '#/result');
      await page.waitForFunction(() => window.heard.some((it) => it.name === 'complete'));
      const after = await report(page);
      await goTo(page, '#/agencies');
      await until(page, (root) => root.querySelector('.lra-row') !== null);
      const elsewhere = await report(page);
      await goTo(page, '#/share');
      await until(page, (root) => root.querySelector('#picture') !== null);
      const picture = await page.$('legal-risk-assessor >>> #picture');
      await picture.click({ button: 'right' });
      await tap(page, '复制全部文字');
      await leads(page, () => goTo(page, '#/section/labor'));
      await leads(page, () => tap(page, '接着答'));
      await answer(page, 1);
      const again = await report(page);
      await goTo(page, '#/result');
      await page.waitForFunction(() => window.heard.filter((it) => it.name === 'complete').length > 1);
      const second = await report(page);
      await page.evaluate(() => document.querySelector('legal-risk-assessor').reset());
      return { before, asking, after, elsewhere, again, second, reset: await report(page), heard: await heard(page) };
    },
  },
};
