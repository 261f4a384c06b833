import { expectOk, idFrom } from '../../../kernel/index.ts';
import type { Connection, Tx } from '../../../platform/database/index.ts';
import { saveProducts, type VariantId } from '../../catalog/index.ts';
import { defaultLocation, followProducts, moveStock, readLevels, saveLocation } from '../index.ts';
import type { LocationId } from '../level.ts';

export const NOW = Temporal.Instant.from('2026-11-27T08:00:00Z');

/** Named goods at two places, with nothing of them anywhere. */
export async function aStockShop({ db }: Connection, titles: readonly string[]) {
  const write = <Value>(run: (tx: Tx) => Promise<Value>) => db.transaction().execute(run);
  const drafts = titles.map((title, index) => ({
    ...{ handle: `p${index}`, title },
    variants: [{ optionValues: [], sku: `SKU-${index}`, barcode: BARCODES[index] ?? '' }],
  }));
  const saved = await write((tx) => saveProducts(tx, { drafts, now: NOW, cause: 'test' }));
  const products = saved.flatMap((one) => ('refusal' in one ? [] : [one]));
  await write((tx) =>
    followProducts(
      tx,
      products.map(({ id }) => id),
    ),
  );
  const ids = products.flatMap(({ variants }) => variants.map(({ id }) => id));
  const main = (await defaultLocation(db)).id;
  const other = expectOk(
    await write((tx) =>
      saveLocation(tx, { code: 'shop', name: 'Shop', country: 'DE', isActive: true, position: 1 }),
    ),
  ).id;
  const variant = (index: number): VariantId => ids[index] ?? idFrom<'variant'>(0, new Uint8Array(10));
  return {
    ...{ db, write, main, other, variant, products },
    move: (variantId: VariantId, quantity: number, locationId: LocationId = main) =>
      write((tx) =>
        moveStock(tx, {
          ...{ moves: [{ variantId, quantity, locationId }], now: NOW },
          ...{ reason: 'received', reference: 'test', actor: 'staff:a' },
        }),
      ),
    onHand: async (variantId: VariantId, locationId: LocationId = main) =>
      (await readLevels(db, [variantId])).get(variantId)?.find((level) => level.locationId === locationId)
        ?.onHand ?? 0,
  };
}

const BARCODES = ['4006381333931', '036000291452'];
