import { at, sum } from '../../series.ts';

/** An item of a supplier: times in one unit, money in one. */
export type JointItem = {
  /** Of having this item in an order, besides what the order costs. */
  readonly fixedCost: number;
  readonly holdingCost: number;
  readonly demandRate: number;
};

export type JointCycle = {
  /** Time from one order to the next. */
  readonly cycle: number;
  /** Each item is in every so many-th of them. */
  readonly multiples: readonly number[];
  /** In a unit of time. */
  readonly cost: number;
};

/**
 * How often to order from a supplier, and which items in which of its orders: the heuristic of Silver (1976),
 * "A simple method of determining order quantities in joint replenishments under deterministic demand",
 * Management Science 22 (`silver_jrp` of the textbook's examples). The item that asks for orders most often
 * is in each. It is no optimum: of two or three items it was seen to cost 10.5 % more than the best. Throws a
 * RangeError for no items, and for one that is not wanted or does not cost anything to hold.
 *
 * @example See textbook.test.ts: a cycle of 0.281 years, multiples 1, 1, 1, 3, 3
 */
export function jointReplenishment(sharedCost: number, items: readonly JointItem[]): JointCycle {
  const isSound = items.every(
    ({ fixedCost, holdingCost, demandRate }) =>
      fixedCost >= 0 &&
      holdingCost > 0 &&
      demandRate > 0 &&
      Number.isFinite(fixedCost + holdingCost + demandRate),
  );
  if (items.length === 0 || !isSound || !(sharedCost >= 0 && Number.isFinite(sharedCost)))
    throw new RangeError('no items to order together');
  const patience = items.map(
    ({ fixedCost, holdingCost, demandRate }) => fixedCost / (holdingCost * demandRate),
  );
  const first = patience.indexOf(Math.min(...patience));
  const often = items[first] ?? { fixedCost: 0, holdingCost: 0, demandRate: 0 };
  const perCycle = sharedCost + often.fixedCost;
  const multiples = items.map((_, index) => {
    if (index === first || perCycle === 0) return 1;
    const ratio = (at(patience, index) * often.holdingCost * often.demandRate) / perCycle;
    return Math.max(1, Math.round(Math.sqrt(ratio)));
  });
  return { multiples, ...cycleOf(sharedCost, items, multiples) };
}

/** The best time between orders for given multiples, and what it costs. */
function cycleOf(
  sharedCost: number,
  items: readonly JointItem[],
  multiples: readonly number[],
): { readonly cycle: number; readonly cost: number } {
  const ordering = sharedCost + sum(items.map(({ fixedCost }, index) => fixedCost / at(multiples, index)));
  const holding = sum(
    items.map(({ holdingCost, demandRate }, index) => holdingCost * demandRate * at(multiples, index)),
  );
  return { cycle: Math.sqrt((2 * ordering) / holding), cost: Math.sqrt(2 * ordering * holding) };
}
