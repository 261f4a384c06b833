import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { type Item, tsQueryOf } from './item.ts';
import { ITEM_COLUMNS, type ItemRow, itemOf } from './store.ts';

export type ItemFilter = {
  readonly q?: string | undefined;
  readonly brandIds?: readonly string[] | undefined;
  readonly productIds?: readonly string[] | undefined;
  readonly variantIds?: readonly VariantId[] | undefined;
};

/** Where a list of items goes on: what it is sorted by, and the item. */
export type ItemPosition = readonly [place: string, variantId: VariantId];
export type PlacedItem = { readonly item: Item; readonly position: ItemPosition };

/** Everything that the catalogue sells, stocked or not, by title, from after `after` on. */
export async function listItems(
  db: Db,
  asked: ItemFilter & { readonly after?: ItemPosition | undefined; readonly limit: number },
): Promise<PlacedItem[]> {
  const { after } = asked;
  const since = after && sql`(item.place, item.variant_id) > (${after[0]}, ${after[1]}::uuid)`;
  const conditions = [...conditionsOf(asked), ...(since === undefined ? [] : [since])];
  const { rows } = await sql<ItemRow & { place: string }>`
    select ${ITEM_COLUMNS}, item.place from inventory.item
    where ${allOf(conditions)} order by item.place, item.variant_id limit ${asked.limit}`.execute(db);
  return rows.map((row) => ({ item: itemOf(row), position: [row.place, row.variant_id] }));
}

/** How many there are, counted no further than `most`. */
export async function countItemsFound(db: Db, asked: ItemFilter, most: number): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from (
      select from inventory.item where ${allOf(conditionsOf(asked))} limit ${most}) as found`.execute(db);
  return Number(rows[0]?.count ?? 0n);
}

function conditionsOf({ q, brandIds, productIds, variantIds }: ItemFilter): RawBuilder<unknown>[] {
  const query = q === undefined ? undefined : tsQueryOf(q);
  const conditions: (RawBuilder<unknown> | undefined)[] = [
    sql`item.status <> 'archived'`,
    query === undefined ? undefined : sql`item.words @@ ${query}::tsquery`,
    brandIds && sql`item.brand_id = any(${brandIds}::uuid[])`,
    productIds && sql`item.product_id = any(${productIds}::uuid[])`,
    variantIds && sql`item.variant_id = any(${variantIds}::uuid[])`,
  ];
  return conditions.flatMap((one) => one ?? []);
}

function allOf(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(conditions, sql` and `);
}
