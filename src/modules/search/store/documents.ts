import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { SearchDocument } from '../document.ts';

// Any constant does; every process must use the same one.
const REVISION_LOCK = 7_312_060;

/** A document to keep, with the pictures that it shows or waits for. */
export type Drafted = { readonly document: SearchDocument; readonly assetIds: readonly string[] };

/**
 * One maker of documents at a time, until the commit. Taken before anything is read, so that of two that make the same
 * document the second sees what the first did not; and revisions become visible in their own order, so that an index
 * that has seen revision 7 can never miss a 6 that commits later.
 */
export async function lockDocuments(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${REVISION_LOCK})`.execute(tx);
}

/**
 * Writes the documents that differ from what is there, and tombstones for the products that are gone; returns the
 * products that changed. Needs {@link lockDocuments}.
 */
export async function writeDocuments(
  tx: Tx,
  { drafted, gone }: { readonly drafted: readonly Drafted[]; readonly gone: readonly string[] },
): Promise<string[]> {
  const written = await upsert(tx, drafted);
  const removed = await bury(tx, gone);
  return [...written, ...removed];
}

async function upsert(tx: Tx, drafted: readonly Drafted[]): Promise<string[]> {
  if (drafted.length === 0) return [];
  const rows = drafted.map(({ document, assetIds }) => ({
    product_id: document.productId,
    document,
    asset_ids: assetIds,
  }));
  const { rows: written } = await sql<{ product_id: string }>`
    with given as (
      select product_id, document, asset_ids
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as given (product_id uuid, document jsonb, asset_ids uuid[])
    ), differing as (
      select given.* from given left join search.document kept using (product_id)
      where kept.document is distinct from given.document or kept.asset_ids is distinct from given.asset_ids
    ), returned as (
      delete from search.removal using differing where removal.product_id = differing.product_id
    )
    insert into search.document (product_id, document, asset_ids, revision)
    select product_id, document, asset_ids, nextval('search.revision') from differing order by product_id
    on conflict (product_id) do update set
      document = excluded.document, asset_ids = excluded.asset_ids, revision = excluded.revision
    returning product_id`.execute(tx);
  return written.map((row) => row.product_id);
}

async function bury(tx: Tx, productIds: readonly string[]): Promise<string[]> {
  if (productIds.length === 0) return [];
  const { rows } = await sql<{ product_id: string }>`
    with gone as (
      delete from search.document where product_id = any(${productIds}::uuid[]) returning product_id
    )
    insert into search.removal (product_id, revision)
    select product_id, nextval('search.revision') from gone order by product_id
    on conflict (product_id) do update set revision = excluded.revision, removed_at = now()
    returning product_id`.execute(tx);
  return rows.map((row) => row.product_id);
}

export type Change = {
  readonly revision: bigint;
  readonly productId: string;
  /** Undefined: the product left. */
  readonly document: SearchDocument | undefined;
};

/** What changed after a revision, in the order of the revisions. */
export async function readChanges(db: Db, after: bigint, limit: number): Promise<Change[]> {
  const { rows } = await sql<{ product_id: string; revision: bigint; document: SearchDocument | null }>`
    (select product_id, revision, document from search.document
      where revision > ${after} order by revision limit ${limit})
    union all
    (select product_id, revision, null from search.removal
      where revision > ${after} order by revision limit ${limit})
    order by revision limit ${limit}`.execute(db);
  return rows.map((row) => ({
    revision: row.revision,
    productId: row.product_id,
    document: row.document ?? undefined,
  }));
}

export type Projection = {
  /** Of this database's documents. */
  readonly identity: string;
  readonly locales: readonly string[];
  /** The newest revision that is visible; 0 when nothing was ever written. */
  readonly revision: bigint;
  readonly documents: number;
};

export async function readProjection(db: Db): Promise<Projection> {
  const { rows } = await sql<{ identity: string; locales: string[]; revision: bigint; documents: number }>`
    select identity, locales,
      greatest(
        coalesce((select max(revision) from search.document), 0),
        coalesce((select max(revision) from search.removal), 0)) as revision,
      (select count(*)::int from search.document) as documents
    from search.projection`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('search.projection lost its row');
  return row;
}

/** Notes the languages that documents are made in; whether they differ from those before. */
export async function noteLocales(tx: Tx, locales: readonly string[]): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update search.projection set locales = ${locales}::text[] where locales <> ${locales}::text[]`.execute(
    tx,
  );
  return numAffectedRows > 0n;
}

/** The products whose document shows or waits for one of these pictures. */
export async function productsWithAssets(db: Db, assetIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ product_id: string }>`
    select product_id from search.document where asset_ids && ${assetIds}::uuid[] order by product_id`.execute(
    db,
  );
  return rows.map((row) => row.product_id);
}

/** The products with documents after one and up to another (or the last), those in `except` left out. */
export async function documentsBetween(
  db: Db,
  range: {
    readonly after: string | undefined;
    readonly upTo: string | undefined;
    readonly except: readonly string[];
  },
): Promise<string[]> {
  const { rows } = await sql<{ product_id: string }>`
    select product_id from search.document
    where (${range.after ?? null}::uuid is null or product_id > ${range.after ?? null}::uuid)
      and (${range.upTo ?? null}::uuid is null or product_id <= ${range.upTo ?? null}::uuid)
      and product_id <> all(${range.except}::uuid[])`.execute(db);
  return rows.map((row) => row.product_id);
}

/** Forgets tombstones that every index has long seen: an older snapshot is not used. */
export async function pruneRemovals(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`delete from search.removal where removed_at < ${before.toString()}::timestamptz`.execute(db);
}
