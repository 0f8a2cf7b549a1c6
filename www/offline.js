// Has the page kept for visits without a network (sw.js), says when a newer version has come, and
// takes everything back with 清除本机数据.
//
// Loaded by boot.js when everything else is there, and only where there are service workers. Where
// anything of this fails, the page is what it was without it.
(function () {
  'use strict';

  const { policy } = document.currentScript;
  const link = document.getElementById('worker');
  const workers = navigator.serviceWorker;
  const ACTIVE_AFTER_MS = 3000;
  const KEPT = '自测有新版本，规则可能有改动。存在本机的回答会留着。';
  const LOST = '自测有新版本，下次打开就用新的。这次的回答没有存在本机，现在换会丢失，请先做完。';

  // This window, and not another of the same phone: the app says so (src/web/parts/shell.rs).
  function savesAnswers() {
    return document.querySelector('main[data-saving]') !== null;
  }

  function element(name, className, text) {
    const it = document.createElement(name);
    it.className = className;
    it.textContent = text || '';
    return it;
  }

  function button(text, act) {
    const it = element('button', 'lra-switch', text);
    it.type = 'button';
    it.addEventListener('click', act);
    return it;
  }

  const bar = element('div', 'lra');
  bar.setAttribute('role', 'status');
  let newer = null;

  function update() {
    // Consent may have been taken back since the notice was drawn.
    if (!savesAnswers()) { draw(); return; }
    const reload = () => window.location.reload();
    if (!workers.controller) { reload(); return; }
    workers.addEventListener('controllerchange', reload, { once: true });
    newer.postMessage('activate');
    // An even newer one may have taken its place.
    window.setTimeout(reload, ACTIVE_AFTER_MS);
  }

  function dismiss() {
    window.removeEventListener('hashchange', draw);
    bar.remove();
  }

  function draw() {
    const safe = savesAnswers();
    const notice = element('div', 'lra-notice');
    const said = element('div', 'lra-notice__said');
    said.appendChild(element('p', 'lra-p', safe ? KEPT : LOST));
    if (safe) said.appendChild(button('现在更新', update));
    said.appendChild(button('知道了', dismiss));
    notice.appendChild(said);
    bar.textContent = '';
    bar.appendChild(notice);
    document.body.insertBefore(bar, document.getElementById('app'));
  }

  function announce(worker) {
    newer = worker;
    // With the next screen: nothing moves under a finger that is about to answer.
    window.addEventListener('hashchange', draw);
    if (!window.location.hash.startsWith('#/q/')) draw();
  }

  /** Announces a worker of another version than this page's, which may have come from the network. */
  function compare(worker) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      if (data !== link.getAttribute('data-version')) announce(worker);
    };
    worker.postMessage('version', [port2]);
  }

  function watch(worker) {
    if (!worker) return;
    worker.addEventListener('statechange', () => { if (worker.state === 'installed') compare(worker); });
  }

  async function keep() {
    const registration = await workers.register(policy.createScriptURL('worker'), { updateViaCache: 'none' });
    watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing));
  }

  async function takeBack() {
    const { scope } = await workers.ready;
    const names = (await caches.keys()).filter((name) => name.startsWith(`legal-risk-assessor ${scope} `));
    await Promise.all(names.map((name) => caches.delete(name)));
    await (await workers.getRegistration()).unregister();
  }

  window.addEventListener('lra:erase', () => takeBack().catch(() => {}));
  // 清除本机数据 may have come before this script did.
  (document.body.hasAttribute('data-lra-erased') ? takeBack() : keep()).catch(() => {});
})();
