import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { Policy } from '../level.ts';
import type { BackorderTerms } from '../reservation.ts';

type PolicyRow = {
  variant_id: VariantId;
  is_tracked: boolean;
  may_backorder: boolean;
  low_stock_at: number | null;
};

/** The policies that somebody has set; a variant without one is tracked and not backordered. */
export async function readPolicies(
  db: Db,
  variantIds: readonly VariantId[],
): Promise<Map<VariantId, Policy>> {
  if (variantIds.length === 0) return new Map();
  const { rows } = await sql<PolicyRow>`
    select variant_id, is_tracked, may_backorder, low_stock_at from inventory.policy
    where variant_id = any(${variantIds}::uuid[])`.execute(db);
  return new Map(
    rows.map((row) => [
      row.variant_id,
      {
        variantId: row.variant_id,
        isTracked: row.is_tracked,
        mayBackorder: row.may_backorder,
        lowStockAt: row.low_stock_at ?? undefined,
      },
    ]),
  );
}

/** Writes the policies that differ and returns whose they are. */
export async function upsertPolicies(tx: Tx, policies: readonly Policy[]): Promise<VariantId[]> {
  if (policies.length === 0) return [];
  const { rows } = await sql<{ variant_id: VariantId }>`
    insert into inventory.policy as kept (variant_id, is_tracked, may_backorder, low_stock_at)
    select * from unnest(
      ${policies.map((policy) => policy.variantId)}::uuid[],
      ${policies.map((policy) => policy.isTracked)}::bool[],
      ${policies.map((policy) => policy.mayBackorder)}::bool[],
      ${policies.map((policy) => policy.lowStockAt ?? null)}::int[]
    ) as given (variant_id, is_tracked, may_backorder, low_stock_at)
    -- What is not said is this already: a policy that only says so is not written.
    where (is_tracked, may_backorder, low_stock_at) is distinct from (true, false, null::int)
      or exists (select from inventory.policy where policy.variant_id = given.variant_id)
    order by variant_id
    on conflict (variant_id) do update set is_tracked = excluded.is_tracked,
      may_backorder = excluded.may_backorder, low_stock_at = excluded.low_stock_at
    where (kept.is_tracked, kept.may_backorder, kept.low_stock_at)
      is distinct from (excluded.is_tracked, excluded.may_backorder, excluded.low_stock_at)
    returning variant_id`.execute(tx);
  return rows.map((row) => row.variant_id);
}

type TermsRow = {
  variant_id: VariantId;
  backorder_limit: number | null;
  is_preorder: boolean;
  available_from: Temporal.Instant | null;
  preorder_limit: number | null;
};

/** The terms of variants that are sold beyond their stock within limits or before they are there. */
export async function readBackorderTerms(
  db: Db,
  variantIds: readonly VariantId[],
): Promise<Map<VariantId, BackorderTerms>> {
  if (variantIds.length === 0) return new Map();
  const { rows } = await sql<TermsRow>`
    select variant_id, backorder_limit, is_preorder, available_from, preorder_limit from inventory.policy
    where variant_id = any(${variantIds}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.variant_id, termsOf(row)]));
}

/** Writes the terms that differ and returns whose they are. */
export async function upsertTerms(tx: Tx, terms: readonly BackorderTerms[]): Promise<VariantId[]> {
  if (terms.length === 0) return [];
  const { rows } = await sql<{ variant_id: VariantId }>`
    insert into inventory.policy as kept
      (variant_id, backorder_limit, is_preorder, available_from, preorder_limit)
    select * from unnest(
      ${terms.map((one) => one.variantId)}::uuid[],
      ${terms.map((one) => one.backorderLimit ?? null)}::int[],
      ${terms.map((one) => one.preorder !== undefined)}::bool[],
      ${terms.map((one) => one.preorder?.availableFrom.toString() ?? null)}::timestamptz[],
      ${terms.map((one) => one.preorder?.limit ?? null)}::int[]
    ) as given (variant_id, backorder_limit, is_preorder, available_from, preorder_limit)
    order by variant_id
    on conflict (variant_id) do update set backorder_limit = excluded.backorder_limit,
      is_preorder = excluded.is_preorder, available_from = excluded.available_from,
      preorder_limit = excluded.preorder_limit
    where (kept.backorder_limit, kept.is_preorder, kept.available_from, kept.preorder_limit) is distinct from
      (excluded.backorder_limit, excluded.is_preorder, excluded.available_from, excluded.preorder_limit)
    returning variant_id`.execute(tx);
  return rows.map((row) => row.variant_id);
}

/** Ends the preorders whose day has come, and returns whose they were. */
export async function endPreorders(tx: Tx, now: Temporal.Instant): Promise<VariantId[]> {
  const { rows } = await sql<{ variant_id: VariantId }>`
    update inventory.policy set is_preorder = false where variant_id in (
      select variant_id from inventory.policy
      where is_preorder and available_from <= ${now.toString()}::timestamptz
      order by variant_id for update)
    returning variant_id`.execute(tx);
  return rows.map((row) => row.variant_id);
}

function termsOf(row: TermsRow): BackorderTerms {
  const { variant_id: variantId, available_from: availableFrom } = row;
  const isPreorder = row.is_preorder && availableFrom !== null;
  const preorder = isPreorder ? { availableFrom, limit: row.preorder_limit ?? undefined } : undefined;
  return { variantId, backorderLimit: row.backorder_limit ?? undefined, preorder };
}
