import { frequentPairs } from '../../../statistics/index.ts';

/** A product or a category is in so many baskets at least, and so is a pair of them; of fewer nothing is said. */
export const LEAST_BASKETS = 5;
/** Of pairs that are told, so many are chance on average at most. */
export const FALSE_DISCOVERY = 0.05;
export const CONFIDENCE = 0.95;
const MOST_PAIRS = 1_000;

/** A pair by the numbers of its two things. */
export type Pair = {
  readonly first: number;
  readonly second: number;
  readonly together: number;
  readonly support: number;
  readonly secondGivenFirst: number;
  readonly firstGivenSecond: number;
  readonly lift: number;
  readonly liftLow: number;
  readonly liftHigh: number;
  readonly probability: number;
  readonly falseDiscovery: number;
};
export type Pairs = { readonly baskets: number; readonly pairs: readonly Pair[] };

/**
 * What is together more often than by chance, strongest first. `text` has a line for each basket: the numbers of what is in
 * it, with spaces between. Takes seconds for a hundred thousand baskets.
 */
export function findPairs(text: string): Pairs {
  const baskets = text === '' ? [] : text.split('\n').map((line) => line.split(' ').map(Number));
  const pairs = frequentPairs(baskets, { least: LEAST_BASKETS, confidence: CONFIDENCE });
  const sure = pairs.filter(({ falseDiscovery, lift }) => falseDiscovery <= FALSE_DISCOVERY && lift.low > 1);
  return {
    baskets: baskets.length,
    pairs: sure.slice(0, MOST_PAIRS).map(({ lift, ...pair }) => ({
      ...{ ...pair, lift: lift.estimate, liftLow: lift.low, liftHigh: lift.high },
    })),
  };
}
