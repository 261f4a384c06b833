import {
  type SupplierItem,
  type SupplierMinimum,
  supplierItem,
  supplierOrder,
} from '../../../../statistics/index.ts';
import { levelsOf, questionOf } from '../levels.ts';
import type { Adjustment } from '../need.ts';
import { positionOf } from '../need.ts';
import type { OwnNeed } from './within-limits.ts';

/** A need, and what more or less of it is worth; what somebody orders by least and most, or not at all, is not filled up. */
export type FillableNeed = OwnNeed & { readonly item: SupplierItem | undefined };

export function fillableNeed(need: OwnNeed): FillableNeed {
  const { facts } = need;
  const mayFill =
    !facts.policy.isOff && facts.policy.minMax === undefined && facts.forecast.meanOver(365) > 0;
  const question = () => questionOf(facts, positionOf(facts), levelsOf(facts).reorderPoint);
  return { ...need, item: mayFill ? supplierItem(question()) : undefined };
}

/**
 * What a supplier's minimum makes of what is needed of it: filled up with what is cheapest to have early, or nothing until the
 * next review where that costs less than filling up (`supplierOrder`). Nothing where the minimum is reached, or nothing is due.
 *
 * @param needs of one supplier, also those that need nothing by themselves: they may fill up
 * @param minimum what an order has to come to, in minor units of the shop's currency, and in pieces
 * @returns by their places in `needs`, those that change
 */
export function toSupplierMinimum(
  needs: readonly FillableNeed[],
  minimum: SupplierMinimum,
): Map<number, Adjustment> {
  const places = needs.flatMap(({ item, quantity }, index) => (item ? [{ item, quantity, index }] : []));
  if (!places.some(({ quantity }) => quantity > 0)) return new Map();
  const items = places.map(({ item }) => item);
  const { advice, quantities, missing } = supplierOrder(items, minimum);
  if ((missing.purchase <= 0 && missing.units <= 0) || advice === 'nothing') return new Map();
  // Where both are missing money is the one that is named.
  const isOfPieces = missing.purchase <= 0;
  return new Map(
    places.flatMap(({ quantity, index }, place): [number, Adjustment][] => {
      if (advice === 'wait') {
        return quantity > 0 ? [[index, { why: isOfPieces ? 'waits_pieces' : 'waits', pieces: 0 }]] : [];
      }
      const filled = quantities[place] ?? 0;
      return filled > quantity
        ? [[index, { why: isOfPieces ? 'filled_pieces' : 'filled', pieces: filled }]]
        : [];
    }),
  );
}
