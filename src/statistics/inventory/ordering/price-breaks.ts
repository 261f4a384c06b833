/** From a quantity on a unit costs so much; ascending, the first from 0 or 1 on. */
export type PriceBreaks = readonly { readonly from: number; readonly unitCost: number }[];

/** Whether a break's price is that of all units, or only of those from it on. */
export type DiscountKind = 'all_units' | 'incremental';

/**
 * What `quantity` units cost. Throws a RangeError where breaks are not ascending from 0 or 1 on.
 *
 * @example purchaseCost([{ from: 0, unitCost: 5 }, { from: 100, unitCost: 4 }], 'incremental', 150) // 700
 */
export function purchaseCost(breaks: PriceBreaks, kind: DiscountKind, quantity: number): number {
  checkBreaks(breaks);
  const reached = breaks.filter(({ from }) => from <= Math.max(1, quantity));
  if (kind === 'all_units') return quantity * (reached.at(-1)?.unitCost ?? 0);
  return reached.reduce((cost, { from, unitCost }, index) => {
    const start = index === 0 ? 0 : from;
    const end = reached[index + 1]?.from ?? quantity;
    return cost + unitCost * (end - start);
  }, 0);
}

function isFinitePrice({ from, unitCost }: PriceBreaks[number]): boolean {
  return unitCost >= 0 && Number.isFinite(from + unitCost);
}

export function checkBreaks(breaks: PriceBreaks): void {
  const isAscending = breaks.every(({ from }, index) => {
    const before = breaks[index - 1];
    return before === undefined ? from === 0 || from === 1 : from > before.from;
  });
  if (breaks.length === 0 || !isAscending || !breaks.every(isFinitePrice)) {
    throw new RangeError('price breaks begin at 0 or 1, go up, and have a cost each');
  }
}
