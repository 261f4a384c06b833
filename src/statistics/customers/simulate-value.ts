import { drawBeta, drawExponential, drawGamma, type Uniform } from '../sampling/draw.ts';
import { probabilityAlive } from './bg-nbd.ts';
import type { Horizon, ValueModel } from './lifetime-value.ts';
import type { PurchaseHistory } from './purchase-history.ts';

/**
 * One possible future of a customer with this history, as its present value: alive or not, λ, p and ν are
 * drawn from what the models say of them given the history, then purchases one after the other.
 */
export function simulateValue(
  uniform: Uniform,
  { purchases, spend }: ValueModel,
  history: PurchaseHistory,
  horizon: Horizon,
): number {
  if (uniform() >= probabilityAlive(purchases, history)) return 0;
  const { frequency, age, meanSpend } = history;
  const rate = drawGamma(uniform, purchases.r + frequency, purchases.alpha + age);
  const leaving = drawBeta(uniform, purchases.a, purchases.b + frequency);
  const own = spend.gamma + frequency * meanSpend;
  const scale = drawGamma(uniform, spend.q + spend.p * frequency, own);
  let value = 0;
  let time = drawExponential(uniform, rate);
  while (time <= horizon.length) {
    value += Math.exp(-horizon.discountRate * time) * drawGamma(uniform, spend.p, scale);
    if (uniform() < leaving) break;
    time += drawExponential(uniform, rate);
  }
  return value;
}
