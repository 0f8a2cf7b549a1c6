// The engines in Node behind one face: `world(inputs, unknown)` reads a FEEL context,
// `compile(case, world)` gives a program or null, `isTrue(program, world)` evaluates it.

import { readFileSync } from 'node:fs';
import { evaluate } from 'feelin';

/** Our language in wasm. `key` is what it reads of inputs and cases: "text", or "code" for the page's module. */
export function feel(file, key) {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), {});
  const encoder = new TextEncoder();
  const put = (text) => {
    const bytes = encoder.encode(text);
    const place = exports.room(bytes.length);
    new Uint8Array(exports.memory.buffer, place, bytes.length).set(bytes);
  };
  const number = (made) => (made < 0 ? null : made);
  return {
    world: (inputs, unknown) => (put(inputs[key]), number(exports.world(unknown))),
    compile: (it, world) => (put(it[key]), number(exports.program(world))),
    isTrue: (program, world) => exports.eval(program, world) !== 0,
    forget: () => exports.forget(),
  };
}

/** feelin: its public way is to parse and evaluate at once, so a program is a text. */
export const feelin = {
  world: (inputs) => evaluate(inputs.text).value,
  compile: (it) => it.text,
  isTrue: (text, world) => evaluate(text, world).value === true,
  forget: () => {},
};

/** Whether a case comes to what is expected, by the engine's own equality; numbers within 1e-8. */
export function passes(engine, it, world) {
  const holds = (text) => {
    const program = engine.compile({ text }, world);
    return program !== null && engine.isTrue(program, world);
  };
  try {
    return (
      holds(`(${it.text}) = (${it.expected})`) || holds(`abs((${it.text}) - (${it.expected})) < 0.00000001`)
    );
  } catch {
    return false;
  }
}
