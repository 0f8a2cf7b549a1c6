// The page inside a frame of frame.js: tells its host how tall it is, and what hosts may know.
//
// Loaded by boot.js only when the page is framed. Until the host has said who it is, the one
// thing it hears is that there is a frame; and it must be who the browser says it is.
import { VERSION, clamp, read, throttle } from './protocol.js';
import { watch } from './watch.js';

const host = window.parent;
let origin = null;

const say = (type, rest) => host.postMessage({ lra: VERSION, id: window.name, type, ...rest }, origin);

/** The origin of the page around this one, as far as the browser tells. */
function known() {
  const { ancestorOrigins } = window.location;
  if (ancestorOrigins && ancestorOrigins.length > 0) return ancestorOrigins[0];
  try { return new URL(document.referrer).origin; } catch (_) { return null; }
}

/** Beyond the frame go numbers and kinds of screens: which question, finding or agency it is would say what was answered. */
function tell(name, { ruleIds, agencyId, level, route, ...detail }) {
  say('event', { name, detail: route ? { ...detail, route: route.split('/').slice(0, 2).join('/') } : detail });
}

let told = 0;
const measure = throttle(() => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (origin === null || Math.abs(height - told) < 2) return;
  told = height;
  say('resize', { h: height });
});

function watchHeight() {
  if (window.ResizeObserver) {
    new ResizeObserver(measure).observe(document.body);
    return;
  }
  // iOS before 13.4: pictures and fonts change the height without changing the document.
  new MutationObserver(measure).observe(document.body, { childList: true, subtree: true, characterData: true });
  window.addEventListener('resize', measure);
  window.addEventListener('load', measure);
  window.setInterval(measure, 500);
}

/** The part of the frame that is on the screen, for what has to be seen at once. */
function show(visible) {
  if (typeof visible !== 'object' || visible === null) return;
  const [top, height] = [clamp(visible.top, 0, 20000), clamp(visible.height, 0, 20000)];
  if (top === null || height === null) return;
  const { style } = document.documentElement;
  style.setProperty('--lra-visible-top', `${top}px`);
  style.setProperty('--lra-visible-height', `${height}px`);
}

function dress(own) {
  const look = [own('mode'), own('theme')].filter((it) => typeof it === 'string' && /^[a-z]{1,20}$/.test(it) && it !== 'auto');
  if (look.length === 0) return;
  const put = () => wasm_bindgen.dress(look.join(' '));
  // Only the app draws the foot.
  if (document.querySelector('.lra-foot')) put();
  else if (!waiting) {
    waiting = new MutationObserver(() => {
      if (!document.querySelector('.lra-foot')) return;
      waiting.disconnect();
      put();
    });
    waiting.observe(document.body, { childList: true, subtree: true });
  }
}
let waiting = null;

/** A new screen is to be seen from its top; a dialog over it leaves it where it is. */
function moved() {
  const now = screen();
  if (now !== at) say('scroll', { y: 0 });
  at = now;
}
const screen = () => window.location.hash.replace(/\/help\/\d+$/, '');
let at = screen();

/** Other pages of the site do not know how to be in a frame: the whole window goes there. */
function leave(event) {
  const link = event.target.closest && event.target.closest('a[href]');
  if (!link || link.target || link.hasAttribute('download') || event.defaultPrevented) return;
  if (link.origin !== window.location.origin || link.pathname === window.location.pathname) return;
  event.preventDefault();
  say('open', { url: link.href });
}

function hear(event) {
  if (event.source !== host) return;
  const message = read(event.data);
  if (!message || message.id !== window.name) return;
  const { type, own } = message;
  if (type === 'init' && origin === null) {
    if (own('parentOrigin') !== event.origin || event.origin === 'null') return;
    if (known() !== null && known() !== event.origin) return;
    origin = event.origin;
    document.documentElement.classList.add('lra-framed');
    watch(document.body, () => window.location.hash, tell);
    watchHeight();
    measure();
    window.addEventListener('hashchange', moved);
    document.addEventListener('click', leave);
    show(own('visible'));
    dress(own);
  } else if (event.origin !== origin) {
    // Somebody else, or too early.
  } else if (type === 'visible') {
    show({ top: own('top'), height: own('height') });
  } else if (type === 'set') {
    dress(own);
  }
}

if (host !== window && /^lra-/.test(window.name)) {
  window.addEventListener('message', hear);
  host.postMessage({ lra: VERSION, id: window.name, type: 'hello' }, '*');
}
