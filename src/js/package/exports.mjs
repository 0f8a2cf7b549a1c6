// For browsers, workers and bundlers, which find the module by this very expression.
export const init = (wasm = new URL('./assessor.wasm', import.meta.url)) => start(wasm);
export { Assessor, Sheet };
