import { drawBeta, drawExponential, drawGamma, type Uniform } from '../../sampling/draw.ts';
import type { ValueModel } from '../lifetime-value.ts';
import { type Purchase, type PurchaseHistory, summarisePurchases } from '../purchase-history.ts';

export type Simulated = {
  readonly history: PurchaseHistory;
  /** What was bought after `now`, not discounted. */
  readonly future: readonly Purchase[];
};

/** What Fader and Hardie published of CDNOW: the sample's purchases by weeks, and its spend in dollars. */
export const CDNOW: ValueModel = {
  purchases: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  spend: { p: 6.25, q: 3.74, gamma: 15.44 },
};

/** Customers who began at any time in (0, 12] and are watched until 39, and what they do until `end`. */
export function simulateCustomers(
  uniform: Uniform,
  model: ValueModel,
  count: number,
  end: number,
): Simulated[] {
  const now = 39;
  return Array.from({ length: count }, () => {
    const purchases = purchasesOf(uniform, model, 12 * (1 - uniform()), end);
    const history = summarisePurchases(purchases, now);
    if (history === undefined) throw new RangeError('everybody has bought by now');
    return { history, future: purchases.filter((purchase) => purchase.at > now) };
  });
}

function purchasesOf(
  uniform: Uniform,
  { purchases, spend }: ValueModel,
  first: number,
  end: number,
): Purchase[] {
  const rate = drawGamma(uniform, purchases.r, purchases.alpha);
  const leaving = drawBeta(uniform, purchases.a, purchases.b);
  const scale = drawGamma(uniform, spend.q, spend.gamma);
  const made: Purchase[] = [];
  for (let time = first; time <= end; time += drawExponential(uniform, rate)) {
    made.push({ at: time, value: drawGamma(uniform, spend.p, scale) });
    // The first purchase is how one becomes a customer: one leaves after a later one.
    if (made.length > 1 && uniform() < leaving) break;
  }
  return made;
}
