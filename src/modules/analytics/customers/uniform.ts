import type { Uniform } from '../../../statistics/index.ts';

/** Numbers in [0, 1), the same for the same seed, so that the same orders give the same answer: mulberry32. */
export function uniformOf(seed: number): Uniform {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
