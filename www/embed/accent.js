// The host's colour, where it can be read: `--lra-accent` on the element colours buttons and marks.

/** Relative luminance of `rgb(r, g, b)` (WCAG 2.2, definition of relative luminance). */
function luminance(colour) {
  const parts = (colour.match(/[\d.]+/g) || []).slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}

/** Whether text of one luminance on the other reaches the 4.5 : 1 of WCAG 2.2 AA. */
const readable = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= 4.5;

// White, and the grey behind rows (WeUI's BG-0): the accent is text on them and lies under white.
const GROUNDS = [1, luminance('rgb(237, 237, 237)')];

/** Takes the accent of `host` over into `body`; one that could not be read is left out. */
export function accent(host, body) {
  if (!getComputedStyle(host).getPropertyValue('--lra-accent').trim()) return;
  const probe = document.createElement('i');
  probe.style.color = 'var(--lra-accent)';
  body.appendChild(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  const opaque = /^rgb\(/.test(colour);
  if (opaque && GROUNDS.every((ground) => readable(luminance(colour), ground))) body.style.setProperty('--lra-brand', colour);
}
