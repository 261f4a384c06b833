import type { CurrencyCode } from '../../kernel/index.ts';
import { refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { type ProductId, readProductIdsOfVariants, type VariantId } from '../catalog/index.ts';
import { priceRefusal } from './check-price.ts';
import type { Price, RefusedPrice } from './price.ts';
import { deletePrices, upsertPrices } from './store.ts';
import { tellPricesChanged } from './tell-changed.ts';

/** Most prices of one call. */
export const PRICES_LIMIT = 10_000;

/**
 * Makes each price the one that applies from `now` on, and keeps the change in the append-only history. A
 * price that is the same already writes nothing and tells nothing. Of two for the same variant and currency
 * the later counts.
 *
 * @returns the variants whose price changed, and the prices that were refused while the others went in
 */
export async function setPrices(
  tx: Tx,
  input: { readonly prices: readonly Price[]; readonly now: Temporal.Instant; readonly reason: string },
): Promise<{ readonly changed: VariantId[]; readonly refused: RefusedPrice[] }> {
  if (input.prices.length > PRICES_LIMIT) throw new RangeError(`at most ${PRICES_LIMIT} prices a call`);
  if (input.prices.length === 0) return { changed: [], refused: [] };
  const products = await productsOf(tx, input.prices);
  const wanted = new Map<string, Price>();
  const refused: RefusedPrice[] = [];
  for (const price of input.prices) {
    const refusal =
      priceRefusal(price) ??
      (products.has(price.variantId)
        ? undefined
        : refuse('unknown_variant', `no variant has the id ${price.variantId}`, 'variantId').refusal);
    if (refusal === undefined) wanted.set(`${price.variantId} ${price.currency}`, price);
    else refused.push({ price, refusal });
  }
  const changed = await upsertPrices(tx, { ...input, prices: [...wanted.values()] });
  await tellPricesChanged(tx, changed, products);
  return { changed, refused };
}

/** Takes the prices of these variants away, in one currency or in all; the history keeps that they ended. */
export async function removePrices(
  tx: Tx,
  input: {
    readonly variantIds: readonly VariantId[];
    readonly currency?: CurrencyCode;
    readonly now: Temporal.Instant;
    readonly reason: string;
  },
): Promise<{ readonly changed: VariantId[] }> {
  const changed = await deletePrices(tx, input);
  await tellPricesChanged(tx, changed);
  return { changed };
}

function productsOf(tx: Tx, prices: readonly Price[]): Promise<Map<VariantId, ProductId>> {
  return readProductIdsOfVariants(tx, [...new Set(prices.map((price) => price.variantId))]);
}
