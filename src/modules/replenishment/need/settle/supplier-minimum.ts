import { supplierOrder } from '../../../../statistics/index.ts';
import { levelsOf, questionOf } from '../levels.ts';
import type { Adjustment } from '../need.ts';
import { type NeedFacts, positionOf } from '../need.ts';
import type { OwnNeed } from './within-limits.ts';

/**
 * What a supplier's minimum makes of what is needed of it: filled up with what is cheapest to have early, or nothing until the
 * next review where that costs less than filling up (`supplierOrder`). Nothing where the minimum is reached, or nothing is due.
 *
 * @param needs of one supplier, also those that need nothing by themselves: they may fill up
 * @param minimum what an order has to come to, in minor units of the shop's currency
 * @returns by their places in `needs`, those that change
 */
export function toSupplierMinimum(needs: readonly OwnNeed[], minimum: number): Map<number, Adjustment> {
  const places = needs.flatMap((need, index) => (mayFill(need) ? [{ ...need, index }] : []));
  if (minimum <= 0 || !places.some(({ quantity }) => quantity > 0)) return new Map();
  const { advice, quantities, missing } = supplierOrder(
    places.map(({ facts }) => questionFor(facts)),
    minimum,
  );
  if (missing <= 0 || advice === 'nothing') return new Map();
  return new Map(
    places.flatMap(({ quantity, index }, place): [number, Adjustment][] => {
      if (advice === 'wait') return quantity > 0 ? [[index, { why: 'waits', pieces: 0 }]] : [];
      const filled = quantities[place] ?? 0;
      return filled > quantity ? [[index, { why: 'filled', pieces: filled }]] : [];
    }),
  );
}

/** What somebody ordered by least and most, or not at all, is not filled up. */
function mayFill({ facts: { policy, forecast } }: OwnNeed): boolean {
  return !policy.isOff && policy.minMax === undefined && forecast.meanOver(365) > 0;
}

function questionFor(facts: NeedFacts) {
  return questionOf(facts, positionOf(facts), levelsOf(facts).reorderPoint);
}
