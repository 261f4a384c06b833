import { sql } from 'kysely';
import { type Db, keptPlan, type Tx } from '../../../platform/database/index.ts';
import type { ProductId } from '../../catalog/index.ts';
import type { CollectionPlace } from '../collection.ts';
import type { CollectionId, Membership, RuleCollection } from '../membership.ts';

/** The collections whose rule names one of these fields, or all that have a rule. */
export async function readRuleCollections(
  db: Db,
  naming: readonly string[] | 'any_field',
): Promise<RuleCollection[]> {
  const chosen = naming === 'any_field' ? sql`true` : sql`fields && ${naming}::text[]`;
  const { rows } = await sql<RuleCollection>`
    select id, rule, fields from merchandising.collection where kind = 'rule' and ${chosen}`.execute(db);
  return rows;
}

type PairRow = { collection_id: CollectionId; product_id: ProductId };

export async function readMembership(
  db: Db,
  input: { readonly collectionIds: readonly CollectionId[]; readonly productIds: readonly ProductId[] },
): Promise<Membership[]> {
  const { rows } = await sql<PairRow>`
    select collection_id, product_id from merchandising.collection_product
    where product_id = any(${input.productIds}::uuid[])
      and collection_id = any(${input.collectionIds}::uuid[])`.execute(db);
  return rows.map(membershipOf);
}

export async function enter(tx: Tx, pairs: readonly Membership[], now: Temporal.Instant): Promise<void> {
  if (pairs.length === 0) return;
  await sql`
    insert into merchandising.collection_product (collection_id, product_id, entered_at)
    select collection_id, product_id, ${now.toString()}::timestamptz
    from unnest(${pairs.map((pair) => pair.collectionId)}::uuid[], ${pairs.map((pair) => pair.productId)}::uuid[])
      as given (collection_id, product_id)`.execute(tx);
}

export async function leave(tx: Tx, pairs: readonly Membership[]): Promise<void> {
  if (pairs.length === 0) return;
  await sql`
    delete from merchandising.collection_product
    using unnest(${pairs.map((pair) => pair.collectionId)}::uuid[], ${pairs.map((pair) => pair.productId)}::uuid[])
      as given (collection_id, product_id)
    where collection_product.collection_id = given.collection_id
      and collection_product.product_id = given.product_id`.execute(tx);
}

/** Takes products out of every collection, by hand or by rule, with their places. */
export async function leaveAll(tx: Tx, productIds: readonly ProductId[]): Promise<Membership[]> {
  if (productIds.length === 0) return [];
  const { rows } = await sql<PairRow>`
    with unplaced as (
      delete from merchandising.placement where product_id = any(${productIds}::uuid[])
    )
    delete from merchandising.collection_product where product_id = any(${productIds}::uuid[])
    returning collection_id, product_id`.execute(tx);
  return rows.map(membershipOf);
}

/** Where each product stands in each of its collections; a product in none has an empty list. */
export async function collectionsOf(
  db: Db,
  productIds: readonly ProductId[],
): Promise<Map<ProductId, CollectionPlace[]>> {
  if (productIds.length === 0) return new Map();
  const { rows } = await sql<PairRow & { position: number; kind: string | null; place: number | null }>`
    select collection_id, product_id, member.position, placement.kind, placement.place
    from merchandising.collection_product member
    left join merchandising.placement using (collection_id, product_id)
    where product_id = any((select ${keptPlan(productIds)})::uuid[])
    order by product_id, collection_id`.execute(db);
  const places = new Map(productIds.map((id) => [id, [] as CollectionPlace[]]));
  for (const row of rows) {
    places.get(row.product_id)?.push({
      collectionId: row.collection_id,
      position: row.position,
      kind: (row.kind as CollectionPlace['kind'] | null) ?? undefined,
      place: row.place ?? undefined,
    });
  }
  return places;
}

function membershipOf(row: PairRow): Membership {
  return { collectionId: row.collection_id, productId: row.product_id };
}
