// node styles.mjs FILE.css: what the oldest browsers of the page do not know of a built style sheet, by
// Can I use, and what of it has no fallback. Prints JSON.
import { readFile } from 'node:fs/promises';
import doiuse from 'doiuse';
import postcss from 'postcss';

const OLDEST = ['iOS >= 12', 'Chrome >= 78'];

// What is known in part, and why the part is enough.
const ENOUGH = {
  'css-masks': 'WeUI writes -webkit-mask beside mask; both have one image',
  'css-overflow': 'hidden and auto only; clip and two values are what is missing',
  'css-appearance': 'none only, with the prefix',
  'css-page-break': 'avoid only; on paper, where it is not known, a piece may be split',
  'css-touch-action': 'none behind a dialog, where iOS lets the page scroll',
  multicolumn: 'break-inside and break-after stand beside page-break-inside and page-break-after',
  'intrinsic-width': 'written with the prefix beside it, and after a width',
};

// What is an addition: a browser that does not know it leaves out the whole rule, and nothing is lost.
const ADDITIONS = {
  // Without it, the page behind a dialog scrolls on when the dialog is at its end.
  'css-overscroll-behavior': () => true,
  // Can I use counts touch-action among pointer events.
  pointer: (rule) => rule.every(({ prop }) => prop === 'touch-action'),
  // Paper has the system's own margins.
  'css-paged-media': (rule) => rule.every(({ prop }) => /^(size|margin)/.test(prop)),
  // :focus draws the ring, for a finger, too.
  'css-focus-visible': (rule) => rule.every(({ prop }) => /^(outline|content|position|top|right|bottom|left|border-radius)/.test(prop)),
};

const css = await readFile(process.argv[2], 'utf8');
const seen = { rules: 0, missing: [], partial: [], enough: [] };

function judge({ feature, featureData, usage }) {
  const rule = usage.type === 'decl' ? [usage] : (usage.nodes ?? []).filter((it) => it.type === 'decl');
  const words = `${feature}: ${(usage.selector ?? usage.toString()).slice(0, 120)}`;
  if (featureData.missing) {
    if (!ADDITIONS[feature]?.(rule)) seen.missing.push(words);
  } else if (ENOUGH[feature]) {
    seen.enough.push(feature);
  } else {
    seen.partial.push(words);
  }
}

const sheet = await postcss([doiuse({ browsers: OLDEST, onFeatureUsage: judge })]).process(css, { from: process.argv[2] });
sheet.root.walkRules(() => { seen.rules += 1; });
// Can I use has no entry for it; the build writes it out as top, right, bottom and left.
sheet.root.walkDecls(/^inset/, (it) => { seen.missing.push(it.toString()); });
console.log(JSON.stringify({ ...seen, enough: [...new Set(seen.enough)] }));
