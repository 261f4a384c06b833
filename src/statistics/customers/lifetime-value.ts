import { integrate } from '../special/quadrature.ts';
import { type BgNbd, ifAlive, probabilityAlive, type Timing } from './bg-nbd.ts';
import { newCustomersPurchases, purchaseRate } from './expected-purchases.ts';
import { expectedSpend, type GammaGamma } from './gamma-gamma.ts';
import type { PurchaseHistory } from './purchase-history.ts';

export type ValueModel = { readonly purchases: BgNbd; readonly spend: GammaGamma };

/** Over which time value counts, and how much less it is worth later. */
export type Horizon = {
  /** In the unit of the histories. */
  readonly length: number;
  /**
   * Continuous, a unit of time: money at t counts e^(−rate·t). A yearly rate d by days is ln(1 + d) / 365.
   */
  readonly discountRate: number;
};

/**
 * The present value of what this customer buys in the time to come: expected spend times discounted expected
 * purchases (Fader, Hardie and Lee 2005, "RFM and CLV: using iso-value curves for customer base analysis", J.
 * Marketing Research 42, here for BG/NBD and up to a horizon). What was bought until now is not in it, nor
 * are costs: multiply by a margin.
 */
export function lifetimeValue(model: ValueModel, history: PurchaseHistory, horizon: Horizon): number {
  return expectedSpend(model.spend, history) * discountedPurchases(model.purchases, history, horizon);
}

/**
 * ∫₀ʰ e^(−δt) dE[X(t)] of a customer with this history, by quadrature over ln(1 + t / α), in which the rate
 * of purchase is smooth however long the horizon.
 */
export function discountedPurchases(model: BgNbd, timing: Timing, horizon: Horizon): number {
  return probabilityAlive(model, timing) * discountedIfAlive(model, timing, horizon);
}

/** The same of a customer who is known to be one still: recency then says nothing more. */
export function discountedIfAlive(model: BgNbd, timing: Timing, { length, discountRate }: Horizon): number {
  if (!(length >= 0 && discountRate >= 0)) throw new RangeError(`no horizon: ${length} at ${discountRate}`);
  const future = ifAlive(model, timing);
  if (discountRate === 0) return newCustomersPurchases(future, length).mean;
  const end = Math.log1p(length / future.alpha);
  const panels = Math.ceil(Math.max(end, (discountRate * length) / 4, 1));
  const integral = integrate(
    (u) => {
      const time = future.alpha * Math.expm1(u);
      return Math.exp(u - discountRate * time) * purchaseRate(future, time);
    },
    0,
    end,
    panels,
  );
  return future.alpha * integral;
}
