// Only in pages that `assessor serve` shows: reloads after a build, and lists what stands in
// the way of the next one over the page that still works.
(function () {
  'use strict';
  var shown = null;
  var first = null;

  function banner(text) {
    if (!shown) {
      shown = document.createElement('pre');
      shown.id = 'serve-problems';
      shown.setAttribute('role', 'alert');
      // Through the object model: the page's policy forbids style attributes, not this.
      shown.style.cssText = 'position:fixed;left:0;right:0;bottom:0;max-height:60%;overflow:auto;margin:0;padding:16px;' +
        'background:#2b0b0b;color:#fff;font:14px/1.5 monospace;white-space:pre-wrap;z-index:99999';
      document.body.appendChild(shown);
    }
    shown.textContent = text;
  }

  var address = document.currentScript.src.replace(/client\.js$/, 'events');
  var stream = null;

  function heard(message) {
    var state = JSON.parse(message.data);
    if (first === null) { first = state.build; }
    if (state.build !== first) { window.location.reload(); return; }
    if (state.problems) { banner(state.problems); } else if (shown) { shown.remove(); shown = null; }
  }

  // A browser opens six connections to a host: tabs nobody looks at must not hold one each.
  function listen() {
    if (document.hidden && stream) { stream.close(); stream = null; }
    if (!document.hidden && !stream) { stream = new EventSource(address); stream.onmessage = heard; }
  }

  document.addEventListener('visibilitychange', listen);
  listen();
})();
