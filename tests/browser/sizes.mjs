// node sizes.mjs URL: on every screen, in every look, what is too small to tap or to read, and
// lines and shapes too faint to see. The limits are at the top of each function.
import { LOOKS, tour, wear } from './screens.mjs';
import { visit } from './page.mjs';

/** In the page: targets and texts below their limits. `large` is 大字. */
function small(large) {
  // Whatever is tapped: 44 px each way. What carries the screen: 60 px high in 大字.
  const TARGETS = 'a[href], button, summary, label, input:not(.weui-check, .lra-with), select, textarea';
  const MAIN = '.weui-btn, .lra-choice, .weui-cell_access, .lra-dial';
  const TARGET = 44;
  const MAIN_HEIGHT = large ? 60 : 44;
  // Asides are marked as such; everything else is there to be read by everyone.
  const ASIDES = '.lra-note, .lra-tag, .lra-tags, .weui-footer, .hotline__for, .lra-dial__label, .lra-row__note, thead';
  const TEXT = large ? 22 : 17;
  const ASIDE = large ? 18 : 14;
  const LINES = 1.3;

  const found = [];
  const shown = (it) => it.checkVisibility() && !it.closest('.lra-hidden');
  const say = (it) => (it.innerText || it.getAttribute('aria-label') || it.id || it.tagName).trim().slice(0, 20);
  let looked = 0;
  // The label of a field only names it; that of a tick box is what is tapped.
  const tapped = (it) => shown(it) && (it.tagName !== 'LABEL' || ['radio', 'checkbox'].includes(it.control?.type));
  for (const target of [...document.querySelectorAll(TARGETS)].filter(tapped)) {
    looked += 1;
    const { width, height } = target.getBoundingClientRect();
    const least = target.matches(MAIN) ? MAIN_HEIGHT : TARGET;
    if (height < least - 0.5 || width < TARGET - 0.5) found.push(`target ${Math.round(width)}×${Math.round(height)}: ${say(target)}`);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const words = texts.currentNode.nodeValue.trim();
    const element = texts.currentNode.parentElement;
    if (words === '' || !shown(element) || element.matches('script, style, noscript')) continue;
    looked += 1;
    const { fontSize, lineHeight } = getComputedStyle(element);
    const size = parseFloat(fontSize);
    if (size < (element.closest(ASIDES) ? ASIDE : TEXT)) found.push(`text ${size} px: ${words.slice(0, 20)}`);
    if (parseFloat(lineHeight) < size * LINES - 0.5) found.push(`lines ${lineHeight} for ${size} px: ${words.slice(0, 20)}`);
  }
  return { looked, found };
}

/** In the page: lines and shapes one has to see, against what they stand on. WCAG 2.2, 1.4.11. */
function faint() {
  const LEAST = 3;
  // What is drawn, and which of its colours has to stand out from what it lies on.
  const SHAPES = [
    ['.lra-choice', 'borderTopColor'],
    ['.lra-field', 'borderTopColor'],
    ['.lra-mark', 'borderTopColor'],
    ['.lra-switch', 'borderTopColor'],
    ['.lra-dial', 'borderTopColor'],
    ['.lra-danger', 'borderTopColor'],
    ['.lra-tag__shape', 'fill'],
    ['.lra-progress__inner', 'fill'],
    ['.weui-btn_primary', 'backgroundColor'],
    ['.lra-due', 'borderLeftColor'],
  ];
  const parse = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    return { red, green, blue, alpha };
  };
  const over = (top, below) => Object.fromEntries(
    ['red', 'green', 'blue'].map((part) => [part, top[part] * top.alpha + below[part] * (1 - top.alpha)]).concat([['alpha', 1]]),
  );
  const ground = (it) => {
    if (!it) return { red: 255, green: 255, blue: 255, alpha: 1 };
    const own = parse(getComputedStyle(it).backgroundColor);
    return own.alpha === 1 ? own : over(own, ground(it.parentElement));
  };
  const light = ({ red, green, blue }) => {
    const [r, g, b] = [red, green, blue].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [less, more] = [light(one), light(other)].sort((a, b) => a - b);
    return (more + 0.05) / (less + 0.05);
  };
  const found = [];
  let looked = 0;
  for (const [selector, property] of SHAPES) {
    for (const shape of [...document.querySelectorAll(selector)].filter((it) => it.checkVisibility())) {
      looked += 1;
      const below = ground(shape.parentElement);
      const ratio = contrast(over(parse(getComputedStyle(shape)[property]), below), below);
      if (ratio < LEAST) found.push(`${selector} ${property} ${ratio.toFixed(2)} : 1`);
    }
  }
  return { looked, found };
}

async function walk(page) {
  const seen = { screens: 0, looked: { small: 0, faint: 0 }, found: {} };
  const note = (kind, where, { looked, found }) => {
    seen.looked[kind] += looked;
    if (found.length > 0) seen.found[`${kind} ${where}`] = [...new Set(found)];
  };
  await tour(page, async (name) => {
    seen.screens += 1;
    for (const look of LOOKS) {
      await wear(page, look);
      const where = `${name} ${look.theme} ${look.mode}`;
      if (look.theme === 'light') note('small', where, await page.evaluate(small, look.mode === 'care'));
      note('faint', where, await page.evaluate(faint));
    }
    await wear(page, LOOKS[0]);
  });
  return seen;
}

await visit(process.argv[2], walk);
