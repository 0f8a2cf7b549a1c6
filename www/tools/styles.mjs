// node styles.mjs OUT.css FILE...: the style sheet of the page, holding only what FILEs can use.
//
// WeUI, theme.css, intro.css, app.css and embed/embed.css in this order, without the classes no FILE mentions as a word,
// the animations and variables nothing left refers to, and the rules for a system-dark page
// without data-weui-theme (boot.js always sets it). A class name therefore has to stand whole
// in the source: `weui-btn_` glued to a suffix at run time is not seen.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Features, transform } from 'lightningcss';

// The oldest WebViews that run the page; lightningcss encodes a version as major << 16.
const targets = { ios_saf: 12 << 16, safari: 12 << 16, chrome: 66 << 16 };

// color-scheme stands for itself here; its emulation for light-dark(), which nothing uses, is left out.
const exclude = Features.LightDark;

const [out, ...users] = process.argv.slice(2);
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const sheets = ['../node_modules/weui/dist/style/weui.min.css', '../theme.css', '../intro.css', '../app.css', '../embed/embed.css'].map(at);
let css = Buffer.concat(sheets.map((path) => fs.readFileSync(path)));

const matches = (text, pattern) => new Set(Array.from(text.matchAll(pattern), (match) => match[1]));
const without = (all, kept) => [...all].filter((name) => !kept.has(name));

const isSystemDark = ({ value }) =>
  value.query.mediaQueries.length === 1 &&
  JSON.stringify(value.query.mediaQueries[0].condition ?? '').includes('"prefers-color-scheme"');
const visitor = { Rule: { media: (rule) => (isSystemDark(rule) ? [] : undefined) } };

// Dropping one symbol can leave the next without a user, so it goes on until nothing changes.
const words = matches(users.map((path) => fs.readFileSync(path, 'utf8')).join('\n'), /([A-Za-z][\w-]*)/g);
for (let size = Infinity; css.length < size; ) {
  size = css.length;
  const text = css.toString();
  const variables = without(matches(text, /(--[\w-]+)\s*:/g), matches(text, /var\(\s*(--[\w-]+)/g));
  const classes = without(matches(text, /\.(-?[A-Za-z_][\w-]*)/g), words);
  const animated = [...text.matchAll(/animation(?:-name)?:([^;}]+)/g)].map((match) => match[1]).join(' ');
  const animations = without(matches(text, /@(?:-webkit-)?keyframes\s+([\w-]+)/g), matches(animated, /([A-Za-z][\w-]*)/g));
  const unusedSymbols = [...variables, ...classes, ...animations];
  css = Buffer.from(transform({ filename: 'page.css', code: css, minify: true, targets, exclude, visitor, unusedSymbols }).code);
}
fs.writeFileSync(out, css);
