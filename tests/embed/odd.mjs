// Hosts of the kind that portals really are: grown over twenty years, with a framework of each of them.
// What is done is the same everywhere (`walk`); the looks are those of a plain page.
import { answer, arrived, heading, heard, leads, settledLooks, tap, until, within } from './hands.mjs';

const element = '<legal-risk-assessor><a href="{{site}}">打开企业法律风险自测</a></legal-risk-assessor>';

/** Two questions, the result, another screen, and what the host has of it. */
async function walk(page) {
  await arrived(page);
  const was = await page.evaluate(() => location.href);
  const first = await heading(page);
  await leads(page, () => tap(page, '全面体检'));
  const asked = await answer(page, 2);
  await page.evaluate(() => document.querySelector('legal-risk-assessor').goTo('#/result'));
  await until(page, (root) => root.querySelector('[data-outcome]') !== null);
  await leads(page, () => page.evaluate(() => { document.querySelector('legal-risk-assessor').goTo('#/agencies'); }));
  return {
    first, asked, same: (await page.evaluate(() => location.href)) === was, heard: await heard(page),
    language: await within(page, (root) => root.getElementById('heading').closest('[lang]')?.lang),
    agencies: await within(page, (root) => root.querySelectorAll('.lra-row').length),
    host: await page.evaluate(() => window.untouched && window.untouched()),
  };
}

/** A host of its own, where what stands in the head is what is odd. */
const host = (head, { doctype = '<!DOCTYPE html>', html = 'lang="zh-CN"', body = '' } = {}) => `${doctype}
<html ${html}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>门户</title>${head}</head>
<body ${body}><h1>企业服务</h1><p id="words">先做一次自测。</p>
<script src="{{site}}v1/lra.js" async crossorigin="anonymous"></script>{{element}}<p><button id="own">主页自己的按钮</button></p></body></html>`;

const odd = (head, more) => ({ html: host(head, more), element, act: walk });
const styled = (css, more) => ({ html: host(`<style>${css}</style>`, more), element, act: async (page) => ({ looks: await settledLooks(page) }) });

// As Prototype.js 1.6 and MooTools did it, and the polyfills of their time.
const oldLibraries = `<script>
  Object.prototype.extend = function () { return this; };
  Object.prototype.each = function () {};
  Array.prototype.each = Array.prototype.forEach;
  Array.prototype.clear = function () { this.length = 0; return this; };
  Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; };
  String.prototype.toJSON = function () { return String(this); };
  Array.from = function (it) { var all = []; for (var at = 0; at < (it.length || 0); at += 1) all.push(it[at]); return all; };
  Function.prototype.bind = function (to) {
    var work = this, given = [].slice.call(arguments, 1);
    return function () { return work.apply(to, given.concat([].slice.call(arguments))); };
  };
  Element.prototype.hide = function () { this.style.display = 'none'; return this; };
  window.$ = function (id) { return document.getElementById(id); };
</script>`;

// Another program bound by the same tool, its names taken, and its listeners for everything.
const otherProgram = `<script>
  let wasm_bindgen = 'the host';
  window.app = window.start = window.program = window.inside = 'the host';
  window.onhashchange = window.onpopstate = () => { window.app = 'moved'; };
  window.untouched = () => [wasm_bindgen, window.app, window.start, window.program, window.inside].every((it) => it === 'the host');
</script>`;

// As zone.js and monitoring scripts wrap the browser.
const wrapped = `<script>
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const kept = new WeakMap();
  EventTarget.prototype.addEventListener = function (type, listener, ...more) {
    if (typeof listener !== 'function') return addEventListener.call(this, type, listener, ...more);
    if (!kept.has(listener)) kept.set(listener, function (event) { return listener.call(this, event); });
    return addEventListener.call(this, type, kept.get(listener), ...more);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, ...more) {
    return removeEventListener.call(this, type, kept.get(listener) || listener, ...more);
  };
  const { fetch } = window;
  window.fetch = (...all) => fetch(...all).then((it) => it);
  const then = Promise.prototype.then;
  Promise.prototype.then = function (...all) { return then.apply(this, all); };
</script>`;

export const cases = {
  'odd-base': odd('<base href="/elsewhere/deep/" target="_blank">'),
  'odd-quirks': odd('', { doctype: '', html: 'lang="en" dir="rtl"' }),
  'odd-libraries': odd(oldLibraries),
  'odd-program': odd(otherProgram),
  'odd-wrapped': odd(wrapped),
  'odd-form': { html: host(''), element: `<form action="/sent"><table><tr><td>${element}</td></tr></table></form>`, act: walk },
  'looks-quirks': styled('', { doctype: '' }),
  'looks-rtl': styled('', { html: 'dir="rtl" lang="ar"' }),
  'looks-small': styled('html { font-size: 10px } body { font-size: 1.2rem; line-height: 1; margin: 8px }'),
  'looks-all': styled('* { all: unset } legal-risk-assessor { display: block } head, head * { display: none } body { display: block; margin: 8px }'),
  // Moved within the page, all at once and more than once, as frameworks do that sort a list.
  'moved-at-once': {
    html: host(''), element,
    async act(page) {
      await arrived(page);
      await leads(page, () => tap(page, '全面体检'));
      await answer(page, 1);
      const was = await heading(page);
      await page.evaluate(() => {
        const it = document.querySelector('legal-risk-assessor');
        document.body.prepend(it);
        document.body.append(it);
        document.getElementById('own').before(it);
      });
      const now = await heading(page);
      await answer(page, 1);
      return { was, now, next: await heading(page), heard: await heard(page) };
    },
  },
};
