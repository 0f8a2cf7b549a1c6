// A small client of the WebDriver protocol (https://www.w3.org/TR/webdriver2/) for WebKitGTK's own
// driver, with its MiniBrowser on a screen that is none. The way of page.mjs needs Chromium's protocol.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const START_MS = 30000;

const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** MiniBrowser lies beside the library, in a folder named after the processor. */
function miniBrowser() {
  const places = fs.readdirSync('/usr/lib').flatMap((folder) => ['4.1', '6.0', '4.0'].map((version) => path.join('/usr/lib', folder, `webkit2gtk-${version}`, 'MiniBrowser')));
  const found = places.find((it) => fs.existsSync(it));
  if (!found) throw new Error('no MiniBrowser under /usr/lib');
  return found;
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Opens the browser; `environment` is added to its own, such as `JSC_useWasm: '0'`. */
export async function open(environment = {}) {
  const port = await freePort();
  const driver = spawn('xvfb-run', ['--auto-servernum', process.env.WEBKIT, `--port=${port}`, '--host=127.0.0.1'], {
    // A group of its own: what xvfb-run starts ends with it.
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', LIBGL_ALWAYS_SOFTWARE: '1', ...environment },
  });
  const end = () => {
    try { process.kill(-driver.pid, 'SIGTERM'); } catch { /* it has ended */ }
  };
  process.on('exit', end);
  const call = async (method, address, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${address}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const began = Date.now();
  const options = { binary: miniBrowser(), args: ['--automation'] };
  let session;
  while (!session) {
    try {
      session = await call('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } });
    } catch (error) {
      if (Date.now() - began > START_MS) throw error;
      await pause(200);
    }
  }
  return hands((method, command, body) => call(method, `/session/${session.sessionId}${command}`, body), session, end);
}

function hands(call, { capabilities }, end) {
  const run = (work, ...args) => call('POST', '/execute/sync', { script: `return (${work}).apply(null, arguments)`, args });
  const find = async (selector) => (await call('POST', '/element', { using: 'css selector', value: selector }))[ELEMENT];
  return {
    name: `WebKitGTK ${capabilities.browserVersion}`,
    resize: (width, height) => call('POST', '/window/rect', { width, height }),
    goto: (url) => call('POST', '/url', { url }),
    run,
    // What a script finds may lie in a shadow root, where the driver's selectors do not look.
    press: async (find, ...args) => call('POST', `/element/${(await run(find, ...args))[ELEMENT]}/click`, {}),
    enter: async (selector) => call('POST', '/frame', { id: { [ELEMENT]: await find(selector) } }),
    leave: () => call('POST', '/frame', { id: null }),
    click: async (selector) => call('POST', `/element/${await find(selector)}/click`, {}),
    type: async (selector, text) => call('POST', `/element/${await find(selector)}/value`, { text }),
    picture: async (file) => fs.writeFileSync(file, Buffer.from(await call('GET', '/screenshot'), 'base64')),
    close: async () => {
      await call('DELETE', '').catch(() => {});
      end();
    },
  };
}
