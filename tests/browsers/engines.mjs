// The engines that tests try the page in, each with the same hands: what a driver can do to a page.
import { open as puppet } from './puppet.mjs';
import { open as webkit } from './webkit.mjs';

const ENGINES = {
  chromium: () => puppet('chromium'),
  firefox: () => puppet('firefox'),
  webkit: () => webkit(),
  'webkit-without-wasm': () => webkit({ JSC_useWasm: '0' }),
};

/** Opens one of them. */
export const open = (engine) => ENGINES[engine]();
