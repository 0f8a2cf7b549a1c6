// node compress.mjs FILE...: FILE.br and FILE.gz beside each FILE, as small as they get.
import fs from 'node:fs';
import zlib from 'node:zlib';

for (const path of process.argv.slice(2)) {
  const bytes = fs.readFileSync(path);
  const params = {
    [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
    [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  fs.writeFileSync(`${path}.br`, zlib.brotliCompressSync(bytes, { params }));
  fs.writeFileSync(`${path}.gz`, zlib.gzipSync(bytes, { level: 9 }));
}
