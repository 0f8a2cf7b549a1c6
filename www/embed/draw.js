// What the element draws by itself: a copy of the page's own parts, or a card that opens the page.

export function element(name, attributes = {}) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** Copies links of the page; their addresses are the site's, not the host's. */
function links(from, selector, site, into) {
  for (const link of from.querySelectorAll(selector)) {
    const own = document.importNode(link, true);
    own.crossOrigin = 'anonymous';
    own.setAttribute('href', new URL(link.getAttribute('href'), site).href);
    into.appendChild(own);
  }
}

/**
 * Puts a drawing into a shadow root, not to be seen before its styles are there, and hides what
 * stood in its place then. A style sheet that does not come through must not hide it for ever.
 */
export function show(outer, root, instead) {
  outer.hidden = true;
  root.appendChild(outer);
  const style = outer.querySelector('link[rel=stylesheet]');
  const shown = () => {
    if (!outer.isConnected) return;
    outer.hidden = false;
    instead.hidden = true;
  };
  style.onload = shown;
  style.onerror = shown;
}

/** Copies what the page consists of: the links it loads from, and its body. */
export function take(from, site, outer, body) {
  links(from, 'link[id]:not(#engine), link[rel=stylesheet]', site, outer);
  for (const part of from.body.children) {
    if (part.matches('script')) continue;
    const own = document.importNode(part, true);
    for (const without of own.querySelectorAll('noscript, script')) without.remove();
    body.appendChild(own);
  }
}

/** What everything stands in. The language again: the host's may be another, and `all: initial` forgets it. */
export const root = (attributes) => element('div', Object.assign({ class: 'wx-root', lang: 'zh-CN' }, attributes));

/** A card with the page's own title and first words; `host` says how it looks and where it leads. */
export function card(from, site, host) {
  const outer = element('div', { class: 'lra-host', part: 'root' });
  links(from, 'link[rel=stylesheet]', site, outer);
  const theme = host.getAttribute('theme');
  const dark = theme === 'dark' || (theme !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  const body = root({
    class: 'wx-root lra-host__card',
    'data-weui-theme': dark ? 'dark' : 'light',
    'data-weui-mode': host.getAttribute('mode') === 'care' ? 'care' : 'standard',
  });
  const frame = element('div', { class: 'lra' });
  const link = element('a', { class: 'weui-cell weui-cell_access lra-row', part: 'card', href: site + (host.topic && `#/section/${host.topic}`) });
  const words = element('span', { class: 'weui-cell__bd' });
  for (const [look, selector] of [['lra-row__title', 'title'], ['lra-row__note', '.intro__facts li']]) {
    const line = element('span', { class: look });
    line.textContent = from.querySelector(selector).textContent;
    words.appendChild(line);
  }
  link.appendChild(words);
  link.appendChild(element('span', { class: 'weui-cell__ft', 'aria-hidden': 'true' }));
  frame.appendChild(link);
  body.appendChild(frame);
  outer.appendChild(body);
  return { outer, link };
}
