import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { ProductId } from '../../catalog/index.ts';
import type { Placement, PlacementKind } from '../collection.ts';
import type { CollectionId } from '../membership.ts';

/** The kind of the collection, kept from being edited by others until the transaction ends. */
export async function lockCollection(tx: Tx, id: CollectionId): Promise<'manual' | 'rule' | undefined> {
  const { rows } = await sql<{ kind: 'manual' | 'rule' }>`
    select kind from merchandising.collection where id = ${id} for no key update`.execute(tx);
  return rows[0]?.kind;
}

/** The collection's products, in the manager's order for a manual one. */
export async function readCollectionProducts(db: Db, id: CollectionId): Promise<ProductId[]> {
  const { rows } = await sql<{ product_id: ProductId }>`
    select product_id from merchandising.collection_product
    where collection_id = ${id} order by position, product_id`.execute(db);
  return rows.map((row) => row.product_id);
}

/** Which of these products have facts here: what the catalogue has told of. */
export async function knownProducts(db: Db, ids: readonly ProductId[]): Promise<Set<ProductId>> {
  const { rows } = await sql<{ product_id: ProductId }>`
    select product_id from merchandising.product_facts
    where product_id = any(${ids}::uuid[]) and facts <> 'null'`.execute(db);
  return new Set(rows.map((row) => row.product_id));
}

/**
 * Makes the list the collection's, in this order.
 *
 * @returns the products that entered, left or moved
 */
export async function writeOrder(
  tx: Tx,
  input: {
    readonly collectionId: CollectionId;
    readonly productIds: readonly ProductId[];
    readonly now: Temporal.Instant;
  },
): Promise<ProductId[]> {
  const { rows } = await sql<{ product_id: ProductId }>`
    with wanted as (
      select product_id, (ordinality - 1)::int as position
      from unnest(${input.productIds}::uuid[]) with ordinality as wanted (product_id, ordinality)
    ), gone as (
      delete from merchandising.collection_product
      where collection_id = ${input.collectionId} and product_id not in (select product_id from wanted)
      returning product_id
    ), written as (
      insert into merchandising.collection_product as kept (collection_id, product_id, position, entered_at)
      select ${input.collectionId}::uuid, product_id, position, ${input.now.toString()}::timestamptz from wanted
      on conflict (collection_id, product_id) do update set position = excluded.position
      where kept.position <> excluded.position
      returning product_id
    )
    select product_id from gone union all select product_id from written`.execute(tx);
  return rows.map((row) => row.product_id);
}

export async function readPlacements(db: Db, id: CollectionId): Promise<Placement[]> {
  const { rows } = await sql<{ product_id: ProductId; kind: PlacementKind; place: number | null }>`
    select product_id, kind, place from merchandising.placement
    where collection_id = ${id} order by kind, place, product_id`.execute(db);
  return rows.map((row) => ({ productId: row.product_id, kind: row.kind, place: row.place ?? undefined }));
}

/** Makes these the collection's placements; returns the products whose placement differs from before. */
export async function writePlacements(
  tx: Tx,
  id: CollectionId,
  placements: readonly Placement[],
): Promise<ProductId[]> {
  const { rows } = await sql<{ product_id: ProductId }>`
    with wanted as (
      select * from unnest(
        ${placements.map((one) => one.productId)}::uuid[], ${placements.map((one) => one.kind)}::text[],
        ${placements.map((one) => one.place ?? null)}::int[]) as wanted (product_id, kind, place)
    ), gone as (
      delete from merchandising.placement
      where collection_id = ${id} and product_id not in (select product_id from wanted)
      returning product_id
    ), written as (
      insert into merchandising.placement as kept (collection_id, product_id, kind, place)
      select ${id}::uuid, product_id, kind, place from wanted
      on conflict (collection_id, product_id) do update set kind = excluded.kind, place = excluded.place
      where (kept.kind, kept.place) is distinct from (excluded.kind, excluded.place)
      returning product_id
    )
    select product_id from gone union all select product_id from written`.execute(tx);
  return rows.map((row) => row.product_id);
}
