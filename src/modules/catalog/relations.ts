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

/** One list of a product, whole. */
export type RelationList = {
  readonly productId: ProductId;
  readonly kind: RelationKind;
  readonly relatedIds: readonly ProductId[];
};

export type RelationRefusal = Refusal<'not_found' | 'too_many' | 'to_itself'>;

/** Replaces one list of related products; the same list again writes nothing. */
export async function setRelations(
  tx: Tx,
  productId: ProductId,
  kind: RelationKind,
  relatedIds: readonly ProductId[],
): Promise<Result<undefined, RelationRefusal>> {
  const [done] = await setManyRelations(tx, [{ productId, kind, relatedIds }]);
  return done ?? ok(undefined);
}

/**
 * Replaces these lists, with a number of statements that does not depend on theirs, and tells once of all
 * products whose lists changed. A refused list stays as it was and the others are set.
 *
 * @returns an answer a list, in their order
 */
export async function setManyRelations(
  tx: Tx,
  given: readonly RelationList[],
): Promise<Result<undefined, RelationRefusal>[]> {
  if (given.length === 0) return [];
  const lists = given.map((list) => ({ ...list, relatedIds: [...new Set(list.relatedIds)] }));
  const present = await lockProducts(tx, lists);
  const answers = lists.map((list) => listRefusal(list, present));
  const sound = new Map<string, RelationList>();
  for (const [place, list] of lists.entries()) {
    if (answers[place] === undefined) sound.set(keyOf(list), list);
  }
  const changed = await differing(tx, [...sound.values()]);
  await replaceLists(tx, changed);
  await tellProductsChanged(tx, [...new Set(changed.map((list) => list.productId))], 'relations');
  return answers.map((refusal) => (refusal === undefined ? ok(undefined) : { ok: false, refusal }));
}

/** What stands beside each product; products without any are not in the map. One round trip. */
export async function readRelations(
  db: Db,
  productIds: readonly ProductId[],
): Promise<Map<ProductId, Relations>> {
  const groups = Map.groupBy(await selectLists(db, productIds), (list) => list.productId);
  return new Map(
    [...groups].map(([id, lists]) => {
      const of = (kind: RelationKind) => lists.find((list) => list.kind === kind)?.relatedIds ?? [];
      return [id, { related: of('related'), crossSell: of('cross_sell'), upSell: of('up_sell') }];
    }),
  );
}

// In one order, so that two who relate the same products wait for each other instead of forever.
async function lockProducts(tx: Tx, lists: readonly RelationList[]): Promise<ReadonlySet<ProductId>> {
  const ids = new Set(lists.flatMap((list) => [list.productId, ...list.relatedIds]));
  const { rows } = await sql<{ id: ProductId }>`
    select id from catalog.product where id = any(${[...ids]}::uuid[])
    order by handle for no key update`.execute(tx);
  return new Set(rows.map((row) => row.id));
}

function listRefusal(list: RelationList, present: ReadonlySet<ProductId>): RelationRefusal | undefined {
  const { productId, relatedIds } = list;
  if (relatedIds.length > LIMITS.relations)
    return refuse('too_many', `at most ${LIMITS.relations}`, 'relatedIds').refusal;
  if (relatedIds.includes(productId))
    return refuse('to_itself', 'a product is not related to itself', 'relatedIds').refusal;
  const missing = [productId, ...relatedIds].find((id) => !present.has(id));
  return missing === undefined
    ? undefined
    : refuse('not_found', `no product has the id ${missing}`, 'relatedIds').refusal;
}

async function differing(tx: Tx, lists: readonly RelationList[]): Promise<RelationList[]> {
  const before = new Map(
    (
      await selectLists(
        tx,
        lists.map((list) => list.productId),
      )
    ).map((list) => [keyOf(list), list.relatedIds.join()]),
  );
  return lists.filter((list) => (before.get(keyOf(list)) ?? '') !== list.relatedIds.join());
}

async function replaceLists(tx: Tx, lists: readonly RelationList[]): Promise<void> {
  if (lists.length === 0) return;
  await sql`
    delete from catalog.product_relation relation
    using unnest(${lists.map((list) => list.productId)}::uuid[], ${lists.map((list) => list.kind)}::text[])
      as given (product_id, kind)
    where relation.product_id = given.product_id and relation.kind = given.kind`.execute(tx);
  const rows = lists.flatMap(({ productId, kind, relatedIds }) =>
    relatedIds.map((relatedId, position) => ({ productId, kind, relatedId, position })),
  );
  await sql`
    insert into catalog.product_relation (product_id, related_id, kind, position)
    select * from unnest(${rows.map((row) => row.productId)}::uuid[],
      ${rows.map((row) => row.relatedId)}::uuid[], ${rows.map((row) => row.kind)}::text[],
      ${rows.map((row) => row.position)}::int[])`.execute(tx);
}

async function selectLists(db: Db, productIds: readonly ProductId[]): Promise<RelationList[]> {
  if (productIds.length === 0) return [];
  const { rows } = await sql<RelationList>`
    select product_id as "productId", kind, array_agg(related_id order by position) as "relatedIds"
    from catalog.product_relation where product_id = any(${productIds}::uuid[])
    group by product_id, kind`.execute(db);
  return rows;
}

function keyOf({ productId, kind }: RelationList): string {
  return `${productId} ${kind}`;
}
