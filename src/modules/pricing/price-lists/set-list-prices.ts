import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { readProductIdsOfVariants, type VariantId } from '../../catalog/index.ts';
import { priceRefusal } from '../check-price.ts';
import { PRICES_LIMIT } from '../set-prices.ts';
import { tellPricesChanged } from '../tell-changed.ts';
import type { ListPriceDraft } from './price-list.ts';
import { writeListPrices } from './store.ts';

export type ListPriceRefusal = Refusal<
  'unknown_variant' | 'unknown_price_list' | 'amount_below_zero' | 'amount_too_large' | 'not_a_quantity'
>;
export type RefusedListPrice = { readonly price: ListPriceDraft; readonly refusal: ListPriceRefusal };

const LARGEST_QUANTITY = 1_000_000;

/**
 * Sets prices of lists from `now` on, or takes them off; each change is kept in the append-only history. A price
 * that is the same already writes nothing and tells nothing. Of two for one list, variant, currency and quantity
 * the later counts.
 *
 * @returns the variants with a changed price, and the prices that were refused while the others went in
 */
export async function setListPrices(
  tx: Tx,
  input: {
    readonly prices: readonly ListPriceDraft[];
    readonly now: Temporal.Instant;
    readonly reason: string;
  },
): Promise<{ readonly changed: VariantId[]; readonly refused: RefusedListPrice[] }> {
  if (input.prices.length > PRICES_LIMIT) throw new RangeError(`at most ${PRICES_LIMIT} prices a call`);
  if (input.prices.length === 0) return { changed: [], refused: [] };
  const products = await readProductIdsOfVariants(tx, [...new Set(input.prices.map((one) => one.variantId))]);
  const lists = await knownLists(tx);
  const wanted = new Map<string, ListPriceDraft>();
  const refused: RefusedListPrice[] = [];
  for (const price of input.prices) {
    const refusal = refusalOf(price, lists, products);
    if (refusal !== undefined) refused.push({ price, refusal });
    else wanted.set(`${price.priceListId} ${price.variantId} ${price.currency} ${price.fromQuantity}`, price);
  }
  const changed = await writeListPrices(tx, { ...input, prices: [...wanted.values()] });
  await tellPricesChanged(tx, changed, products);
  return { changed, refused };
}

function refusalOf(
  { priceListId, variantId, currency, fromQuantity, amountMinor }: ListPriceDraft,
  lists: ReadonlySet<string>,
  products: ReadonlyMap<string, unknown>,
): ListPriceRefusal | undefined {
  if (!lists.has(priceListId)) {
    return refuse('unknown_price_list', `no price list has the id ${priceListId}`, 'priceListId').refusal;
  }
  if (!Number.isInteger(fromQuantity) || fromQuantity < 1 || fromQuantity > LARGEST_QUANTITY) {
    const message = `a quantity is a whole number from 1 to ${LARGEST_QUANTITY}`;
    return refuse('not_a_quantity', message, 'fromQuantity').refusal;
  }
  if (!products.has(variantId)) {
    return refuse('unknown_variant', `no variant has the id ${variantId}`, 'variantId').refusal;
  }
  if (amountMinor === undefined) return undefined;
  return amountRefusal(priceRefusal({ variantId, currency, amountMinor, compareAtMinor: undefined }));
}

/** A list price has no compare-at price that could be refused. */
function amountRefusal(refusal: ReturnType<typeof priceRefusal>): ListPriceRefusal | undefined {
  if (refusal === undefined) return undefined;
  const { code, ...rest } = refusal;
  if (code === 'compare_at_not_above_amount') throw new RangeError('a list price has no compare-at price');
  return { code, ...rest };
}

async function knownLists(tx: Tx): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from pricing.price_list for key share`.execute(tx);
  return new Set(rows.map((row) => row.id));
}
