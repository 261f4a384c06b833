import type { VariantId } from '../../../../modules/catalog/index.ts';
import { adjustGoods } from '../../../../modules/ledger/index.ts';
import type { Tx } from '../../../../platform/database/index.ts';
import { readUnitCosts } from './unit-costs.ts';

/**
 * What a stocktake, a transfer or a movement found or lost is worth less or more in the books, too: at the average, or at
 * the catalogue's cost where there is none. With the same reference once.
 */
export async function adjustBooks(
  tx: Tx,
  input: {
    readonly differences: readonly { readonly variantId: VariantId; readonly difference: number }[];
    readonly reference: string;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const differences = input.differences.filter(({ difference }) => difference !== 0);
  if (differences.length === 0) return;
  const ids = differences.map(({ variantId }) => variantId);
  const { currency, of } = await readUnitCosts(tx, ids);
  const items = differences.flatMap(({ variantId, difference: quantity }) => {
    const cost = of(variantId);
    // Nobody ever said what they cost: they are in no book.
    if (cost === undefined) return [];
    return [{ variantId, quantity, ...(cost.isAverage ? {} : { catalogueMinor: cost.valueMinor }) }];
  });
  if (items.length === 0) return;
  await adjustGoods(tx, { items, currency, reference: input.reference, now: input.now });
}
