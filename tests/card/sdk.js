// A stand-in for WeChat's JS-SDK: what the page asks of it, in order, in `window.asked`.
(function () {
  window.asked = [];
  var note = function (name) { return function (it) { window.asked.push([name, it]); }; };
  window.wx = {
    config: note('config'),
    ready: function (then) { window.asked.push(['ready']); then(); },
    updateAppMessageShareData: note('updateAppMessageShareData'),
    updateTimelineShareData: note('updateTimelineShareData')
  };
})();
