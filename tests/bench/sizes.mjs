// The module of the language alone, built and shrunk as the page's, in three variants.

import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Features of the crate `feel-module`, and what they stand for. */
const VARIANTS = [
  ['', 'empty module'],
  ['code', 'as the page has it'],
  ['full', 'whole language'],
];

const ALLOWED = ['--mvp-features', '--enable-mutable-globals'];
/** Rust's prebuilt std has code of later features: lowered in a run of its own, as the page does. */
const LOWERING = [
  '--enable-sign-ext',
  '--enable-nontrapping-float-to-int',
  '--enable-bulk-memory',
  '--enable-bulk-memory-opt',
  '--signext-lowering',
  '--llvm-nontrapping-fptoint-lowering',
  '--llvm-memory-copy-fill-lowering',
  '--strip-target-features',
];
const SHRINKING = ['-Oz', '--strip-target-features', '--strip-debug', '--strip-producers'];

/** Builds all variants; their names, files and sizes in bytes. */
export function modules(here, target) {
  const optimiser = join(here, '../../www/node_modules/binaryen/bin/wasm-opt');
  if (!existsSync(optimiser)) throw new Error('wasm-opt is missing: cargo run -q -- setup');
  const folder = join(target, 'modules');
  mkdirSync(folder, { recursive: true });
  return VARIANTS.map(([features, name]) => {
    const options = ['--profile', 'page', '--target', 'wasm32-unknown-unknown', '--features', features];
    const env = { ...process.env, RUSTFLAGS: '-Ctarget-cpu=mvp' };
    execFileSync('cargo', ['build', '-q', '-p', 'feel-module', ...options], {
      cwd: here,
      env,
      stdio: 'inherit',
    });
    const named = join(folder, `${features || 'empty'}-named.wasm`);
    const file = join(folder, `${features || 'empty'}.wasm`);
    copyFileSync(join(target, 'wasm32-unknown-unknown/page/feel_module.wasm'), named);
    const run = (...args) => execFileSync('node', [optimiser, ...ALLOWED, ...args], { stdio: 'inherit' });
    run(...LOWERING, named, '-o', file);
    run(...SHRINKING, file, '-o', file);
    const bytes = readFileSync(file);
    return { name, features, file, named, raw: bytes.length, gzip: gzip(bytes), brotli: brotli(bytes) };
  });
}

const gzip = (bytes) => gzipSync(bytes, { level: 9 }).length;

const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
