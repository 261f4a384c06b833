import { Matches } from './matches.ts';

/**
 * Working memory for one query at a time, kept between queries: a query over 100,000 products would else leave
 * megabytes for the garbage collector, whose pauses are the slowest queries.
 */
export class Scratch {
  readonly #free: Matches[] = [];
  #slots = 0;
  readonly #whole = new Map<string, Uint32Array>();
  readonly #floating = new Map<string, Float64Array>();

  /** Runs `work` with an empty set for `slots` slots, which is taken back after. */
  use<Result>(slots: number, work: (matches: Matches) => Result): Result {
    if (slots > this.#slots) {
      this.#slots = Math.ceil(slots * 1.25) + 64;
      this.#free.length = 0;
    }
    const matches = this.#free.pop() ?? new Matches(this.#slots);
    matches.clear();
    try {
      return work(matches);
    } finally {
      if (matches.slots.length === this.#slots) this.#free.push(matches);
    }
  }

  /** Numbers for one purpose, with whatever was left in them; good until they are asked for again. */
  whole(purpose: string, length: number): Uint32Array {
    const kept = this.#whole.get(purpose);
    if (kept !== undefined && kept.length >= length) return kept.subarray(0, length);
    const made = new Uint32Array(Math.ceil(length * 1.25) + 64);
    this.#whole.set(purpose, made);
    return made.subarray(0, length);
  }

  floating(purpose: string, length: number): Float64Array {
    const kept = this.#floating.get(purpose);
    if (kept !== undefined && kept.length >= length) return kept.subarray(0, length);
    const made = new Float64Array(Math.ceil(length * 1.25) + 64);
    this.#floating.set(purpose, made);
    return made.subarray(0, length);
  }
}
