import { logGamma } from '../special/gamma.ts';
import type { PurchaseHistory } from './purchase-history.ts';

/**
 * The gamma-gamma model of spend: Fader and Hardie (2013), "The Gamma-Gamma model of monetary value",
 * technical note 025. A purchase's value is Gamma(p, ν) with a rate ν of the customer's own, ν ~ Gamma(q, γ);
 * γ is in units of money. It takes for granted that how much one spends says nothing of how often one buys:
 * `correlation` of a fit is there to look at.
 */
export type GammaGamma = { readonly p: number; readonly q: number; readonly gamma: number };

export type Spending = Pick<PurchaseHistory, 'frequency' | 'meanSpend'>;

/** ln of the density of a customer's mean spend over `frequency` > 0 purchases: the note's equation 1a. */
export function logDensityOfSpend(
  { p, q, gamma }: GammaGamma,
  { frequency: x, meanSpend }: Spending,
): number {
  const shape = p * x;
  const total = x * meanSpend;
  return (
    logGamma(shape + q) -
    logGamma(shape) -
    logGamma(q) +
    q * Math.log(gamma / (gamma + total)) +
    shape * Math.log(total / (gamma + total)) -
    Math.log(meanSpend)
  );
}

/**
 * Mean value of this customer's further purchases: the note's equation 5, a weighted mean of what they spent
 * and of what everybody does, pγ / (q − 1), which is all there is to know of who bought once. Infinity where
 * q + p·frequency ≤ 1.
 *
 * @example expectedSpend({ p: 6.25, q: 3.74, gamma: 15.44 }, { frequency: 2, meanSpend: 22.35 }) // 24.66
 */
export function expectedSpend({ p, q, gamma }: GammaGamma, { frequency, meanSpend }: Spending): number {
  const weight = p * frequency + q - 1;
  return weight > 0 ? (p * (gamma + frequency * meanSpend)) / weight : Number.POSITIVE_INFINITY;
}
