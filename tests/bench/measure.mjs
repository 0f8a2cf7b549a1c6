// Time per call with its noise: the median of several samples, and how far the middle half of
// them lies apart. A sample repeats until it lasts long enough for the clock.

const SAMPLES = 15;
const SAMPLE_MS = 20;

/** Nanoseconds per call of `work`, and the spread of the samples as a part of that. */
export function measure(work) {
  let calls = 1;
  while (time(work, calls) < SAMPLE_MS) calls *= 2;
  const samples = Array.from({ length: SAMPLES }, () => (time(work, calls) / calls) * 1e6);
  samples.sort((a, b) => a - b);
  const at = (part) => samples[Math.floor((SAMPLES - 1) * part)];
  return { nanoseconds: at(0.5), noise: (at(0.75) - at(0.25)) / at(0.5) / 2 };
}

function time(work, calls) {
  const start = performance.now();
  for (let call = 0; call < calls; call++) work();
  return performance.now() - start;
}
