import { currencyOf } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { type ProductDraft, type ProductId, saveProducts } from '../../catalog/index.ts';
import { defaultLocation, setOnHand } from '../../inventory/index.ts';
import { setPrices } from '../../pricing/index.ts';
import { projectProducts } from '../project/project-products.ts';

export const NOW = Temporal.Instant.from('2026-11-23T08:00:00Z');

type AProduct = Partial<ProductDraft> & {
  readonly handle: string;
  readonly eur?: bigint;
  readonly stock?: number;
};

/** Saves active products with a price and stock through the front doors, and makes their documents. */
export async function shopWith(db: Db, products: readonly AProduct[]): Promise<ProductId[]> {
  return db.transaction().execute(async (tx) => {
    const drafts = products.map(({ eur: _eur, stock: _stock, ...draft }) => ({
      status: 'active' as const,
      title: draft.handle,
      ...draft,
    }));
    const saved = await saveProducts(tx, { drafts, now: NOW, cause: 'test', defineAttributes: true });
    const location = await defaultLocation(tx);
    const variants = saved.flatMap((one, index) => {
      if ('refusal' in one) throw new Error(`${one.handle} was refused: ${one.refusal.message}`);
      return one.variants.map(({ id }) => ({ id, wanted: products[index] }));
    });
    const currency = currencyOf('EUR');
    const prices = variants.map(({ id, wanted }) => ({
      variantId: id,
      currency,
      amountMinor: wanted?.eur ?? 1_000n,
      compareAtMinor: undefined,
    }));
    await setPrices(tx, { prices, now: NOW, reason: 'test' });
    const counts = variants.map(({ id, wanted }) => ({
      variantId: id,
      locationId: location.id,
      onHand: wanted?.stock ?? 5,
    }));
    await setOnHand(tx, { counts, now: NOW, reason: 'count', reference: 'test' });
    const ids = saved.flatMap((one) => ('refusal' in one ? [] : [one.id]));
    await projectProducts(tx, { productIds: ids });
    return ids;
  });
}
