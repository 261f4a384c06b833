/** What replays came to: every number adds up over variants of the same days. */
export type ReplayTotals = {
  readonly variants: number;
  readonly wanted: number;
  /** Units that were not served at once, and of these those that were never. */
  readonly short: number;
  readonly lost: number;
  /** From one receipt to the next, and of these those in which something was short. */
  readonly cycles: number;
  readonly cyclesShort: number;
  readonly orders: number;
  readonly orderedUnits: number;
  /** In money, as all below: what the orders cost, and stock in the evening summed over days. */
  readonly ordered: number;
  readonly unitDays: number;
  readonly stockValueDays: number;
  readonly lostMargin: number;
  readonly orderingCost: number;
  readonly holdingCost: number;
};

export function addTotals(one: ReplayTotals, other: ReplayTotals): ReplayTotals {
  return {
    variants: one.variants + other.variants,
    wanted: one.wanted + other.wanted,
    short: one.short + other.short,
    lost: one.lost + other.lost,
    cycles: one.cycles + other.cycles,
    cyclesShort: one.cyclesShort + other.cyclesShort,
    orders: one.orders + other.orders,
    orderedUnits: one.orderedUnits + other.orderedUnits,
    ordered: one.ordered + other.ordered,
    unitDays: one.unitDays + other.unitDays,
    stockValueDays: one.stockValueDays + other.stockValueDays,
    lostMargin: one.lostMargin + other.lostMargin,
    orderingCost: one.orderingCost + other.orderingCost,
    holdingCost: one.holdingCost + other.holdingCost,
  };
}
