import type { Score } from './score.ts';

/** A score in a reader's terms. What nothing was compared for is undefined. */
export type Accuracy = {
  readonly periods: number;
  /** Mean absolute error of a period, in units. */
  readonly meanError: number | undefined;
  /** 1 is as good as the naive forecast of one period; the mean of items, and weighted by what they sell. */
  readonly scaledError: number | undefined;
  readonly weightedScaledError: number | undefined;
  /** Share that was forecast too much, or below zero too little, of all that was wanted. */
  readonly bias: number | undefined;
  /** Of the sum over a horizon, in units. */
  readonly quantileLoss: number | undefined;
  /** For each probability, the share of sums that came to its quantile or less. */
  readonly coverage: readonly number[] | undefined;
};

export function accuracyOf({
  periods,
  absolute,
  over,
  actual,
  scaled,
  sums,
  quantileLoss,
  hits,
}: Score): Accuracy {
  const share = (total: number, of: number) => (of > 0 ? total / of : undefined);
  return {
    periods,
    meanError: share(absolute, periods),
    scaledError: share(scaled.total, scaled.count),
    weightedScaledError: share(scaled.weighted, scaled.weights),
    bias: share(over, actual),
    quantileLoss: share(quantileLoss, sums),
    coverage: sums > 0 ? hits.map((count) => count / sums) : undefined,
  };
}
