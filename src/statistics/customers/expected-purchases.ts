import { hypergeometric } from '../special/hypergeometric.ts';
import { type BgNbd, ifAlive, probabilityAlive, type Timing } from './bg-nbd.ts';

/** Moments of a number of purchases. */
export type PurchaseCount = { readonly mean: number; readonly variance: number };

/**
 * Purchases that a new customer makes in (0, t] after the first: equation 9 of Fader, Hardie and Lee (2005),
 * in another form. If nobody left, there would be N ~ NBD(r, α) of them; purchase k + 1 is made where N > k
 * and none of the first k was the last, which has probability (b)ₖ / (a + b)ₖ. So P(X > k) = P(N > k) (b)ₖ /
 * (a + b)ₖ, and sums of it have neither the difference of large numbers nor the gap at a = 1 of the paper's
 * form with ₂F₁.
 */
export function newCustomersPurchases(model: BgNbd, horizon: number): PurchaseCount {
  let mean = 0;
  let square = 0;
  for (const [k, probability] of moreThan(model, horizon)) {
    mean += probability;
    square += (2 * k + 1) * probability;
  }
  return { mean, variance: square - mean * mean };
}

/**
 * Purchases that a customer with this history makes in the next `horizon` units of time: equation 10 of the
 * paper. It is P(alive) times what a new customer of the model `ifAlive` does, as λ and p stay independent
 * given that one is alive.
 *
 * @example expectedPurchases({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
 *   { frequency: 2, recency: 30.43, age: 38.86 }, 39).mean // 1.226
 */
export function expectedPurchases(model: BgNbd, timing: Timing, horizon: number): PurchaseCount {
  const alive = probabilityAlive(model, timing);
  const { mean, variance } = newCustomersPurchases(ifAlive(model, timing), horizon);
  return { mean: alive * mean, variance: alive * (variance + (1 - alive) * mean * mean) };
}

/** P(X(t) = k) for k = 0, 1, … of a new customer: equation 8 of the paper, as differences of P(X > k). */
export function purchaseDistribution(model: BgNbd, horizon: number): number[] {
  const probabilities: number[] = [];
  let before = 1;
  for (const [, probability] of moreThan(model, horizon)) {
    probabilities.push(before - probability);
    before = probability;
  }
  return [...probabilities, before];
}

/**
 * Purchases a unit of time, `after` from now, of a new customer: the derivative of equation 9, which is
 * r/α ₂F₁(r + 1, a; a + b; −t/α), the mean of λ e^(−λpt).
 */
export function purchaseRate({ r, alpha, a, b }: BgNbd, after: number): number {
  return (r / alpha) * hypergeometric(r + 1, a, a + b, -after / alpha);
}

const MAX_PURCHASES = 5_000_000;
const NEGLIGIBLE = 1e-15;

function* moreThan({ r, alpha, a, b }: BgNbd, horizon: number): Generator<readonly [k: number, number]> {
  if (!(horizon >= 0 && horizon < Number.POSITIVE_INFINITY)) throw new RangeError(`no horizon: ${horizon}`);
  const share = horizon / (alpha + horizon);
  let logProbability = -r * Math.log1p(horizon / alpha);
  let tail = 1;
  let stayed = 1;
  for (let k = 0; k < MAX_PURCHASES; k += 1) {
    const probability = Math.exp(logProbability);
    tail -= probability;
    const ratio = ((r + k) / (k + 1)) * share;
    // The tail falls at least as fast as a geometric series of this ratio; what is left by subtraction may be
    // rounding.
    const slowest = Math.max(ratio, share);
    if (slowest < 1 && probability * slowest < NEGLIGIBLE * (1 - slowest)) return;
    yield [k, Math.max(tail, 0) * stayed];
    stayed *= (b + k) / (a + b + k);
    logProbability += Math.log(ratio);
  }
  throw new RangeError(`more than ${MAX_PURCHASES} purchases are probable in ${horizon}`);
}
