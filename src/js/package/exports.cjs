// For Node, whose fetch reads no files.
async function init(wasm = require('node:path').join(__dirname, 'assessor.wasm')) {
  const file = typeof wasm === 'string' ? !/^https?:/.test(wasm) : wasm instanceof URL && wasm.protocol === 'file:';
  await start(file ? require('node:fs/promises').readFile(wasm) : wasm);
}
module.exports = { init, Assessor, Sheet };
