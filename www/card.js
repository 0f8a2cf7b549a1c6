// What a chat shows when the page is passed on: title, line and picture, by WeChat's JS-SDK, which
// the build puts before this in the same file.
//
// Only where the build was given the SDK and a signing service (`--wx-sdk`, `--wx-sign-url`), and
// only inside WeChat. The service learns the page's address without what follows `#`, which is what
// a signature covers, and nothing else. Whatever fails here fails without a word: the page can be
// passed on all the same, with WeChat's own picture. ES5, as the loader.
(function () {
  'use strict';

  var tag = document.currentScript;
  var sdk = window.wx;
  var isInWeChat = /MicroMessenger/.test(window.navigator.userAgent) && window.parent === window;
  if (!isInWeChat || !sdk || !tag || !window.fetch) { return; }

  var address = window.location.href.split('#')[0];
  var description = document.querySelector('meta[name="description"]');
  // Without the query: WeChat adds where the page was opened from.
  var entry = address.split('?')[0];
  var card = {
    title: tag.getAttribute('data-title'),
    desc: description ? description.getAttribute('content') : '',
    link: entry,
    imgUrl: entry.replace(/[^/]*$/, '') + tag.getAttribute('data-picture')
  };

  function isSigned(it) {
    return it && it.appId && it.timestamp && it.nonceStr && it.signature;
  }

  function show(signed) {
    if (!isSigned(signed)) { return; }
    sdk.config({
      debug: false,
      appId: signed.appId,
      timestamp: signed.timestamp,
      nonceStr: signed.nonceStr,
      signature: signed.signature,
      jsApiList: ['updateAppMessageShareData', 'updateTimelineShareData']
    });
    sdk.ready(function () {
      sdk.updateAppMessageShareData(card);
      sdk.updateTimelineShareData(card);
    });
  }

  window.fetch(tag.getAttribute('data-sign') + '?url=' + encodeURIComponent(address), { cache: 'no-store' })
    .then(function (response) { return response.ok ? response.json() : null; })
    .then(show)
    .then(null, function () {});
})();
