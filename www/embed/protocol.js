// What a page and the frame in it say to each other: `{ lra: 1, id, type, … }`, nothing else.
//
// | from the frame | with | why |
// |---|---|---|
// | `hello` | | it has loaded, or loaded again |
// | `resize` | `h`, pixels | its height has changed |
// | `event` | `name`, `detail` | counts and kinds of screens, of what `watch.js` gives |
// | `scroll` | `y`, pixels from the frame's top | a new screen is to be seen from there |
// | `open` | `url` on the frame's own origin | what only a page of its own can do |
//
// | from the page | with | why |
// |---|---|---|
// | `init` | `parentOrigin`, `visible`, `mode`, `theme` | whom the frame may talk to |
// | `visible` | `top`, `height`, pixels | which part of the frame is on the screen, for dialogs |
// | `set` | `mode`, `theme` | size and colours |

export const VERSION = 1;

/** A message of this protocol with its own properties only, or null: a page receives what anybody sends. */
export function read(data) {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  const own = (name) => (Object.prototype.hasOwnProperty.call(data, name) ? data[name] : undefined);
  if (own('lra') !== VERSION || typeof own('type') !== 'string') return null;
  return { id: own('id'), type: own('type'), own };
}

/** A finite number within limits, or null. */
export function clamp(value, least, most) {
  if (typeof value !== 'number' || !isFinite(value)) return null;
  return Math.min(most, Math.max(least, Math.ceil(value)));
}

/** Calls `act` at most once a frame of the screen. */
export function throttle(act) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    window.requestAnimationFrame(() => { waiting = false; act(); });
  };
}
