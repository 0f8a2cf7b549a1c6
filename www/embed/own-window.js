// A window of its own for one element, so that the page runs in it unchanged.
//
// The page's scripts are functions of `window`, `document` and their kin. Given these, everything
// stays inside the element: addresses and the way back are kept here and never touch the host's
// URL, queries look into the shadow root, `body` is the element's own. All else is the browser's.

// Listeners of these types hear of this window's own history, not of the host's.
const OWN_EVENTS = ['hashchange', 'popstate', 'beforeunload'];

/** `real` with some properties of its own; the browser's functions go on working on `real`. */
function over(real, own) {
  const bound = new Map();
  const has = (name) => Object.prototype.hasOwnProperty.call(own, name);
  return new Proxy(real, {
    get(_, name) {
      if (has(name)) return own[name];
      const value = real[name];
      // Classes have a prototype, and statics that a bound function would lose.
      if (typeof value !== 'function' || value.prototype !== undefined) return value;
      if (!bound.has(value)) bound.set(value, value.bind(real));
      return bound.get(value);
    },
    set(_, name, value) {
      (has(name) ? own : real)[name] = value;
      return true;
    },
  });
}

/** Listeners on the browser's objects, to be taken off while the element is out of the page. */
class Listeners {
  constructor() {
    this.all = [];
    this.on = true;
  }

  add(target, type, listener, options) {
    const same = (it) => it[0] === target && it[1] === type && it[2] === listener;
    if (this.all.some(same)) return;
    this.all.push([target, type, listener, options]);
    if (this.on) target.addEventListener(type, listener, options);
  }

  remove(target, type, listener, options) {
    this.all = this.all.filter((it) => it[0] !== target || it[1] !== type || it[2] !== listener);
    target.removeEventListener(type, listener, options);
  }

  /** Puts all of them on, or takes all off. */
  turn(on) {
    if (on === this.on) return;
    this.on = on;
    for (const [target, type, listener, options] of this.all) {
      target[on ? 'addEventListener' : 'removeEventListener'](type, listener, options);
    }
  }
}

/** Addresses and the way through them, as a browser keeps them for a page. `changed` is called after each step. */
function ownHistory(site, first, reload, leave, changed) {
  const page = new URL(site);
  const entries = [first];
  let at = 0;
  const here = () => entries[at];
  const arrive = () => window.setTimeout(changed, 0);
  const plain = (hash) => (hash && hash[0] !== '#' ? `#${hash}` : hash);
  const go = (steps) => {
    if (!steps || !entries[at + steps]) return;
    at += steps;
    arrive();
  };
  const push = (hash) => {
    if (plain(hash) === here().hash) return;
    entries.splice(at + 1, entries.length, { hash: plain(hash), state: null });
    at += 1;
    arrive();
  };
  const replace = (url) => {
    if (url[0] !== '#') { leave(url); return; }
    entries[at] = { hash: url, state: null };
    arrive();
  };
  const location = {
    get hash() { return here().hash; },
    set hash(hash) { push(hash); },
    get href() { return page.href + here().hash; },
    set href(url) { location.assign(url); },
    assign: (url) => (url[0] === '#' ? push(url) : leave(url)),
    replace,
    reload,
    toString: () => location.href,
  };
  for (const name of ['origin', 'protocol', 'host', 'hostname', 'port', 'pathname', 'search']) location[name] = page[name];
  const history = {
    get state() { return here().state; },
    get length() { return entries.length; },
    replaceState(state) { here().state = state; },
    pushState(state) {
      entries.splice(at + 1, entries.length, { hash: here().hash, state });
      at += 1;
    },
    back: () => go(-1),
    forward: () => go(1),
    go,
  };
  return { location, history };
}

/**
 * The window. `root` is the element's shadow root, `body` what stands for the page's body, `site`
 * the page's address, `first` the first entry of its history (`hash`, `state`), `storage(kind)` gives what stands for
 * `localStorage` and `sessionStorage`, `toTop()` shows the element from its top, `reload()` begins
 * anew, and `leave(url)` is called for ways out of the page.
 * Gives `{ window, listeners }`.
 */
export function ownWindow({ root, body, site, first, storage, toTop, reload, leave }) {
  const listeners = new Listeners();
  const arrivals = new Set();
  const { location, history } = ownHistory(site, first, reload, leave, () => {
    for (const listener of [...arrivals]) {
      if (typeof listener === 'function') listener(new Event('hashchange'));
      else listener.handleEvent(new Event('hashchange'));
    }
  });
  const add = (target) => (type, listener, options) => {
    if (type === 'hashchange') arrivals.add(listener);
    // The element's document is there from the start.
    else if (type === 'DOMContentLoaded') window.setTimeout(listener, 0);
    else if (!OWN_EVENTS.includes(type)) listeners.add(target, type, listener, options);
  };
  const remove = (target) => (type, listener, options) => {
    if (type === 'hashchange') arrivals.delete(listener);
    else listeners.remove(target, type, listener, options);
  };
  const document = over(window.document, {
    body,
    documentElement: body,
    title: '',
    currentScript: null,
    location,
    getElementById: (id) => root.getElementById(id),
    querySelector: (selector) => root.querySelector(selector),
    querySelectorAll: (selector) => root.querySelectorAll(selector),
    get activeElement() { return root.activeElement || body; },
    get defaultView() { return own; },
    addEventListener: add(window.document),
    removeEventListener: remove(window.document),
  });
  // The host's pages are not this page's to keep for offline use.
  const navigator = over(window.navigator, { serviceWorker: undefined });
  // A new screen is shown from its top, which here is the element's.
  const scrollTo = () => toTop();
  const own = over(window, {
    document,
    location,
    history,
    navigator,
    // The name of the one policy is taken by the element, and boot.js adds no script in here.
    trustedTypes: undefined,
    scrollTo,
    scroll: scrollTo,
    get window() { return own; },
    get self() { return own; },
    get globalThis() { return own; },
    get parent() { return own; },
    get top() { return own; },
    get localStorage() { return storage('localStorage'); },
    get sessionStorage() { return storage('sessionStorage'); },
    addEventListener: add(window),
    removeEventListener: remove(window),
  });
  return { window: own, listeners };
}
