// node deployed_site.mjs SITE: every file of the site, its hashes, and whether what is packed
// beside it is the same file, as JSON.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const site = process.argv[2];
const unpack = { br: zlib.brotliDecompressSync, gz: zlib.gunzipSync };
const names = fs.readdirSync(site, { recursive: true }).filter((name) => !/\.(br|gz)$/.test(name) && fs.statSync(path.join(site, name)).isFile());

const files = names.map((name) => {
  const bytes = fs.readFileSync(path.join(site, name));
  const hash = (algorithm, encoding) => crypto.createHash(algorithm).update(bytes).digest(encoding);
  const packed = Object.keys(unpack).filter((ending) => unpack[ending](fs.readFileSync(path.join(site, `${name}.${ending}`))).equals(bytes));
  return { name, sha256: hash('sha256', 'hex'), integrity: `sha384-${hash('sha384', 'base64')}`, packed };
});
console.log(JSON.stringify(files));
