import { at } from '../../series.ts';
import { type Demand, leftover } from '../demand/demand.ts';

export type MinMaxQuestion = {
  readonly fixedCost: number;
  /** Of a unit left, and of a unit short, at the end of a period. */
  readonly holdingCost: number;
  readonly shortageCost: number;
};

/** Where the position is at the reorder point s or below, order up to S. */
export type MinMax = { readonly reorderPoint: number; readonly orderUpTo: number };

/**
 * The best (s, S) of demand in whole units, looked at once a period, unserved demand backordered: exact, by
 * Zheng and Federgruen (1991), "Finding optimal (s, S) policies is about as simple as evaluating a single
 * policy", Operations Research 39 (Snyder and Shen 2019, chapter 4, example 4.7).
 *
 * @param period demand of one period
 * @param protection demand of lead time and one period; that of one period where there is no lead time
 * @returns s, S and the expected cost of a period. Throws a RangeError where nothing is ever wanted.
 */
export function exactMinMax(
  question: MinMaxQuestion,
  period: Demand,
  protection: Demand = period,
): MinMax & { readonly cost: number } {
  const { holdingCost, shortageCost } = checkQuestion(question);
  const periodCost = (y: number) =>
    holdingCost * leftover(protection, y) + shortageCost * protection.shortage(y);
  const costOf = policyCost(question, period, periodCost);
  const cheapest = protection.quantile(shortageCost / (shortageCost + holdingCost));
  let [reorderPoint, orderUpTo] = [cheapest - 1, cheapest];
  while (costOf(reorderPoint, orderUpTo) > periodCost(reorderPoint)) reorderPoint -= 1;
  let cost = costOf(reorderPoint, orderUpTo);
  for (let level = orderUpTo + 1; periodCost(level) <= cost; level += 1) {
    if (costOf(reorderPoint, level) >= cost) continue;
    orderUpTo = level;
    while (costOf(reorderPoint, orderUpTo) <= periodCost(reorderPoint + 1)) reorderPoint += 1;
    cost = costOf(reorderPoint, orderUpTo);
  }
  return { reorderPoint, orderUpTo, cost };
}

/**
 * The power approximation of a good (s, S) of normal demand, fitted to many exact ones: Ehrhardt and Mosier
 * (1984), "A revision of the power approximation", Management Science 30, for large enough orders (Q > 1.5 µ,
 * else it is rougher; the correction for small ones is left out as in Snyder and Shen 2019, chapter 4,
 * example 4.8).
 *
 * @param demand mean and standard deviation of a period
 * @param leadTime whole periods
 * @returns not rounded. Throws a RangeError where mean or deviation is not above 0, and for part of a period.
 */
export function powerMinMax(
  question: MinMaxQuestion,
  demand: { readonly mean: number; readonly sd: number },
  leadTime: number,
): MinMax {
  const { fixedCost, holdingCost, shortageCost } = checkQuestion(question);
  const isSound = demand.mean > 0 && demand.sd > 0 && Number.isFinite(demand.mean + demand.sd);
  if (!(isSound && Number.isSafeInteger(leadTime) && leadTime >= 0)) {
    throw new RangeError(`no demand of ${demand.mean} ± ${demand.sd} over ${leadTime} periods and one`);
  }
  const mean = demand.mean * (leadTime + 1);
  const sd = demand.sd * Math.sqrt(leadTime + 1);
  const quantity =
    1.3 * demand.mean ** 0.494 * (fixedCost / holdingCost) ** 0.506 * (1 + (sd / demand.mean) ** 2) ** 0.116;
  const z = Math.sqrt((quantity * holdingCost) / (sd * shortageCost));
  const reorderPoint = 0.973 * mean + sd * (0.183 / z + 1.063 - 2.192 * z);
  return { reorderPoint, orderUpTo: reorderPoint + quantity };
}

/** c(s, S): the expected cost of a period, by what orders pass through on their way from S down to s. */
function policyCost(
  { fixedCost }: MinMaxQuestion,
  period: Demand,
  periodCost: (y: number) => number,
): (reorderPoint: number, orderUpTo: number) => number {
  const chance = (units: number) => period.cdf(units) - (units > 0 ? period.cdf(units - 1) : 0);
  const none = chance(0);
  if (!(none < 1)) throw new RangeError('nothing is ever wanted');
  // Expected periods in which the position is S − j before it is at s.
  const visits = [1 / (1 - none)];
  const visitsAt = (below: number): number => {
    for (let j = visits.length; j <= below; j += 1) {
      let total = 0;
      for (let units = 1; units <= j; units += 1) total += chance(units) * at(visits, j - units);
      visits.push(total / (1 - none));
    }
    return at(visits, below);
  };
  return (reorderPoint, orderUpTo) => {
    let [cost, periods] = [fixedCost, 0];
    for (let below = 0; below < orderUpTo - reorderPoint; below += 1) {
      cost += visitsAt(below) * periodCost(orderUpTo - below);
      periods += visitsAt(below);
    }
    return cost / periods;
  };
}

function checkQuestion(question: MinMaxQuestion): MinMaxQuestion {
  const { fixedCost, holdingCost, shortageCost } = question;
  const isSound = fixedCost >= 0 && holdingCost > 0 && shortageCost > 0;
  if (!(isSound && Number.isFinite(fixedCost + holdingCost + shortageCost))) {
    throw new RangeError(`no levels of costs ${fixedCost}, ${holdingCost} and ${shortageCost}`);
  }
  return question;
}
