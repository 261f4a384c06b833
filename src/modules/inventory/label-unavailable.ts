import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { VariantId } from '../catalog/index.ts';
import { STOCK_LIMIT } from './set-on-hand.ts';
import { tellLevelsChanged } from './tell-changed.ts';

/** Whether the shop says of a variant that is sold out about when it is back. */
export type ReturnLabel = { readonly variantId: VariantId; readonly isLabelled: boolean };

/**
 * Has the shop say, or not say any more, when variants are back while they are sold out and a day is known; the same again
 * writes nothing. Returns those of which it was otherwise, so that undoing is saying the contrary of them. Of two for one
 * variant the later counts.
 */
export async function labelUnavailable(
  tx: Tx,
  labels: readonly ReturnLabel[],
): Promise<{ readonly changed: VariantId[] }> {
  if (labels.length > STOCK_LIMIT) throw new RangeError(`at most ${STOCK_LIMIT} labels a call`);
  if (labels.length === 0) return { changed: [] };
  const wanted = [...new Map(labels.map((label) => [label.variantId, label])).values()];
  const { rows } = await sql<{ variant_id: VariantId }>`
    insert into inventory.policy as kept (variant_id, tells_return)
    select * from unnest(
      ${wanted.map(({ variantId }) => variantId)}::uuid[], ${wanted.map(({ isLabelled }) => isLabelled)}::bool[]
    ) as given (variant_id, tells_return)
    -- What is not said is not told: a label that only says so is not written.
    where tells_return or exists (select from inventory.policy where policy.variant_id = given.variant_id)
    order by variant_id
    on conflict (variant_id) do update set tells_return = excluded.tells_return
    where kept.tells_return <> excluded.tells_return
    returning variant_id`.execute(tx);
  const changed = rows.map((row) => row.variant_id);
  await tellLevelsChanged(tx, changed);
  return { changed };
}

/** Of which of these variants the shop says when they are back. */
export async function readLabelled(db: Db, variantIds: readonly VariantId[]): Promise<Set<VariantId>> {
  if (variantIds.length === 0) return new Set();
  const { rows } = await sql<{ variant_id: VariantId }>`
    select variant_id from inventory.policy
    where variant_id = any(${variantIds}::uuid[]) and tells_return`.execute(db);
  return new Set(rows.map((row) => row.variant_id));
}

/** Tells of those whose day of return is shown and may be another now. */
export async function tellReturns(tx: Tx, variantIds: Iterable<VariantId>): Promise<void> {
  const labelled = await readLabelled(tx, [...new Set(variantIds)]);
  await tellLevelsChanged(tx, [...labelled]);
}
