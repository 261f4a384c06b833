import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { LocationId } from '../level.ts';
import type { Act } from '../transfers/transfer.ts';
import { linesOf } from './lines.ts';
import type {
  Stocktake,
  StocktakeDraft,
  StocktakeEntry,
  StocktakeId,
  StocktakeProgress,
  StocktakeState,
} from './stocktake.ts';

type StocktakeRow = {
  id: StocktakeId;
  number: bigint;
  location_id: LocationId;
  name: string;
  scope: 'all' | 'listed';
  is_blind: boolean;
  state: StocktakeState;
  opened_at: Temporal.Instant;
  opened_by: string;
  closed_at: Temporal.Instant | null;
  closed_by: string | null;
};

const COLUMNS = sql`id, number, location_id, name, scope, is_blind, state, opened_at, opened_by, closed_at, closed_by`;

export async function readStocktake(db: Db, id: StocktakeId): Promise<Stocktake | undefined> {
  const { rows } = await sql<StocktakeRow>`
    select ${COLUMNS} from inventory.stocktake where id = ${id}`.execute(db);
  const [row] = rows;
  return row === undefined ? undefined : stocktakeOf(row, await readProgress(db, id));
}

export async function lockStocktake(tx: Tx, id: StocktakeId): Promise<Stocktake | undefined> {
  await sql`select from inventory.stocktake where id = ${id} for update`.execute(tx);
  return readStocktake(tx, id);
}

/** The latest first, from before the number `before` on. */
export async function listStocktakes(
  db: Db,
  asked: {
    readonly state?: StocktakeState | undefined;
    readonly locationId?: LocationId | undefined;
    readonly before?: bigint | undefined;
    readonly limit: number;
  },
): Promise<Stocktake[]> {
  const { state, locationId, before } = asked;
  const { rows } = await sql<StocktakeRow>`
    select ${COLUMNS} from inventory.stocktake
    where (${state ?? null}::text is null or state = ${state ?? null}::text)
      and (${locationId ?? null}::uuid is null or location_id = ${locationId ?? null}::uuid)
      and (${before ?? null}::bigint is null or number < ${before ?? null}::bigint)
    order by number desc limit ${asked.limit}`.execute(db);
  return Promise.all(rows.map(async (row) => stocktakeOf(row, await readProgress(db, row.id))));
}

async function readProgress(db: Db, id: StocktakeId): Promise<StocktakeProgress> {
  const { rows } = await sql<{ lines: bigint; counted: bigint; different: bigint; people: string[] | null }>`
    with ${linesOf(id)}
    select count(*) as lines, count(counted) as counted, count(*) filter (where counted <> expected) as different,
      (select array_agg(distinct counted_by order by counted_by) from entry) as people
    from line`.execute(db);
  const [row] = rows;
  return {
    lines: Number(row?.lines ?? 0n),
    counted: Number(row?.counted ?? 0n),
    different: Number(row?.different ?? 0n),
    people: row?.people ?? [],
  };
}

export async function insertStocktake(
  tx: Tx,
  id: StocktakeId,
  { locationId, name, isBlind, variantIds, at, by }: StocktakeDraft & Act,
): Promise<void> {
  const scope = variantIds === undefined ? 'all' : 'listed';
  await sql`
    insert into inventory.stocktake (id, location_id, name, scope, is_blind, opened_at, opened_by)
    values (${id}, ${locationId}, ${name}, ${scope}, ${isBlind}, ${at.toString()}::timestamptz, ${by})`.execute(
    tx,
  );
  await sql`
    insert into inventory.stocktake_item (stocktake_id, variant_id)
    select distinct ${id}::uuid, given.id from unnest(${variantIds ?? []}::uuid[]) as given (id)`.execute(tx);
}

/** Keeps what was seen, with what the books have at this moment. */
export async function insertEntries(
  tx: Tx,
  input: Act & {
    readonly stocktake: Pick<Stocktake, 'id' | 'locationId'>;
    readonly entries: readonly StocktakeEntry[];
  },
): Promise<void> {
  const { stocktake, entries, at, by } = input;
  await sql`
    insert into inventory.stocktake_entry
      (stocktake_id, variant_id, quantity, is_anew, on_hand, counted_by, counted_at)
    select ${stocktake.id}::uuid, given.variant_id, given.quantity, given.is_anew, coalesce(level.on_hand, 0),
      ${by}::text, ${at.toString()}::timestamptz
    from unnest(
      ${entries.map((entry) => entry.variantId)}::uuid[], ${entries.map((entry) => entry.quantity)}::int[],
      ${entries.map((entry) => entry.isAnew)}::bool[]
    ) with ordinality as given (variant_id, quantity, is_anew, turn)
    left join inventory.level on level.variant_id = given.variant_id and level.location_id = ${stocktake.locationId}
    order by turn`.execute(tx);
}

/** What approving makes of it: counted lines, and those that were not seen where they count as none. */
export async function insertResults(
  tx: Tx,
  input: {
    readonly id: StocktakeId;
    readonly areUncountedNone: boolean;
    readonly leavesOut: readonly VariantId[];
  },
): Promise<{ readonly variantId: VariantId; readonly difference: number }[]> {
  const { id, areUncountedNone, leavesOut } = input;
  const { rows } = await sql<{ variantId: VariantId; difference: number }>`
    with ${linesOf(id)}
    insert into inventory.stocktake_result (stocktake_id, variant_id, expected, counted)
    select ${id}::uuid, variant_id, expected, coalesce(counted, 0) from line
    where (counted is not null or ${areUncountedNone}) and variant_id <> all(${leavesOut}::uuid[])
    order by variant_id
    returning variant_id as "variantId", counted - expected as difference`.execute(tx);
  return rows;
}

export async function noteStocktakeClosed(
  tx: Tx,
  id: StocktakeId,
  { at, by, state }: Act & { readonly state: 'approved' | 'cancelled' },
): Promise<void> {
  await sql`
    update inventory.stocktake set state = ${state}, closed_at = ${at.toString()}::timestamptz, closed_by = ${by}
    where id = ${id}`.execute(tx);
}

function stocktakeOf(row: StocktakeRow, progress: StocktakeProgress): Stocktake {
  const closed = row.closed_at === null ? undefined : { at: row.closed_at, by: row.closed_by ?? '' };
  return {
    ...{ id: row.id, number: `C-${row.number}`, locationId: row.location_id, name: row.name },
    ...{ scope: row.scope, isBlind: row.is_blind, state: row.state, closed, progress },
    opened: { at: row.opened_at, by: row.opened_by },
  };
}
