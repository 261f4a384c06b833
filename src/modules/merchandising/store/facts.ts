import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { ProductId } from '../../catalog/index.ts';
import type { ProductFacts } from '../facts.ts';

// Any constants do; every process must use the same ones.
const MEMBERSHIP_LOCK = 7_312_040;

/** Many edits of products at a time, but none while a rule is changing: an edit could miss the new rule. */
export async function lockForRefresh(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${MEMBERSHIP_LOCK})`.execute(tx);
}

/** One change of rules at a time, alone. Held until the transaction ends. */
export async function lockForRules(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${MEMBERSHIP_LOCK})`.execute(tx);
}

type Row = { product_id: ProductId; facts: ProductFacts | null };

/**
 * The facts kept of these products, locked in the order of their ids, so that of two refreshes of one product the
 * second reads what the first wrote. A product without facts gets an empty row, because what is not there cannot be
 * locked; it is not in the answer.
 */
export async function lockFacts(
  tx: Tx,
  productIds: readonly ProductId[],
): Promise<Map<ProductId, ProductFacts>> {
  await sql`
    insert into merchandising.product_facts (product_id, facts)
    select id, 'null'::jsonb from unnest(${productIds}::uuid[]) as id order by id
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<Row>`
    select product_id, facts from merchandising.product_facts
    where product_id = any(${productIds}::uuid[]) order by product_id for update`.execute(tx);
  return factsById(rows);
}

export async function writeFacts(tx: Tx, facts: ReadonlyMap<ProductId, ProductFacts>): Promise<void> {
  if (facts.size === 0) return;
  await sql`
    update merchandising.product_facts set facts = given.facts::jsonb
    from unnest(${[...facts.keys()]}::uuid[], ${[...facts.values()].map((one) => JSON.stringify(one))}::text[])
      as given (product_id, facts)
    where product_facts.product_id = given.product_id`.execute(tx);
}

export async function deleteFacts(tx: Tx, productIds: readonly ProductId[]): Promise<void> {
  if (productIds.length === 0) return;
  await sql`delete from merchandising.product_facts where product_id = any(${productIds}::uuid[])`.execute(
    tx,
  );
}

export type FactsPage = {
  readonly facts: Map<ProductId, ProductFacts>;
  /** Give it as the next page's `after`; `undefined` when this was the last. */
  readonly last: ProductId | undefined;
};

/**
 * The facts of the next products in order of id, only the fields asked for. `isLocked` keeps them from being
 * refreshed until the transaction ends.
 */
export async function readFactsPage(
  db: Db,
  input: {
    readonly after: ProductId | undefined;
    readonly limit: number;
    readonly fields: readonly string[];
    readonly isLocked: boolean;
  },
): Promise<FactsPage> {
  const lock = input.isLocked ? sql`for update` : sql``;
  const { rows } = await sql<Row>`
    select product_id, case when facts = 'null' then null else (
      select coalesce(jsonb_object_agg(field, facts -> field) filter (where facts ? field), '{}')
      from unnest(${input.fields}::text[]) as field) end as facts
    from merchandising.product_facts
    where product_id > coalesce(${input.after ?? null}::uuid, '00000000-0000-0000-0000-000000000000')
    order by product_id limit ${input.limit} ${lock}`.execute(db);
  const last = rows.length === input.limit ? rows.at(-1)?.product_id : undefined;
  return { facts: factsById(rows), last };
}

/** Units sold in the last 30 days; 0 for a product that nobody told about. */
export async function readSales(db: Db, productIds: readonly ProductId[]): Promise<Map<ProductId, number>> {
  const { rows } = await sql<{ product_id: ProductId; sales: number }>`
    select id as product_id, coalesce((facts -> 'sales_30d' ->> 0)::int, 0) as sales
    from unnest(${productIds}::uuid[]) as id
    left join merchandising.product_facts on product_facts.product_id = id`.execute(db);
  return new Map(rows.map((row) => [row.product_id, row.sales]));
}

function factsById(rows: readonly Row[]): Map<ProductId, ProductFacts> {
  return new Map(rows.flatMap((row) => (row.facts === null ? [] : [[row.product_id, row.facts] as const])));
}
