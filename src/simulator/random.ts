/**
 * A seeded source of randomness: the same seed and purpose give the same numbers on every machine.
 *
 * The generator is xoshiro128** (Blackman and Vigna, "Scrambled linear pseudorandom number generators",
 * ACM TOMS 47(4), 2021, figure 8), its state filled by splitmix32 from a 32-bit FNV-1a hash of seed and purpose.
 */
export type Random = {
  /** A number in [0, 1) with 32 random bits. */
  readonly next: () => number;
  /** An integer in [from, to], both ends included. */
  readonly integer: (from: number, to: number) => number;
  /** A number in [from, to). */
  readonly between: (from: number, to: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of `values`, each as likely as the others; throws a RangeError on none. */
  readonly pick: <Value>(values: readonly Value[]) => Value;
  /** A copy in random order (Fisher–Yates). */
  readonly shuffled: <Value>(values: readonly Value[]) => Value[];
};

/**
 * A stream of its own for one purpose. Each product asks for its own, `randomFor(seed, 'stock:alma')`, so that a
 * product more in the list leaves the others as they were.
 */
export function randomFor(seed: number, purpose: string): Random {
  const next = xoshiro128(hash(`${seed}:${purpose}`));
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(next() * values.length)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  };
  return {
    next,
    integer,
    between: (from, to) => from + next() * (to - from),
    chance: (probability) => next() < probability,
    pick,
    shuffled: (values) => shuffle(values, integer),
  };
}

/** The 32-bit FNV-1a hash of a text's UTF-16 units (Fowler, Noll and Vo; RFC 9923). */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

function xoshiro128(seed: number): () => number {
  const fill = splitmix32(seed);
  let a = fill();
  let b = fill();
  let c = fill();
  let d = fill();
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result / 0x1_0000_0000;
  };
}

function splitmix32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
}

function rotateLeft(value: number, count: number): number {
  return (value << count) | (value >>> (32 - count));
}

function shuffle<Value>(values: readonly Value[], integer: (from: number, to: number) => number): Value[] {
  const copy = [...values];
  for (let index = copy.length - 1; index > 0; index -= 1) {
    const other = integer(0, index);
    const [a, b] = [copy[index], copy[other]];
    if (a !== undefined && b !== undefined) {
      copy[index] = b;
      copy[other] = a;
    }
  }
  return copy;
}
