// <script src=".../v1/frame.js" data-topic="labor"></script>: the page in a frame, where a host
// allows no script of ours to run in its page, or wants none to.
//
// The frame stands where the script stands and grows with what is in it. Only messages from that
// very window, of the site's origin, with the frame's own number count; no answer is in any.
import { VERSION, clamp, read, throttle } from './protocol.js';

const LEAST = 480;
const MOST = 20000;
const SAME = 2;

const script = document.currentScript;
const SITE = new URL('..', script.src);

/** The names of events a frame may raise in the host's page. */
const EVENTS = ['ready', 'start', 'navigate', 'progress', 'complete', 'contact', 'share', 'error'];

function build({ height, title }) {
  const frame = document.createElement('iframe');
  const random = new Uint32Array(2);
  window.crypto.getRandomValues(random);
  // The number reaches the frame as its name, so that its first word carries it.
  frame.name = `lra-${random.join('-')}`;
  frame.title = title || '企业法律风险自测';
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  // A browser that cannot share complains of the word.
  frame.allow = `clipboard-write; fullscreen${navigator.share ? '; web-share' : ''}`;
  frame.style.cssText = 'display:block;width:100%;border:0';
  frame.style.height = `${clamp(Number(height), LEAST, MOST) || 700}px`;
  return frame;
}

/**
 * Loads the page once it is nearly on the screen. Not by `loading="lazy"`: WebKit then takes a step
 * back in the frame for one of the whole window, and the host's page is gone.
 */
function loadWhenSeen(frame, topic) {
  const load = () => {
    // For what comes now: the empty document before it has the host's origin, where a sandbox means nothing.
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms allow-downloads allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation');
    frame.src = SITE.href + (/^[\w-]+$/.test(topic || '') ? `#/section/${topic}` : '');
  };
  if (!window.IntersectionObserver) { load(); return; }
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    seen.disconnect();
    load();
  }, { rootMargin: '600px' });
  seen.observe(frame);
}

/** The plain values of an event's detail: numbers, texts, lists of texts, one level of groups. */
function detailOf(value, depth = 0) {
  if (typeof value === 'string') return value.slice(0, 200);
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null || depth > 2) return null;
  if (Array.isArray(value)) return value.slice(0, 500).map((it) => detailOf(it, depth + 1));
  const plain = Object.create(null);
  for (const key of Object.keys(value).slice(0, 20)) if (key !== '__proto__') plain[key] = detailOf(value[key], depth + 1);
  return plain;
}

function connect(frame, { mode, theme, height }) {
  const fixed = height && height !== 'auto';
  let greeted = false;
  let tall = frame.offsetHeight;
  const say = (type, rest) => {
    if (!frame.contentWindow) return;
    frame.contentWindow.postMessage({ lra: VERSION, id: frame.name, type, ...rest }, SITE.origin);
  };
  const visible = () => {
    const { top, bottom } = frame.getBoundingClientRect();
    const from = Math.max(0, -top);
    return { top: from, height: Math.max(0, Math.min(bottom, window.innerHeight) - Math.max(top, 0)) };
  };
  const show = throttle(() => { if (greeted) say('visible', visible()); });
  const grow = throttle(() => { frame.style.height = `${tall}px`; show(); });

  function hear(event) {
    if (event.source !== frame.contentWindow || event.origin !== SITE.origin) return;
    const message = read(event.data);
    if (!message || message.id !== frame.name) return;
    const { type, own } = message;
    if (type === 'hello') {
      greeted = true;
      say('init', { parentOrigin: window.location.origin, visible: visible(), mode, theme });
    } else if (type === 'resize') {
      const next = clamp(own('h'), LEAST, MOST);
      if (fixed || next === null || Math.abs(next - tall) < SAME) return;
      tall = next;
      grow();
    } else if (type === 'scroll') {
      const y = clamp(own('y'), 0, MOST);
      const { top } = frame.getBoundingClientRect();
      if (y !== null && top + y < 0) window.scrollBy(0, top + y);
    } else if (type === 'open') {
      open(own('url'));
    } else if (type === 'event' && EVENTS.indexOf(own('name')) >= 0) {
      const detail = Object.assign({}, detailOf(own('detail')), { v: VERSION });
      frame.dispatchEvent(new CustomEvent(`lra:${own('name')}`, { bubbles: true, detail }));
    }
  }

  // Only pages of the site itself, and only by https, or http on this machine.
  function open(url) {
    if (typeof url !== 'string' || url.length > 1000) return;
    let to;
    try { to = new URL(url); } catch (_) { return; }
    if (to.origin === SITE.origin && /^https?:$/.test(to.protocol) && to.pathname.indexOf(SITE.pathname) === 0) window.location.assign(to.href);
  }

  window.addEventListener('message', hear);
  window.addEventListener('scroll', show, { passive: true });
  window.addEventListener('resize', show);
  frame.addEventListener('lra:set', (event) => say('set', { mode: event.detail.mode, theme: event.detail.theme }));
}

const frame = build(script.dataset);
script.parentNode.insertBefore(frame, script);
connect(frame, script.dataset);
loadWhenSeen(frame, script.dataset.topic);
