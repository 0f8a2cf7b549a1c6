// What a host page may learn of a walk: which screen, how far, and in the end which findings.
// Ids and counts only; no answer is ever read here, so none can be told.

// By what `later/outcome.rs` draws on the result screen.
const OUTCOME = '[data-outcome]';

const number = (element, attribute) => Number(element.getAttribute(attribute)) || 0;

/**
 * Watches what is drawn under `root` and calls `tell(name, detail)`; `place()` gives the hash of
 * the screen. Gives a function that stops it.
 */
export function watch(root, place, tell) {
  const told = {};
  const once = (name, detail) => {
    const text = JSON.stringify(detail);
    if (told[name] === text) return;
    told[name] = text;
    tell(name, detail);
  };

  function look() {
    if (root.querySelector('.intro__status_failed')) {
      once('error', { code: window.WebAssembly ? 'failed' : 'no-wasm' });
    }
    // Only the app draws the foot.
    if (!root.querySelector('.lra-foot')) return;
    const rules = root.querySelector('[data-rules]');
    once('ready', rules ? { rulesVersion: rules.getAttribute('data-rules'), lawDate: rules.getAttribute('data-law') } : {});
    once('navigate', { route: place() || '#/' });
    const bar = root.querySelector('[role=progressbar]');
    if (bar) {
      // What was told of the end is told again, should it be the same.
      told.complete = null;
      once('start', {});
      once('progress', { answered: number(bar, 'aria-valuenow'), total: number(bar, 'aria-valuemax') });
    } else {
      told.progress = null;
    }
    const outcome = root.querySelector(OUTCOME);
    if (outcome) {
      once('complete', {
        level: outcome.getAttribute('data-outcome'),
        counts: { certain: number(outcome, 'data-certain'), possible: number(outcome, 'data-possible') },
        ruleIds: (outcome.getAttribute('data-findings') || '').split(' ').filter(Boolean),
      });
    }
  }

  function used(event) {
    const button = event.target.closest && event.target.closest('a, button');
    if (!button) return;
    if (/^tel:/.test(button.getAttribute('href'))) {
      const agency = button.closest('[data-agency]');
      tell('contact', { agencyId: agency ? agency.getAttribute('data-agency') : '', channel: 'phone' });
    }
    const way = button.closest('[data-share]');
    if (way) tell('share', { kind: way.getAttribute('data-share') });
  }

  // The menu of a long press on the picture.
  function pressed(event) {
    const picture = event.target.closest && event.target.closest('[data-share] img');
    if (picture) tell('share', { kind: 'picture' });
  }

  const changes = new MutationObserver(look);
  changes.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-valuenow', 'data-outcome', 'class'] });
  root.addEventListener('click', used);
  root.addEventListener('contextmenu', pressed);
  look();
  return () => {
    changes.disconnect();
    root.removeEventListener('click', used);
    root.removeEventListener('contextmenu', pressed);
  };
}
