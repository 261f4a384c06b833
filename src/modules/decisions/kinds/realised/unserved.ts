import { betaQuantile } from '../../../../statistics/index.ts';

/** Pieces of a variant that would have been wanted and not there. */
export type Unserved = {
  readonly pieces: number;
  /** What a piece earns, in minor units. */
  readonly marginMinor: number;
  /** Which share of those who find nothing the shop reckons to take something else of it, or to come again. */
  readonly substituted: number;
};

/** How sure the shop is of that share: as if so many had been asked. Nobody has counted them. */
const ASKED = 10;
/** Jeffreys' half of a shopper on both sides, so that a share of nothing or all is not beyond doubt either. */
const HALF = 0.5;
/** So many equally likely shares, and so many equally likely standard normal numbers: their quantiles in the middle of each. */
const SHARES = Array.from({ length: 25 }, (_, index) => (index + 0.5) / 25);
const NORMALS = [-1.645, -1.036, -0.674, -0.385, -0.126, 0.126, 0.385, 0.674, 1.036, 1.645];

/**
 * What these would have lost, and between which bounds it lies eight times of ten. How many would have found nothing is known:
 * what was sold is what was wanted of what was there, and a world with less of it replays the same shoppers (who found nothing
 * with it finds nothing without). What they would have done then is not: each takes something else with a chance that is
 * Beta(10 s + ½, 10 (1 − s) + ½) for a share s that the shop reckons with, the same chance for all, so that it does not average
 * out over pieces; given the chance they are independent, about normal, with half a piece for what is whole.
 *
 * @example
 * // 20 pieces at 5.00, three of ten take something else: 70.00 lost, between 43 and 91.
 */
export function lostTo(all: readonly Unserved[]): {
  readonly lostMinor: number;
  readonly lowMinor: number;
  readonly highMinor: number;
} {
  const some = all.filter(({ pieces, marginMinor }) => pieces > 0 && marginMinor > 0);
  const worth = total(some, ({ pieces, marginMinor }) => pieces * marginMinor);
  const lostMinor = total(some, ({ pieces, marginMinor, substituted }) => {
    return pieces * marginMinor * (1 - substituted);
  });
  if (some.length === 0) return { lostMinor, lowMinor: lostMinor, highMinor: lostMinor };
  // Of most shops the share is one for all goods.
  const keptBy = new Map(some.map(({ substituted }) => [substituted, SHARES.map(sharesOf(substituted))]));
  const cases = SHARES.flatMap((_, at) => {
    const each = some.map((one) => ({ ...one, kept: keptBy.get(one.substituted)?.[at] ?? one.substituted }));
    const mean = total(each, ({ pieces, marginMinor, kept }) => pieces * marginMinor * (1 - kept));
    const variance = total(each, ({ pieces, marginMinor, kept }) => {
      return pieces * marginMinor ** 2 * kept * (1 - kept);
    });
    return NORMALS.map((z) => mean + z * Math.sqrt(variance));
  }).toSorted((a, b) => a - b);
  const piece = Math.max(...some.map(({ marginMinor }) => marginMinor)) / 2;
  const [low = lostMinor, high = lostMinor] = [quantile(cases, 0.1), quantile(cases, 0.9)];
  return {
    lostMinor,
    lowMinor: Math.max(0, Math.min(lostMinor, low - piece)),
    highMinor: Math.min(worth, Math.max(lostMinor, high + piece)),
  };
}

function sharesOf(substituted: number): (probability: number) => number {
  const [a, b] = [ASKED * substituted + HALF, ASKED * (1 - substituted) + HALF];
  return (probability) => betaQuantile(a, b, probability);
}

function quantile(sorted: readonly number[], probability: number): number | undefined {
  return sorted[Math.round(probability * (sorted.length - 1))];
}

function total<One>(all: readonly One[], of: (one: One) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0);
}
