import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { LIMITS } from './limits.ts';
import type { ProductId } from './product.ts';
import { tellProductsChanged } from './tell-changed.ts';

export type RelationKind = 'related' | 'cross_sell' | 'up_sell';

/** Products shown beside another, each list in the manager's order. */
export type Relations = {
  readonly related: readonly ProductId[];
  readonly crossSell: readonly ProductId[];
  readonly upSell: readonly ProductId[];
};

/** Replaces one list of related products; the same list again writes nothing. */
export async function setRelations(
  tx: Tx,
  productId: ProductId,
  kind: RelationKind,
  relatedIds: readonly ProductId[],
): Promise<Result<undefined, Refusal<'not_found' | 'too_many' | 'to_itself'>>> {
  const ids = [...new Set(relatedIds)];
  if (ids.length > LIMITS.relations) return refuse('too_many', `at most ${LIMITS.relations}`, 'relatedIds');
  if (ids.includes(productId)) return refuse('to_itself', 'a product is not related to itself', 'relatedIds');
  const { rows: present } = await sql<{ id: ProductId }>`
    select id from catalog.product where id = any(${[productId, ...ids]}::uuid[])
    order by handle for no key update`.execute(tx);
  const found = new Set(present.map((row) => row.id));
  const missing = [productId, ...ids].find((id) => !found.has(id));
  if (missing !== undefined) return refuse('not_found', `no product has the id ${missing}`, 'relatedIds');
  const { rows: before } = await sql<{ id: ProductId }>`
    select related_id as id from catalog.product_relation where product_id = ${productId} and kind = ${kind}
    order by position`.execute(tx);
  if (before.length === ids.length && before.every((row, place) => row.id === ids[place]))
    return ok(undefined);
  await sql`delete from catalog.product_relation where product_id = ${productId} and kind = ${kind}`.execute(
    tx,
  );
  await sql`
    insert into catalog.product_relation (product_id, related_id, kind, position)
    select ${productId}::uuid, id, ${kind}, place - 1
    from unnest(${ids}::uuid[]) with ordinality as given (id, place)`.execute(tx);
  await tellProductsChanged(tx, [productId], 'relations');
  return ok(undefined);
}

export async function readRelations(db: Db, productId: ProductId): Promise<Relations> {
  const { rows } = await sql<{ id: ProductId; kind: RelationKind }>`
    select related_id as id, kind from catalog.product_relation where product_id = ${productId}
    order by kind, position`.execute(db);
  const of = (kind: RelationKind) => rows.filter((row) => row.kind === kind).map((row) => row.id);
  return { related: of('related'), crossSell: of('cross_sell'), upSell: of('up_sell') };
}
