// node reflow.mjs URL: every screen on windows of other shapes and with larger print than it was drawn for:
// what is wider than the window, cut off, or on top of something else.
import { LOOKS, tour, wear } from './screens.mjs';
import { visit } from './page.mjs';

// `zoom` is what WeChat's and Android's text size do: all print grows, boxes do not.
const WINDOWS = [
  { name: '320 px', width: 320, height: 568, zoom: 1 },
  { name: '320 px, 200 %', width: 320, height: 568, zoom: 2 },
  { name: '360 px, 大字 175 %', width: 360, height: 640, zoom: 1.75, mode: 'care' },
  { name: '430 px', width: 430, height: 932, zoom: 1 },
  { name: 'landscape', width: 680, height: 360, zoom: 1, notch: 44 },
  { name: 'tablet', width: 820, height: 1180, zoom: 1 },
  { name: 'desktop', width: 1440, height: 900, zoom: 1 },
];

/** In the page: all print that much larger; gives back what puts it back. */
function enlarge(zoom) {
  const all = [...document.querySelectorAll('body, body *')];
  const sizes = all.map((it) => parseFloat(getComputedStyle(it).fontSize));
  all.forEach((it, at) => it.style.setProperty('font-size', zoom === 1 ? '' : `${sizes[at] * zoom}px`, 'important'));
}

/** In the page: what does not fit. `notch` is the width of what the phone covers at each side. */
function misfits(notch) {
  const found = [];
  // What lies under an open dialog is not to be read.
  const front = document.querySelector('[role=dialog]') ?? document.body;
  const shown = (it) => front.contains(it) && it.checkVisibility() && !it.closest('.lra-hidden, noscript, script');
  const say = (it) => (it.innerText ?? it.textContent).trim().replace(/\s+/g, ' ').slice(0, 20);
  const wide = document.documentElement.scrollWidth - screen.width;
  if (wide > 0) found.push(`${wide} px wider than the window`);

  for (const it of document.querySelectorAll('body *')) {
    if (!shown(it) || it.closest('svg') || it.matches('input')) continue;
    const hides = getComputedStyle(it).overflow !== 'visible';
    if (hides && (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1)) found.push(`cut off: ${say(it)}`);
  }

  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    if (texts.currentNode.nodeValue.trim() === '' || !shown(texts.currentNode.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    for (const box of range.getClientRects()) {
      lines.push({ text: texts.currentNode, box });
      if (box.left < notch - 0.5 || box.right > screen.width - notch + 0.5) found.push(`at the edge: ${say(texts.currentNode)}`);
    }
  }
  // Glyphs are lower than their lines; boxes of lines may touch, glyphs may not.
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.3 * Math.min(a.height, b.height);
  lines.forEach((one, at) => {
    const other = lines.slice(at + 1, at + 40).find((it) => it.text !== one.text && meet(one.box, it.box));
    if (other) found.push(`on top of each other: ${say(one.text)} / ${say(other.text)}`);
  });

  for (const it of document.querySelectorAll('.lra-screen, .lra-top:not(.lra-top_first)')) {
    const { left, right, width } = it.getBoundingClientRect();
    if (width > 640.5 || Math.abs(left - (screen.width - right)) > 16) found.push(`not in the middle: ${Math.round(left)} to ${Math.round(right)}`);
  }
  return { lines: lines.length, found: [...new Set(found)] };
}

async function walk(page) {
  const devtools = await page.createCDPSession();
  const phone = page.viewport();
  const seen = { screens: 0, windows: WINDOWS.length, lines: 0, found: {} };
  await tour(page, async (name) => {
    seen.screens += 1;
    for (const { name: window, width, height, zoom, mode = 'standard', notch = 0 } of WINDOWS) {
      await page.setViewport({ ...phone, width, height });
      await devtools.send('Emulation.setSafeAreaInsetsOverride', { insets: { left: notch, right: notch, bottom: notch / 2 } });
      await wear(page, { theme: 'light', mode });
      await page.evaluate(enlarge, zoom);
      const { lines, found } = await page.evaluate(misfits, notch);
      await page.evaluate(enlarge, 1);
      seen.lines += lines;
      if (found.length > 0) seen.found[`${name}, ${window}`] = found;
    }
    await page.setViewport(phone);
    await wear(page, LOOKS[0]);
  });
  return seen;
}

await visit(process.argv[2], walk);
