// node nginx/fetch.mjs ADDRESS SITE NAME…: asks for each name under the address in three encodings,
// and prints of every answer the status, the headers, and which file of the site it is: the plain
// one (""), the packed one (".gz", ".br"), or none of them (null).
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const [address, site, ...names] = process.argv.slice(2);

const file = (name) => {
  const at = path.join(site, name);
  return fs.existsSync(at) && fs.statSync(at).isFile() ? fs.readFileSync(at) : null;
};

const ask = (name, accepted) =>
  new Promise((resolve, reject) => {
    const headers = accepted ? { 'accept-encoding': accepted } : {};
    http
      .get(new URL(name, address), { headers }, (answer) => {
        const parts = [];
        answer.on('data', (bytes) => parts.push(bytes));
        answer.on('end', () => {
          const bytes = Buffer.concat(parts);
          // WeChat's check file lies in the site's folder and is asked for at the root of the host.
          const plain = name === '' ? 'index.html' : file(name) ? name : name.split('/').pop();
          const sent = ['', '.gz', '.br'].find((ending) => file(plain + ending)?.equals(bytes)) ?? null;
          resolve({ name, accepted, status: answer.statusCode, headers: answer.headers, sent });
        });
      })
      .on('error', reject);
  });

const answers = [];
for (const name of names) {
  for (const accepted of ['', 'gzip', 'gzip, deflate, br']) answers.push(await ask(name, accepted));
}
console.log(JSON.stringify(answers));
