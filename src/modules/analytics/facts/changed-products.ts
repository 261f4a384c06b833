import { sql } from 'kysely';
import { type Id, parseId } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { mergeLists, type Reaction } from '../../../platform/outbox/index.ts';

type Changed = { readonly productIds: readonly string[] };

/** What the warehouse has of these products is to be read again; of all of them where none is named. */
async function noteChanged(tx: Tx, { productIds }: Changed): Promise<void> {
  // The row is locked until the end: revisions are there in the order of their numbers.
  const { rows } = await sql<{ number: bigint }>`
    update analytics.goods_revision set number = number + 1,
      all_since = case when ${productIds.length === 0} then number + 1 else all_since end
    returning number`.execute(tx);
  await sql`
    insert into analytics.changed_product (product_id, number)
    select given, ${rows[0]?.number ?? 0n} from unnest(${[...new Set(productIds)]}::uuid[]) as given
    on conflict (product_id) do update set number = excluded.number`.execute(tx);
}

const run = (tx: Tx, { payload }: { readonly payload: Changed }) => noteChanged(tx, payload);

export const changedProductReactions: readonly Reaction[] = [
  { name: 'analytics.note_products', topic: 'catalog.products_changed', run, merge: mergeLists },
  { name: 'analytics.note_removed', topic: 'catalog.products_removed', run, merge: mergeLists },
  // Not merged: one that names no products is about the collection's own words.
  { name: 'analytics.note_collections', topic: 'merchandising.collections_changed', run },
];

export async function readGoodsRevision(db: Db): Promise<bigint> {
  const { rows } = await sql<{ number: bigint }>`select number from analytics.goods_revision`.execute(db);
  return rows[0]?.number ?? 0n;
}

/** The products that changed after a revision; `undefined`: all are to be read. */
export async function readChangedProducts(db: Db, after: bigint): Promise<Id<'product'>[] | undefined> {
  const { rows: revisions } = await sql<{ isAll: boolean }>`
    select all_since > ${after} as "isAll" from analytics.goods_revision`.execute(db);
  if (revisions[0]?.isAll ?? true) return undefined;
  const { rows } = await sql<{ id: string }>`
    select product_id as id from analytics.changed_product where number > ${after} order by product_id`.execute(
    db,
  );
  return rows.flatMap(({ id }) => parseId<'product'>(id) ?? []);
}
