import { sql } from 'kysely';
import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { PriceListId } from './price-list.ts';

/** A price of a list, beside the variant's own. */
export type PriceOfList = {
  readonly variantId: VariantId;
  readonly currency: CurrencyCode;
  readonly fromQuantity: number;
  readonly amountMinor: bigint;
  readonly baseMinor: bigint | undefined;
};

type Row = {
  variant_id: VariantId;
  currency: string;
  from_quantity: number;
  amount_minor: bigint;
  base_minor: bigint | null;
};

/** What a list says of each variant, by variant, from after a row on. */
export async function listPricesOf(
  db: Db,
  asked: {
    readonly id: PriceListId;
    readonly after?: readonly [variantId: string, currency: string, fromQuantity: number] | undefined;
    readonly limit: number;
  },
): Promise<PriceOfList[]> {
  const { after } = asked;
  const { rows } = await sql<Row>`
    select listed.variant_id, listed.currency, listed.from_quantity, listed.amount_minor,
      price.amount_minor as base_minor
    from pricing.list_price listed
    left join pricing.price on price.variant_id = listed.variant_id and price.currency = listed.currency
    where listed.price_list_id = ${asked.id} and (
      ${after === undefined} or (listed.variant_id, listed.currency, listed.from_quantity)
        > (${after?.[0] ?? null}::uuid, ${after?.[1] ?? ''}, ${after?.[2] ?? 0}::int))
    order by listed.variant_id, listed.currency, listed.from_quantity limit ${asked.limit}`.execute(db);
  return rows.map((row) => ({
    ...{ variantId: row.variant_id, currency: currencyOf(row.currency), fromQuantity: row.from_quantity },
    ...{ amountMinor: row.amount_minor, baseMinor: row.base_minor ?? undefined },
  }));
}
