import type { Counts } from './tabulated-counts.ts';

/** Demand over some span of time, in units: a random number, of which orders need these four things. */
export type Demand = {
  readonly mean: number;
  /** P(D ≤ x). */
  readonly cdf: (x: number) => number;
  /** The least x with P(D ≤ x) ≥ probability, for a probability in [0, 1]; ∞ at 1 where demand has no end. */
  readonly quantile: (probability: number) => number;
  /** E[(D − x)⁺]: the units that x do not serve. Falls, is convex, and is mean − x below all demand. */
  readonly shortage: (x: number) => number;
  /** What it is of, where it is of counts: many of them mixed are worked out together. */
  readonly counts?: Counts;
  /** P(D = n) of whole n from 0 on, as far as there is any, where demand knows all of them and they are not too many. */
  readonly chances?: () => Float64Array | undefined;
};

/** E[(x − D)⁺]: the units that are left of x (E[D] = x − left + short). */
export function leftover(demand: Demand, x: number): number {
  return Math.max(0, x - demand.mean + demand.shortage(x));
}

/** Throws a RangeError where it is no probability. */
export function checkProbability(probability: number): void {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`${probability} is no probability`);
}

/** The least whole n ≥ 0 where a non-decreasing function reaches `target`, looked for around `guess`. */
export function leastWhole(value: (n: number) => number, target: number, guess = 0): number {
  let above = Math.max(0, Math.ceil(guess));
  let step = 1;
  while (value(above) < target) {
    above += step;
    step *= 2;
    if (above > Number.MAX_SAFE_INTEGER) return Number.POSITIVE_INFINITY;
  }
  let below = -1;
  for (step = 1; above - step > below; step *= 2) {
    if (value(above - step) >= target) above -= step;
    else {
      below = above - step;
      break;
    }
  }
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (value(middle) >= target) above = middle;
    else below = middle;
  }
  return above;
}
