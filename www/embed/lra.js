// <legal-risk-assessor>: the page inside a page of somebody else, in a shadow root of its own.
//
// The element takes the site's own index.html and its scripts, and gives them a window of their
// own (own-window.js, which comes with them): one and the same page, whether opened by itself or in here, with its sentences
// when something fails, and no second program to keep in step. Every element runs a WebAssembly
// instance of its own, so that several on a page, or one that broke, do not meddle with each other;
// the bytes are downloaded once. This file knows no version of the rules: their names come from
// index.html, so a host's integrity hash stays right when the rules change.
//
// A link inside the element stays in the page, and is what is seen until the app is there, and
// when it cannot be: no script, no WebAssembly, a policy of the host that forbids it.
import { card, element, root, show, take } from './draw.js';

const TAG = 'legal-risk-assessor';
const SITE = new URL('..', document.currentScript.src).href;

// A host that requires Trusted Types allows this policy by its name.
const { trustedTypes } = window;
const policy = trustedTypes && trustedTypes.createPolicy
  ? trustedTypes.createPolicy(TAG, { createHTML: (text) => text, createScriptURL: (url) => url })
  : { createHTML: (text) => text, createScriptURL: (url) => url };

let page = null;
let program = null;
let count = 0;

/** The site's page, once for all elements; tried again after a failure. */
function fetchPage() {
  if (!page) {
    page = fetch(SITE, { credentials: 'omit', cache: 'no-cache' }).then((answer) => {
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      return answer.text();
    }).then((text) => new DOMParser().parseFromString(policy.createHTML(text), 'text/html'));
    page.catch(() => { page = null; });
  }
  return page;
}

/** A script with the page's scripts as one function of a window, and inside.js; see `build/embed.rs`. */
function fetchProgram(link) {
  if (!program) {
    program = new Promise((done, failed) => {
      const script = document.createElement('script');
      script.crossOrigin = 'anonymous';
      script.integrity = link.getAttribute('data-integrity');
      script.src = policy.createScriptURL(new URL(link.getAttribute('href'), SITE).href);
      script.onload = () => (script.program ? done(script) : failed(new Error('no program')));
      script.onerror = () => failed(new Error('script'));
      document.head.appendChild(script);
    });
    program.catch(() => { program = null; });
  }
  return program;
}

class LegalRiskAssessor extends HTMLElement {
  static get observedAttributes() { return ['mode', 'theme', 'heading-level']; }

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
    this.slotted = element('slot');
    this.shadowRoot.appendChild(this.slotted);
    this.run = null;
    this.outcome = null;
  }

  connectedCallback() {
    if (this.run) this.run.listeners.turn(true);
    else if (this.display !== 'inline') this.drawCard().catch((error) => this.fail(error));
    else if (this.getAttribute('start') !== 'manual') this.startWhenSeen();
  }

  disconnectedCallback() {
    if (this.seen) this.seen.disconnect();
    // A framework may only be moving it.
    if (this.run) this.run.listeners.turn(false);
  }

  attributeChangedCallback(name) {
    if (!this.run) return;
    if (name === 'heading-level') this.adjust();
    else this.dress();
  }

  get display() { return this.getAttribute('display') || 'inline'; }

  get topic() {
    const topic = this.getAttribute('topic') || '';
    return /^[\w-]+$/.test(topic) ? topic : '';
  }

  /** Loads and shows the assessor; answered once the page is in, or has failed. */
  start() {
    if (!this.started) this.started = this.load().catch((error) => this.fail(error));
    return this.started;
  }

  /**
   * What the result screen said when the owner last saw it, as `lra:complete` does; null before, and
   * while questions are being asked again. What it rests on, the answers, is for the owner alone.
   */
  report() { return Promise.resolve(this.outcome); }

  /** Begins anew: the answers that are not kept on the device are gone. */
  reset() {
    this.stop();
    page = null;
    return this.start();
  }

  /** Goes to a screen, such as `#/events` or `#/finding/<id>`; anything else is the first screen. */
  goTo(place) {
    return this.start().then(() => {
      if (this.run) this.run.window.location.hash = String(place);
    });
  }

  /** Removes what is kept on this device, and begins anew. */
  eraseLocal() {
    for (const kind of ['localStorage', 'sessionStorage']) {
      // Reading storage throws where cookies are blocked: then there is nothing in it.
      try {
        const kept = Object.keys(window[kind]).filter((key) => key.startsWith(`${TAG}.`));
        for (const key of kept) window[kind].removeItem(key);
      } catch (_) { /* nothing to remove */ }
    }
    return this.reset();
  }

  /** `standard`, or `care` for large print. */
  setMode(mode) { this.setAttribute('mode', mode); }

  /** A tab that is not shown, or an article's end nobody reaches, costs no bytes. */
  startWhenSeen() {
    if (!window.IntersectionObserver) { this.start(); return; }
    this.seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.seen.disconnect();
      this.start();
    }, { rootMargin: '600px' });
    this.seen.observe(this);
  }

  async load() {
    const turn = {};
    this.turn = turn;
    // The whole page has a way without it that is too heavy to share a page with others.
    if (!window.WebAssembly) throw new Error('no-wasm');
    const from = await fetchPage();
    const { program: runIn, inside } = await fetchProgram(from.getElementById('program'));
    // Begun anew meanwhile.
    if (this.turn !== turn) return;
    const outer = element('div', { class: 'lra-host', part: 'root' });
    const body = root();
    if (this.display === 'fullscreen') {
      outer.classList.add('lra-host_full');
      const close = element('button', { type: 'button', class: 'lra-switch lra-host__close' });
      close.textContent = '关闭';
      close.addEventListener('click', () => window.history.back());
      body.appendChild(close);
    }
    outer.appendChild(body);
    take(from, SITE, outer, body);
    show(outer, this.shadowRoot, this.slotted);
    const first = this.again || { hash: this.topic && `#/section/${this.topic}`, state: null };
    this.again = null;
    const own = inside.ownWindow({
      root: this.shadowRoot, body, site: SITE, first,
      toTop: () => {
        outer.scrollTop = 0;
        if (this.getBoundingClientRect().top < 0) this.scrollIntoView();
      },
      storage: (kind) => this.storage(kind),
      // A reload keeps its place and what the page noted there: that it has tried once to heal.
      reload: () => {
        this.again = { hash: its.location.hash, state: its.history.state };
        this.reset();
      },
      leave: () => this.fail(new Error('csp')),
    });
    const { window: its } = own;
    this.run = Object.assign({ outer, body }, own);
    outer.addEventListener('click', (event) => this.follow(event));
    this.run.stop = inside.watch(this.shadowRoot, () => its.location.hash, (name, detail) => this.tell(name, detail));
    this.run.changes = new MutationObserver(() => this.adjust());
    this.run.changes.observe(outer, { childList: true, subtree: true });
    const app = runIn(its, its.document, its.location, its.history, its.navigator, its, its);
    // It may have found at once that it cannot run here.
    if (this.turn !== turn) return;
    this.run.app = app;
    inside.accent(this, body);
    own.listeners.turn(this.isConnected);
  }

  stop() {
    this.started = null;
    this.turn = null;
    this.outcome = null;
    this.slotted.hidden = false;
    if (!this.run) return;
    this.run.stop();
    this.run.changes.disconnect();
    this.run.listeners.turn(false);
    this.run.outer.remove();
    this.run = null;
  }

  fail(error) {
    this.stop();
    // What has failed is not tried again by itself.
    this.started = Promise.resolve();
    const code = /^(csp|no-wasm)$/.test(error.message) ? error.message : 'fetch';
    this.tell('error', { code });
  }

  tell(name, about) {
    const detail = Object.assign({ v: 1 }, about);
    if (name === 'ready') this.dress();
    if (name === 'error') this.slotted.hidden = false;
    if (name === 'complete') this.outcome = detail;
    if (name === 'progress') this.outcome = null;
    this.dispatchEvent(new CustomEvent(`lra:${name}`, { bubbles: true, composed: true, detail }));
  }

  /** Links to screens stay inside; links to other pages of the site leave the host's page as any link would. */
  follow(event) {
    const link = event.target.closest('a[href]');
    if (!link || event.defaultPrevented) return;
    const to = link.getAttribute('href');
    if (to[0] === '#') {
      event.preventDefault();
      this.run.window.location.hash = to;
    } else if (!/^[a-z]+:/i.test(to)) {
      event.preventDefault();
      window.location.href = new URL(to, SITE).href;
    }
  }

  /** What the page draws, fitted to the host: levels of headings, and parts to be styled. */
  adjust() {
    const { body } = this.run;
    const first = Math.min(4, Math.max(1, Number(this.getAttribute('heading-level')) || 1));
    for (const heading of body.querySelectorAll('h1, h2, h3, h4')) {
      const level = String(Number(heading.tagName[1]) + first - 1);
      if (first > 1 && heading.getAttribute('aria-level') !== level) heading.setAttribute('aria-level', level);
    }
    for (const [part, selector] of [['button', '.weui-btn'], ['card', '.lra-card'], ['tag', '.lra-tag']]) {
      for (const it of body.querySelectorAll(`${selector}:not([part])`)) it.setAttribute('part', part);
    }
  }

  /** Size and colours, where the host has a say. */
  dress() {
    const look = [this.getAttribute('mode'), this.getAttribute('theme')].filter((it) => it && it !== 'auto');
    if (look.length > 0 && this.run.app.dress) this.run.app.dress(look.join(' '));
  }

  /** What stands for the browser's storage; nothing is kept in it before the owner agrees. */
  storage(kind) {
    const persist = this.getAttribute('persist') || 'local';
    if (persist === 'none') return null;
    const real = window[persist === 'session' ? 'sessionStorage' : kind];
    if (this.number === undefined) this.number = count++;
    if (!real || this.number === 0) return real;
    // Several on a page do not overwrite each other's answers.
    const key = (name) => `${name}.${this.number}`;
    return {
      getItem: (name) => real.getItem(key(name)),
      setItem: (name, value) => real.setItem(key(name), value),
      removeItem: (name) => real.removeItem(key(name)),
    };
  }

  /** A card in place of the page, which it opens: only the style sheet is loaded. */
  async drawCard() {
    const from = await fetchPage();
    const { outer, link } = card(from, SITE, this);
    show(outer, this.shadowRoot, this.slotted);
    if (this.display === 'fullscreen') {
      link.addEventListener('click', (event) => {
        event.preventDefault();
        this.open(link);
      });
    }
  }

  /** The page over the whole window; 关闭 or the way back closes it and leaves the answers. */
  async open(link) {
    await this.start();
    if (!this.run) { window.location.href = link.href; return; }
    const { outer } = this.run;
    outer.hidden = false;
    // One entry of the host's history, without an address: 返回 closes.
    window.history.pushState({ lra: 1 }, '');
    window.addEventListener('popstate', () => { outer.hidden = true; link.focus(); }, { once: true });
    outer.querySelector('button').focus();
  }
}

if (window.customElements && !customElements.get(TAG)) customElements.define(TAG, LegalRiskAssessor);
