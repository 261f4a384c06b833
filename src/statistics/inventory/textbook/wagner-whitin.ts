import { at } from '../../series.ts';

export type LotSizing = {
  /** Units to order in each period; 0 where nothing is ordered. */
  readonly orders: readonly number[];
  /** Ordering and holding, over all periods. */
  readonly cost: number;
};

/**
 * When to order how much of demand that is known period by period, at least cost: exact, by the dynamic
 * programme of Wagner and Whitin (1958), "Dynamic version of the economic lot size model", Management Science
 * 5 (Snyder and Shen 2019, chapter 3, example 3.9). An order in a period is for whole periods; a unit costs
 * `holdingCost` for each period's end that it sees. Of equal plans the one whose orders come later. Throws a
 * RangeError for demand or costs that are negative or without end.
 *
 * @example wagnerWhitin([90, 120, 80, 70], { fixedCost: 500, holdingCost: 2 }) // 210, 0, 150, 0 for 1380
 */
export function wagnerWhitin(
  demand: readonly number[],
  { fixedCost, holdingCost }: { readonly fixedCost: number; readonly holdingCost: number },
): LotSizing {
  const isSound = [fixedCost, holdingCost, ...demand].every((one) => one >= 0 && Number.isFinite(one));
  if (!isSound) {
    throw new RangeError('demand and costs are not negative, and have an end');
  }
  const periods = demand.length;
  // From each period on: the least cost, and the period before which the next order is placed.
  const costs = new Float64Array(periods + 1);
  const next = new Int32Array(periods);
  for (let from = periods - 1; from >= 0; from -= 1) {
    let [best, units, held] = [Number.POSITIVE_INFINITY, 0, 0];
    for (let until = from; until < periods; until += 1) {
      units += at(demand, until);
      held += holdingCost * (until - from) * at(demand, until);
      const cost = (units > 0 ? fixedCost : 0) + held + at(costs, until + 1);
      if (cost < best) [best, next[from]] = [cost, until + 1];
    }
    costs[from] = best;
  }
  const orders = Array<number>(periods).fill(0);
  for (let from = 0; from < periods; from = at(next, from)) {
    orders[from] = demand.slice(from, at(next, from)).reduce((total, units) => total + units, 0);
  }
  return { orders, cost: at(costs, 0) };
}
