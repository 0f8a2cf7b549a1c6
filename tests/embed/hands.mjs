// Hands for a page of somebody else with the element in it: they reach into its open shadow root.
import { touch } from '../browser/page.mjs';

/** Calls `look(root, argument)` in the page, on the shadow root of the element with an id. */
export const within = (page, look, argument, id = '') =>
  page.evaluate(
    (source, given, at) => {
      const element = at ? document.getElementById(at) : document.querySelector('legal-risk-assessor');
      return new Function('root', 'argument', `return (${source})(root, argument)`)(element.shadowRoot, given);
    },
    String(look), argument, id,
  );

/** Waits until `look(root)` gives something, and gives that. */
export async function until(page, look, id = '', patience = 15000) {
  for (const end = Date.now() + patience; ; ) {
    const seen = await within(page, look, null, id);
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`never: ${look}\n${await says(page, id)}`);
    await new Promise((again) => setTimeout(again, 50));
  }
}

/** Waits for the app: only it draws the foot, and says so. */
export const arrived = (page, id) => until(page, (root) => root.querySelector('.lra-foot') !== null, id);

/** Everything there is in the element, to be read. */
export const says = (page, id) => within(page, (root) => root.querySelector('.wx-root')?.innerText ?? '', null, id);

export const heading = (page, id) => within(page, (root) => root.getElementById('heading').innerText.trim(), null, id);

/** Taps what begins with some words, with a finger. */
export async function tap(page, words, id = '') {
  const host = id ? `#${id}` : 'legal-risk-assessor';
  for (const one of await page.$$(`${host} >>> :is(a, button, label, summary)`)) {
    const line = await one.evaluate((it) => it.innerText.trim().split('\n')[0]);
    if (!line.startsWith(words)) continue;
    await touch(one);
    return;
  }
  throw new Error(`“${words}” is not in the element:\n${await says(page, id)}`);
}

/** Does something and waits for another heading. */
export async function leads(page, act, id) {
  await within(page, (root) => { root.getElementById('heading').dataset.left = ''; }, null, id);
  await act();
  await until(page, (root) => root.querySelector('#heading:not([data-left])') !== null, id);
}

/** Answers some questions by their first row, or 8 where a number is asked; gives their headings. */
export async function answer(page, count, id) {
  const asked = [];
  for (let at = 0; at < count; at += 1) {
    asked.push(await heading(page, id));
    const field = await page.$(`${id ? `#${id}` : 'legal-risk-assessor'} >>> .weui-input`);
    if (field) {
      await touch(field);
      await page.keyboard.type('8');
    } else {
      const row = await within(page, (root) => root.querySelector('.lra-choice').innerText.trim().split('\n')[0], null, id);
      // A new screen may still be scrolling to its top under the finger.
      const chosen = (root) => root.querySelector('.lra-choice_on') !== null;
      for (let tries = 0; tries < 5 && !(await within(page, chosen, null, id)); tries += 1) {
        await tap(page, row, id);
        await new Promise((done) => setTimeout(done, 100));
      }
    }
    await leads(page, () => tap(page, '下一题', id), id);
  }
  return asked;
}

export const heard = (page) => page.evaluate(() => window.heard);

/** The look of every kind of thing in the element, and where it is. */
const looks = (root) => {
  const seen = {};
  for (const it of root.querySelectorAll('.wx-root, .wx-root *')) {
    const key = `${it.tagName}.${it.getAttribute('class')}#${it.id}`;
    if (seen[key]) continue;
    const style = getComputedStyle(it);
    seen[key] = [...style].filter((name) => !name.startsWith('--')).map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
  }
  return seen;
};

/** The looks, once they have stopped changing. */
export async function settledLooks(page) {
  await arrived(page);
  for (let was = ''; ;) {
    const now = await within(page, looks);
    if (JSON.stringify(now) === was) return now;
    was = JSON.stringify(now);
    await new Promise((done) => setTimeout(done, 500));
  }
}
