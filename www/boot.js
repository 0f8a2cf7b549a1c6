// The loader: the first script of the page, and the only one that must run in every browser.
//
// Before anything is painted it sets the theme; then it brings the WebAssembly module and the
// rulebook to the app; and when anything of that fails it says so on the static page, whose
// hotlines go on working. Written in ES5, because a browser too old for the app must still be
// able to read the line that says so.
//
// Contract with the app (src/web): `wasm_bindgen.start(opening)` gets the parsed opening of the
// rulebook and draws into #app, or throws an Error (or a text) that can be shown; then
// `complete(rulebook)` gets the whole, and `stalled(gone)` is called when it does not come through;
// `gone` where the site has other files by now.
// Where the build cut the program in two, `complete` is called once the second half, which imports
// from the first, is there too. The whole is fetched whatever the owner does, so that no request
// tells what they look at. Without WebAssembly the same program runs as a script, uncut.
// The app stores how the page looks as words, such as `care dark`, under the key LOOK; without a
// theme the system decides.
(function () {
  'use strict';

  var TOO_OLD = '这部手机的微信或浏览器版本太旧，打不开自测。请升级微信或换一部手机；下面的热线可以直接拨打。';
  var NO_NETWORK = '网络不通，题目没有加载完。请稍后重试；下面的热线可以直接拨打。';
  var DAMAGED = '下载的文件不完整，为稳妥起见没有打开。请重试；下面的热线可以直接拨打。';
  var MISMATCHED = '网站正在更新，文件还没有换全，为稳妥起见没有打开。请过几分钟重试；下面的热线可以直接拨打。';
  var BROKEN = '自测出了故障，已停下来。请重试；下面的热线可以直接拨打。';
  var SLOW = '网络较慢，还在加载……下面的热线可以直接拨打。';
  var SLOW_ENGINE = '这台设备要用兼容方式打开，会慢一些，还在加载……下面的热线可以直接拨打。';
  var LOADING = '正在加载题目……';
  var COMING = '已记下，题目一到就打开……';
  var SLOW_AFTER_MS = 8000;
  var AGAIN_AFTER_MS = 3000;
  var RENEWED_AFTER_MS = 9000;
  var LOOK = 'legal-risk-assessor.v1.look';

  var body = document.body;
  var untouched = null;
  var failed = false;
  // Whether the program runs as a script, because there is no WebAssembly.
  var scripted = false;

  function savedLook() {
    // Reading storage throws where cookies are blocked.
    try { return (window.localStorage.getItem(LOOK) || '').split(' '); } catch (_) { return []; }
  }

  function setLook() {
    var look = savedLook();
    var system = window.matchMedia ? window.matchMedia('(prefers-color-scheme: dark)') : null;
    var theme = look.indexOf('dark') >= 0 ? 'dark' : look.indexOf('light') >= 0 ? 'light' : system && system.matches ? 'dark' : 'light';
    body.setAttribute('data-weui-theme', theme);
    body.setAttribute('data-weui-mode', look.indexOf('care') >= 0 ? 'care' : 'standard');
  }

  function compiles() {
    try {
      return !!new window.WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    } catch (_) {
      return false;
    }
  }

  // Browsers from before 'wasm-unsafe-eval' (iOS 16, Chrome 97) compile no WebAssembly under the
  // strict policy of index.html, not even an empty module. compat.html is the same page with a
  // policy they understand.
  function isHeldBack() {
    return !!window.WebAssembly && !compiles() && !/\/compat\.html$/.test(window.location.pathname);
  }

  function say(text) {
    var status = document.getElementById('status');
    if (status) { status.textContent = text; }
  }

  function fail(text, error) {
    if (failed) { return; }
    failed = true;
    // The app may have drawn half a page: the static one comes back whole.
    var root = document.getElementById('app');
    if (untouched && root) { root.parentNode.replaceChild(untouched, root); }
    var detail = error && (error.message || (typeof error === 'string' && error));
    say(detail ? text + '（' + detail + '）' : text);
    document.getElementById('status').className = 'intro__status intro__status_failed';
    document.getElementById('way').hidden = true;
    document.getElementById('directory').hidden = false;
    // The same browser will be as old as before.
    document.getElementById('again').hidden = text === TOO_OLD;
    document.getElementById('retry').onclick = function () { renew(error && error.url); };
  }

  // `url`: the file that is not the one the page was built with, where one is to blame.
  function Failure(text, message, url) {
    this.text = text;
    this.message = message;
    this.url = url;
  }

  // Starts again with the page, and the file to blame, fetched past all caches: a phone or a host
  // on the way may go on with a damaged file for as long as a good one may be kept.
  function renew(url) {
    var reload = function () { window.location.reload(); };
    if (!window.fetch || !window.Promise) { reload(); return; }
    window.setTimeout(reload, RENEWED_AFTER_MS);
    var fetches = [window.location.href.split('#')[0], url].filter(Boolean).map(function (it) {
      return window.fetch(it, { cache: 'reload' }).then(function (response) { return response.arrayBuffer(); });
    });
    Promise.all(fetches).then(reload, reload);
  }

  // Page and files of two versions, as in the middle of an update, may fit after one more try; that
  // there was one is kept in the entry of the history, for nothing may be stored. The app writes
  // its own there once it runs.
  function heals(error) {
    if (!error.url || (window.history.state && window.history.state.healed)) { return false; }
    try { window.history.replaceState({ healed: true }, ''); } catch (_) { return false; }
    renew(error.url);
    return true;
  }

  function hex(buffer) {
    return Array.prototype.map.call(new Uint8Array(buffer), function (byte) {
      return ('0' + byte.toString(16)).slice(-2);
    }).join('');
  }

  // Compares by hand: a fetch with `integrity` does not use a preload made without it, and
  // older browsers ignore `integrity` on a preload, so the module would be downloaded twice.
  function verify(bytes, link) {
    var subtle = window.crypto && window.crypto.subtle;
    if (!subtle) { return bytes; }
    return subtle.digest('SHA-256', bytes).then(function (digest) {
      if (hex(digest) !== link.getAttribute('data-sha256')) { throw new Failure(DAMAGED, 'SHA-256', link.href); }
      return bytes;
    });
  }

  // What can be given to `script.src`: the address of a link that the page was built with, by its id. Under
  // the page's policy (Trusted Types) there is no other way, and no second policy of this name.
  function addressOf(id) { return document.getElementById(id).href; }
  var rules = { createScriptURL: addressOf };
  var policy = window.trustedTypes ? window.trustedTypes.createPolicy('legal-risk-assessor', rules) : rules;

  // A script that not every visit needs; it may use the policy.
  function addScript(id) {
    return new Promise(function (done, refused) {
      var script = document.createElement('script');
      script.policy = policy;
      script.src = policy.createScriptURL(id);
      script.integrity = document.getElementById(id).getAttribute('data-integrity');
      script.onload = done;
      script.onerror = function () { refused(new Failure(NO_NETWORK, '', addressOf(id))); };
      document.head.appendChild(script);
    });
  }

  // Bytes and never a stream: some WebViews fail to compile from a stream with the right type,
  // and all fail where a host sends a wrong one.
  function load(id, options) {
    var link = document.getElementById(id);
    return window.fetch(link.href, options).then(function (response) {
      if (response.status === 404) { throw new Failure(MISMATCHED, 'HTTP 404', link.href); }
      if (!response.ok) { throw new Failure(NO_NETWORK, 'HTTP ' + response.status); }
      return response.arrayBuffer();
    }, function () {
      throw new Failure(NO_NETWORK, '');
    }).then(function (bytes) {
      return verify(bytes, link);
    });
  }

  function isOldBrowser() {
    return !(window.fetch && window.Promise && window.TextDecoder && window.TextEncoder);
  }

  function parse(bytes) {
    try { return JSON.parse(new TextDecoder().decode(bytes)); } catch (error) { throw new Failure(DAMAGED, error.message); }
  }

  // The whole program as a script, which puts a stand-in in the place of WebAssembly.
  function loadEngine() {
    if (!document.getElementById('engine')) { return Promise.reject(new Failure(TOO_OLD, '')); }
    scripted = true;
    return addScript('engine');
  }

  function runEngine() {
    return wasm_bindgen.initSync({ module: new window.WebAssembly.Module() });
  }

  // Gives what the second half imports.
  function run(module) {
    if (typeof wasm_bindgen === 'undefined') { throw new Failure(NO_NETWORK, '', document.getElementById('app-script').src); }
    if (scripted) { return Promise.resolve().then(runEngine); }
    return wasm_bindgen({ module_or_path: module }).then(null, function (error) {
      // It has WebAssembly and cannot compile this.
      if (!(error instanceof window.WebAssembly.CompileError)) { throw error; }
      return loadEngine().then(runEngine);
    });
  }

  function start(module, opening) {
    return run(module).then(function (first) {
      // For whoever has to find out why a page is slow.
      body.setAttribute('data-engine', scripted ? 'script' : 'wasm');
      wasm_bindgen.start(parse(opening));
      return first;
    });
  }

  // Once only: a second half that is put in place again would reset the first one's memory.
  var secondHalf = null;
  function join(first, options) {
    if (scripted || !document.getElementById('later')) { return null; }
    secondHalf = secondHalf || load('later', options).then(function (module) {
      return window.WebAssembly.instantiate(module, { first: first });
    }).then(null, function (error) {
      secondHalf = null;
      throw error;
    });
    return secondHalf;
  }

  // Tried until it is there, less and less often: the owner goes on with what there is.
  function complete(first, wait, options) {
    Promise.all([load('rulebook', options), join(first, options)]).then(function (parts) {
      wasm_bindgen.complete(parse(parts[0]));
    }).then(keepForLater, function (error) {
      if (failed) { return; }
      wasm_bindgen.stalled(error.text === MISMATCHED);
      // A damaged file would come from the cache again.
      window.setTimeout(function () { complete(first, wait * 2, error.url ? { cache: 'reload' } : {}); }, wait);
    });
  }

  // In a frame of another page: what tells that page how tall this one is.
  function helpHost() {
    if (window.parent === window || !document.getElementById('framed')) { return; }
    addScript('framed').then(null, function () {});
  }

  // What keeps the page for a visit without a network comes last, so that it is in nobody's way. It
  // keeps the modules, which a browser without WebAssembly has no use for.
  function keepForLater() {
    var own = window.parent === window && window.navigator.serviceWorker;
    if (!own || scripted || !document.getElementById('offline')) { return; }
    addScript('offline').then(null, function () {});
  }

  // After a trap the module's memory is in no known state: nothing may go on using it.
  function watchForTraps() {
    function onError(error) {
      if (window.WebAssembly && error instanceof window.WebAssembly.RuntimeError) { fail(BROKEN, error); }
    }
    window.addEventListener('error', function (event) { onError(event.error); });
    window.addEventListener('unhandledrejection', function (event) { onError(event.reason); });
  }

  setLook();
  body.className += ' with-script';
  var old = isOldBrowser();
  if (!old && isHeldBack()) {
    window.location.replace('compat.html' + window.location.search + window.location.hash);
    return;
  }
  var parts = old ? null : Promise.all([compiles() ? load('module') : loadEngine(), load('opening')]);
  if (parts) { parts.then(null, function () {}); }

  // Deferred scripts, the app's glue among them, have run by then.
  document.addEventListener('DOMContentLoaded', function () {
    untouched = document.getElementById('app').cloneNode(true);
    if (old) { fail(TOO_OLD); return; }
    helpHost();
    say(LOADING);
    // A tap before the app is there stays in the hash, where the app begins.
    window.addEventListener('hashchange', function () { if (!failed) { say(COMING); } });
    var slow = window.setTimeout(function () { say(scripted ? SLOW_ENGINE : SLOW); }, SLOW_AFTER_MS);
    watchForTraps();
    parts.then(function (loaded) {
      return start(loaded[0], loaded[1]);
    }).then(function (first) {
      window.clearTimeout(slow);
      complete(first, AGAIN_AFTER_MS);
    }, function (error) {
      window.clearTimeout(slow);
      if (heals(error)) { return; }
      fail(error instanceof Failure ? error.text : BROKEN, error);
    });
  });
})();
