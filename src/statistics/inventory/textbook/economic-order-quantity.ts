/** Demand that is known and goes on alike; times in any one unit, money in any one. */
export type SteadyDemand = {
  /** Of an order, however large. */
  readonly fixedCost: number;
  /** Of a unit for a unit of time. */
  readonly holdingCost: number;
  /** Units in a unit of time. */
  readonly demandRate: number;
};

/** Units to order at a time, and what ordering, holding (and being short) then cost in a unit of time. */
export type OrderSize = { readonly quantity: number; readonly cost: number };

/**
 * The economic order quantity √(2Kλ/h), of Harris (1913): Snyder and Shen (2019), Fundamentals of Supply
 * Chain Theory, 2nd edition, chapter 3, example 3.1. Throws a RangeError for costs or demand that are
 * negative or without end, and for a holding cost of 0.
 *
 * @example economicOrderQuantity({ fixedCost: 8, holdingCost: 0.225, demandRate: 1300 }) // 304.05, 68.41
 */
export function economicOrderQuantity(steady: SteadyDemand): OrderSize {
  const { fixedCost, holdingCost, demandRate } = checkSteady(steady);
  return {
    quantity: Math.sqrt((2 * fixedCost * demandRate) / holdingCost),
    cost: Math.sqrt(2 * fixedCost * demandRate * holdingCost),
  };
}

/**
 * Where units may be backordered, each at `shortageCost` for a unit of time: √(2Kλ(h + p)/(hp)), of which the
 * share h/(h + p) is on backorder when an order comes (Snyder and Shen 2019, chapter 3, example 3.8).
 */
export function economicOrderQuantityWithBackorders(
  steady: SteadyDemand,
  shortageCost: number,
): OrderSize & { readonly backorderedShare: number } {
  const { fixedCost, holdingCost, demandRate } = checkSteady(steady);
  if (!(shortageCost > 0 && Number.isFinite(shortageCost)))
    throw new RangeError(`a shortage cost of ${shortageCost}`);
  const both = holdingCost + shortageCost;
  return {
    quantity: Math.sqrt((2 * fixedCost * demandRate * both) / (holdingCost * shortageCost)),
    backorderedShare: holdingCost / both,
    cost: Math.sqrt((2 * fixedCost * demandRate * holdingCost * shortageCost) / both),
  };
}

/**
 * Where units do not come at once but at `productionRate`, while they are sold: the holding cost counts for 1
 * − λ/µ (the economic production quantity of Taft 1918: Snyder and Shen 2019, chapter 3). Throws a RangeError
 * where less is made than is wanted; ∞: all comes at once.
 */
export function economicProductionQuantity(steady: SteadyDemand, productionRate: number): OrderSize {
  checkSteady(steady);
  if (!(productionRate > steady.demandRate)) {
    throw new RangeError(`${productionRate} are made where ${steady.demandRate} are wanted`);
  }
  const share = 1 - steady.demandRate / productionRate;
  return economicOrderQuantity({ ...steady, holdingCost: steady.holdingCost * share });
}

export function checkSteady(steady: SteadyDemand): SteadyDemand {
  const { fixedCost, holdingCost, demandRate } = steady;
  const isSound = fixedCost >= 0 && holdingCost > 0 && demandRate >= 0;
  if (!(isSound && Number.isFinite(fixedCost + holdingCost + demandRate))) {
    throw new RangeError(`no order quantity of costs ${fixedCost}, ${holdingCost} and demand ${demandRate}`);
  }
  return steady;
}
