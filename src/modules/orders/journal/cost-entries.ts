import { splitMinor } from '../../../kernel/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { OrderLine, OrderLineId } from '../order.ts';
import type { EntryDraft } from './sales-entry.ts';
import { isNothing } from './sold-amounts.ts';

/** Pieces of a line in a parcel. */
export type ParcelLine = {
  readonly line: Pick<OrderLine, 'id' | 'variantId'>;
  readonly quantity: number;
};

/** Stock that leaves for the lines that sold a variant: of a bundle, one of its components. */
type LeavingStock = {
  readonly variantId: VariantId;
  readonly lineVariantId: VariantId;
  readonly quantity: number;
};

/**
 * What the goods of a parcel cost, by the lines that they left for. A variant goes at one cost for the whole parcel; lines
 * that share it have it by the pieces that they take, to the last unit by largest remainder.
 */
export function shippedEntries(
  parcel: readonly ParcelLine[],
  stock: readonly LeavingStock[],
  costs: readonly { readonly variantId: VariantId; readonly costMinor: bigint }[],
): EntryDraft[] {
  const byLine = new Map<OrderLineId, bigint>();
  for (const { variantId, costMinor } of costs) {
    const takers = takersOf(
      parcel,
      stock.filter((one) => one.variantId === variantId),
    );
    const parts = splitMinor(
      costMinor,
      takers.map(({ pieces }) => BigInt(pieces)),
    );
    for (const [index, { lineId }] of takers.entries()) {
      byLine.set(lineId, (byLine.get(lineId) ?? 0n) + (parts[index] ?? 0n));
    }
  }
  return [...byLine].flatMap(([lineId, costMinor]) => {
    return costMinor === 0n ? [] : [{ kind: 'cost', lineId, costMinor } as const];
  });
}

/** The lines that a variant leaves for, each with how many pieces of it it takes. */
function takersOf(
  parcel: readonly ParcelLine[],
  stock: readonly LeavingStock[],
): { readonly lineId: OrderLineId; readonly pieces: number }[] {
  return [...Map.groupBy(stock, ({ lineVariantId }) => lineVariantId)].flatMap(([lineVariantId, some]) => {
    const lines = parcel.filter(({ line }) => line.variantId === lineVariantId);
    const sold = lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const left = some.reduce((sum, { quantity }) => sum + quantity, 0);
    // As many of it a piece of the line, for every line that sold it.
    return lines.map(({ line, quantity }) => ({ lineId: line.id, pieces: (left / sold) * quantity }));
  });
}

/** What goods that came back had left at, by the lines that they came of: `costs` are of `items`, in their order. */
export function returnedEntries(
  items: readonly { readonly lineId: OrderLineId }[],
  costs: readonly bigint[],
): EntryDraft[] {
  const byLine = Map.groupBy(items.entries(), ([, { lineId }]) => lineId);
  return [...byLine]
    .map(([lineId, some]): EntryDraft => {
      const costMinor = some.reduce((sum, [index]) => sum - (costs[index] ?? 0n), 0n);
      return { kind: 'cost_returned', lineId, costMinor };
    })
    .filter((entry) => !isNothing(entry));
}
