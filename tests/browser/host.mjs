// A small host of a built site for scripts in which the host itself changes: it goes away, is slow,
// gets another version, or sends a file broken off. What it was asked for is in `log`.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', json: 'application/json', wasm: 'application/wasm', svg: 'image/svg+xml' };
const HASHED = /\.[0-9a-f]{16}\./;

/** Serves `folder`, which may be another one later; `answers(name)` may give a status to answer with, or a promise to wait for. */
export async function serve(folder) {
  const host = { folder, log: [], answers: () => undefined };
  const sockets = new Set();
  let port = 0;
  const answer = async (request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://x/').pathname.slice(1)) || 'index.html';
    host.log.push(name);
    const wanted = await host.answers(name);
    const file = path.join(host.folder, name);
    const status = wanted || (fs.existsSync(file) ? 200 : 404);
    const headers = { 'Content-Type': TYPES[name.split('.').pop()] ?? 'text/plain', 'Cache-Control': HASHED.test(name) && status === 200 ? 'public, max-age=31536000, immutable' : 'no-cache' };
    response.writeHead(status, headers);
    response.end(status === 200 ? fs.readFileSync(file) : String(status));
  };
  let server;
  host.open = () => new Promise((done) => {
    server = http.createServer((...it) => answer(...it).catch(() => it[1].destroy()));
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    server.listen(port, '127.0.0.1', () => {
      port = server.address().port;
      host.url = `http://127.0.0.1:${port}/`;
      done();
    });
  });
  /** As without a network: nothing answers. */
  host.close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  await host.open();
  return host;
}
