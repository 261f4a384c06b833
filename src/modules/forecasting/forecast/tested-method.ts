/** Probabilities at which it is counted how often no more was wanted than was said to be enough. */
export const PROBABILITIES = [0.1, 0.5, 0.8, 0.9, 0.95, 0.99] as const;

/**
 * Weeks in which no more was wanted than the quantile of that probability, by the probability as text: of what comes in whole pieces
 * the share of it that lies there, so that as many weeks as its probability are right; `within`: that were in the range from the
 * quantile of .1 to that of .9, both included.
 */
export type Hits = Readonly<Record<string, number>>;

/** How a method would have forecast the weeks behind, each from before it. */
export type TestedMethod = {
  readonly method: string;
  /** The forecast is made with it. */
  readonly isChosen: boolean;
  /** Weeks that were forecast and then known. */
  readonly weeks: number;
  /** Pieces a week, without sign. */
  readonly meanError: number;
  /** Against the week before as a forecast, in the past of the variant (RMSSE); undefined where that never missed. */
  readonly scaledError: number | undefined;
  /** Forecast over what came, less 1: above 0 it was too high; undefined where nothing came. */
  readonly bias: number | undefined;
  /** Mean loss over the quantiles of `PROBABILITIES`, in pieces a week (Koenker and Bassett 1978). */
  readonly quantileLoss: number;
  readonly hits: Hits;
};

/** Share of the weeks within the range that is to hold 80 %. Of few pieces it holds more: they come whole. */
export function coverageOf({ hits, weeks }: Pick<TestedMethod, 'hits' | 'weeks'>): number {
  return (hits['within'] ?? 0) / weeks;
}
