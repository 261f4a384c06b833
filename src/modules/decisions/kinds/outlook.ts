import { countDemand } from '../../../statistics/index.ts';

/** Pieces that will be wanted at today's price over some days: whole ones, negative binomial. */
export type Outlook = { readonly mean: number; readonly variance: number };

/** How demand answers a price: a change of 1 % changes it by `mean` %, known to `deviation`. */
export type Elasticity = { readonly mean: number; readonly deviation: number };

/**
 * Where the goods have taught nothing yet: −1.76 on average over 367 of them (Tellis 1988, "The price elasticity of
 * selective demand", Journal of Marketing Research 25), and spread so wide that −2.62 (Bijmolt, van Heerde, Pieters 2005,
 * "New empirical generalizations on the determinants of price elasticity", JMR 42) is well within.
 */
export const PRIOR_ELASTICITY: Elasticity = { mean: -1.76, deviation: 0.9 };

/** Standard normal quantiles at 0.1, 0.3, 0.5, 0.7 and 0.9: five answers of the shoppers, each as likely. */
const SPREAD = [-1.2816, -0.5244, 0, 0.5244, 1.2816];
/** No price makes more of it wanted. */
const LEAST_ANSWER = -0.05;
/** Ten outcomes of demand, each as likely. */
const OUTCOMES = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];

/**
 * What may be sold of a stock when the price becomes `ratio` times today's: fifty cases, each as likely. With a ratio of 1
 * the answer of shoppers does not matter.
 *
 * @param stock `Infinity` where it does not run out
 */
export function salesCases(
  outlook: Outlook,
  {
    ratio,
    stock,
    elasticity,
  }: { readonly ratio: number; readonly stock: number; readonly elasticity: Elasticity },
): number[] {
  const answers = SPREAD.map((z) => Math.min(LEAST_ANSWER, elasticity.mean + z * elasticity.deviation));
  return answers.flatMap((answer) => {
    const factor = ratio ** answer;
    const demand = countDemand(
      outlook.mean * factor,
      Math.max(outlook.variance * factor ** 2, outlook.mean * factor),
    );
    return OUTCOMES.map((probability) => Math.min(stock, demand.quantile(probability)));
  });
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** How often `boundsOf` is to hold. */
export const CONFIDENCE = 0.8;

/** The mean of equally likely values, and between which of them 80 % lie; whole minor units. */
export function boundsOf(values: readonly number[]): {
  readonly valueMinor: bigint;
  readonly lowMinor: bigint;
  readonly highMinor: bigint;
} {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const whole = (value: number) => BigInt(Math.round(value));
  const [low, high] = [whole(at((1 - CONFIDENCE) / 2)), whole(at((1 + CONFIDENCE) / 2))];
  const mean = whole(meanOf(values));
  // The mean of something skewed may lie outside of where most of it lies.
  return { valueMinor: mean, lowMinor: low < mean ? low : mean, highMinor: high > mean ? high : mean };
}
