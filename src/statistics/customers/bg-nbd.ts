import { logBeta, logGamma } from '../special/gamma.ts';
import type { PurchaseHistory } from './purchase-history.ts';

/**
 * The BG/NBD model of Fader, Hardie and Lee (2005), "Counting your customers the easy way: an alternative to
 * the Pareto/NBD model", Marketing Science 24(2). While alive a customer buys at random with rate λ ~
 * Gamma(r, α), and after each purchase leaves for good with probability p ~ Beta(a, b); λ and p are
 * independent. α is in units of time.
 */
export type BgNbd = { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number };

export type Timing = Pick<PurchaseHistory, 'frequency' | 'recency' | 'age'>;

/**
 * ln of the likelihood of one customer's history: equation 6, as summed in technical note 004 so that it
 * cannot overflow.
 */
export function logLikelihood(model: BgNbd, { frequency: x, recency, age }: Timing): number {
  const { r, alpha, a, b } = model;
  const still =
    logGamma(r + x) -
    logGamma(r) +
    r * Math.log(alpha / (alpha + age)) -
    x * Math.log(alpha + age) +
    logBeta(a, b + x) -
    logBeta(a, b);
  return x === 0 ? still : still + softPlus(logOddsGone(model, { frequency: x, recency, age }));
}

/**
 * Probability that the customer may still buy: Fader, Hardie and Lee (2008), "Computing P(alive) using the
 * BG/NBD model", technical note 021. It is 1 where nothing was bought again, as one leaves only after a
 * purchase.
 */
export function probabilityAlive(model: BgNbd, timing: Timing): number {
  return timing.frequency === 0 ? 1 : 1 / (1 + Math.exp(logOddsGone(model, timing)));
}

/**
 * The model of what a customer with this history does from now on, if still alive (the paper's appendix).
 */
export function ifAlive({ r, alpha, a, b }: BgNbd, { frequency, age }: Timing): BgNbd {
  return { r: r + frequency, alpha: alpha + age, a, b: b + frequency };
}

/** ln(1 + eˣ) without overflow. */
export function softPlus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

function logOddsGone({ r, alpha, a, b }: BgNbd, { frequency: x, recency, age }: Timing): number {
  return Math.log(a / (b + x - 1)) + (r + x) * Math.log((alpha + age) / (alpha + recency));
}
