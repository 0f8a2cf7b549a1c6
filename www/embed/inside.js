// What an element needs once it has the page. It comes with the page's program and under its hash, so
// that lra.js, which every visitor of a host's page downloads, stays small, and right when this changes.
import { accent } from './accent.js';
import { ownWindow } from './own-window.js';
import { watch } from './watch.js';

document.currentScript.inside = { accent, ownWindow, watch };
