// node visits.mjs URL [SECONDS]: first visits per second that a server bears, by wrk. A first visit
// is every file the page asks for, in brotli, each connection kept open as browsers do. Serve the
// built site with www/nginx.conf first; the server and wrk share this machine's processors.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const [url, seconds = '15'] = process.argv.slice(2);
const encoding = { 'accept-encoding': 'br' };

const page = await (await fetch(url)).text();
// Named in the page, and fetched only without WebAssembly or inside another page.
const SELDOM = /\bid="(?:engine|program|framed)"/;
const tags = [...page.matchAll(/<(?:link|script)[^>]* (?:href|src)="([^"]+)"[^>]*>/g)];
const linked = tags.filter(([tag]) => !SELDOM.test(tag)).map(([, name]) => new URL(name, url).pathname);
const paths = [new URL(url).pathname, ...new Set(linked)];

let bytes = 0;
for (const it of paths) {
  const answer = await fetch(new URL(it, url), { method: 'HEAD', headers: encoding });
  if (!answer.ok) throw new Error(`${it}: ${answer.status}`);
  bytes += Number(answer.headers.get('content-length'));
}

const script = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'visits-')), 'visits.lua');
fs.writeFileSync(
  script,
  `local paths = { ${paths.map((it) => JSON.stringify(it)).join(', ')} }
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], { ["Accept-Encoding"] = "br" })
end
`,
);

console.log(`${os.availableParallelism()} cores, load ${os.loadavg()[0].toFixed(1)}; ${paths.length} files, ${bytes} bytes a visit without headers`);
for (const connections of [16, 256]) {
  const said = execFileSync('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '-s', script, url], { encoding: 'utf8' });
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(said)[1]);
  const slow = /99%\s+(\S+)/.exec(said)[1];
  const wrong = /Non-2xx[^\n]*|Socket errors[^\n]*/.exec(said)?.[0] ?? 'none';
  const visits = rate / paths.length;
  console.log(`${String(connections).padStart(4)} connections: ${visits.toFixed(0)} visits/s (${rate.toFixed(0)} requests/s, ${((visits * bytes * 8) / 1e6).toFixed(0)} Mbit/s), 99 % within ${slow}, errors: ${wrong}`);
}
