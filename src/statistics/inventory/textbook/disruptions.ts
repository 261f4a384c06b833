import { solveIncreasing } from '../../special/solve.ts';
import { checkSteady, type OrderSize, type SteadyDemand } from './economic-order-quantity.ts';

/**
 * The order quantity where the supplier is sometimes down, for exponential times, and what is wanted then is
 * lost: Berk and Arreola-Risa (1994), "Note on 'Future supply uncertainty in EOQ models'", Naval Research
 * Logistics 41 (Snyder and Shen 2019, chapter 9, example 9.1). `shortageCost` of a unit lost;
 * `disruptionRate` and `recoveryRate` a unit of time.
 *
 * @example See textbook.test.ts: 772.81, 173.95
 */
export function orderQuantityUnderDisruptions(
  steady: SteadyDemand,
  risk: { readonly shortageCost: number; readonly disruptionRate: number; readonly recoveryRate: number },
): OrderSize {
  const { fixedCost, holdingCost, demandRate } = checkSteady(steady);
  const { shortageCost, disruptionRate, recoveryRate } = risk;
  const isSound = shortageCost >= 0 && disruptionRate >= 0 && recoveryRate > 0 && demandRate > 0;
  if (!(isSound && Number.isFinite(shortageCost + disruptionRate + recoveryRate))) {
    throw new RangeError('a supplier that is never up, or costs that are negative');
  }
  const both = disruptionRate + recoveryRate;
  // Of a cycle of Q units: its length and its cost, with the time that is spent waiting for the supplier.
  const down = (quantity: number) =>
    ((disruptionRate / both) * -Math.expm1((-both * quantity) / demandRate)) / recoveryRate;
  const length = (quantity: number) => quantity / demandRate + down(quantity);
  const cost = (quantity: number) =>
    fixedCost +
    (holdingCost * quantity * quantity) / (2 * demandRate) +
    demandRate * shortageCost * down(quantity);
  // What one unit more does to both; where cost over length is least it is the same for both.
  const slope = (quantity: number) => {
    const moreDown =
      ((disruptionRate / demandRate) * Math.exp((-both * quantity) / demandRate)) / recoveryRate;
    const moreCost = (holdingCost * quantity) / demandRate + demandRate * shortageCost * moreDown;
    return moreCost * length(quantity) - cost(quantity) * (1 / demandRate + moreDown);
  };
  let most = 1;
  while (slope(most) < 0) most *= 2;
  const quantity = solveIncreasing(slope, 0, 0, most);
  return { quantity, cost: cost(quantity) / length(quantity) };
}

/**
 * The base-stock level of demand that is known, where the supplier goes down in a period with one chance and
 * comes back with another: (1 + n) periods of demand, for the least n with P(down for ≤ n periods) ≥ p/(p +
 * h) (Snyder and Shen 2019, chapter 9, example 9.3). Unserved demand waits.
 */
export function baseStockUnderDisruptions(
  {
    demand,
    holdingCost,
    shortageCost,
  }: { readonly demand: number; readonly holdingCost: number; readonly shortageCost: number },
  { disruption, recovery }: { readonly disruption: number; readonly recovery: number },
): { readonly level: number; readonly cost: number } {
  if (!(disruption >= 0 && disruption < 1 && recovery > 0 && recovery <= 1)) {
    throw new RangeError(`no chances of going down and coming back: ${disruption}, ${recovery}`);
  }
  const isSound = demand >= 0 && holdingCost > 0 && shortageCost > 0;
  if (!(isSound && Number.isFinite(demand + holdingCost + shortageCost)))
    throw new RangeError('costs that are not positive');
  const isDown = disruption / (disruption + recovery);
  // P(down for more than n periods).
  const longer = (periods: number) => isDown * (1 - recovery) ** periods;
  let periods = 0;
  while (1 - longer(periods) < shortageCost / (shortageCost + holdingCost)) periods += 1;
  // Of n periods down n + 1 have been wanted since the last order came: Σ of both tails, in closed form.
  const short = longer(periods) / recovery;
  const waited = isDown / recovery;
  const left = periods - waited + short;
  const cost = demand * (holdingCost * left + shortageCost * short);
  return { level: (periods + 1) * demand, cost };
}
