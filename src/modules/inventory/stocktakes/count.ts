import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { readProductIdsOfVariants } from '../../catalog/index.ts';
import { readLocations } from '../locations.ts';
import { linesOf } from './lines.ts';
import {
  type CloseRefusal,
  type CountRefusal,
  type OpenRefusal,
  STOCKTAKE_ITEMS,
  type Stocktake,
  type StocktakeDraft,
  type StocktakeEntry,
  type StocktakeId,
} from './stocktake.ts';
import {
  insertEntries,
  insertStocktake,
  lockStocktake,
  noteStocktakeClosed,
  readStocktake,
} from './store.ts';

type Doing = { readonly now: Temporal.Instant; readonly actor: string };

/** Opens a stocktake. The shop goes on selling meanwhile. */
export async function openStocktake(
  tx: Tx,
  { draft, now, actor }: Doing & { readonly draft: StocktakeDraft },
): Promise<Result<Stocktake, OpenRefusal>> {
  const { locationId, variantIds = [] } = draft;
  if (variantIds.length > STOCKTAKE_ITEMS)
    throw new RangeError(`at most ${STOCKTAKE_ITEMS} goods a stocktake`);
  if (!(await readLocations(tx)).some(({ id }) => id === locationId)) {
    return refuse('unknown_location', `no location has the id ${locationId}`, 'locationId');
  }
  const refusal = await unknownRefusal(tx, variantIds, (index) => `variantIds[${index}]`);
  if (refusal !== undefined) return { ok: false, refusal };
  const id = newId<'stocktake'>();
  await insertStocktake(tx, id, { ...draft, at: now, by: actor });
  return found(await readStocktake(tx, id), id);
}

/**
 * Keeps what somebody saw, each with what the books had at that moment. Goods that were not to be counted are counted
 * too: they are there. What several people see of one variant is added up.
 */
export async function countItems(
  tx: Tx,
  input: Doing & { readonly id: StocktakeId; readonly entries: readonly StocktakeEntry[] },
): Promise<Result<Stocktake, CountRefusal>> {
  const { id, entries, now, actor } = input;
  const stocktake = await lockStocktake(tx, id);
  if (stocktake === undefined) return found(undefined, id);
  if (stocktake.state !== 'open') return notOpen(stocktake);
  const ids = entries.map(({ variantId }) => variantId);
  const refusal = await unknownRefusal(tx, ids, (index) => `entries[${index}].variantId`);
  if (refusal !== undefined) return { ok: false, refusal };
  await insertEntries(tx, { stocktake, entries, at: now, by: actor });
  const { rows } = await sql<{ variant_id: string }>`
    with ${linesOf(id)} select variant_id from line where counted < 0 order by variant_id limit 1`.execute(
    tx,
  );
  const [below] = rows;
  if (below !== undefined) {
    return refuse('below_zero', 'more would be taken back than was counted', below.variant_id);
  }
  return found(await readStocktake(tx, id), id);
}

/** Gives a stocktake up: stock stays as it is. */
export async function cancelStocktake(
  tx: Tx,
  { id, now, actor }: Doing & { readonly id: StocktakeId },
): Promise<Result<Stocktake, CloseRefusal>> {
  const stocktake = await lockStocktake(tx, id);
  if (stocktake === undefined) return found(undefined, id);
  if (stocktake.state !== 'open') return notOpen(stocktake);
  await noteStocktakeClosed(tx, id, { at: now, by: actor, state: 'cancelled' });
  return found(await readStocktake(tx, id), id);
}

export function found(
  stocktake: Stocktake | undefined,
  id: StocktakeId,
): Result<Stocktake, Refusal<'not_found'>> {
  return stocktake === undefined ? refuse('not_found', `no stocktake has the id ${id}`, 'id') : ok(stocktake);
}

export function notOpen({ number, state }: Stocktake) {
  return refuse('not_open', `${number} is ${state}`, 'id');
}

async function unknownRefusal(
  tx: Tx,
  ids: readonly StocktakeEntry['variantId'][],
  fieldOf: (index: number) => string,
): Promise<Refusal<'unknown_variant'> | undefined> {
  const known = await readProductIdsOfVariants(tx, [...new Set(ids)]);
  const index = ids.findIndex((id) => !known.has(id));
  return index < 0 ? undefined : refuse('unknown_variant', 'no variant has this id', fieldOf(index)).refusal;
}
