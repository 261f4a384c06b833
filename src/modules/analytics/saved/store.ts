import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Exploration, ExplorationId } from './exploration.ts';

type Row = Omit<Exploration, 'isShared' | 'savedAt'> & { is_shared: boolean; saved_at: Temporal.Instant };

const COLUMNS = sql.raw('id, name, query, owner, is_shared, version, saved_at');
const MOST_SHOWN = 1_000;

/** What somebody sees: their own and everybody's, by name. */
export async function readExplorations(db: Db, owner: string): Promise<readonly Exploration[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from analytics.exploration where owner = ${owner} or is_shared
    order by name, id limit ${MOST_SHOWN}`.execute(db);
  return rows.map(explorationOf);
}

/** Of one that is changed or forgotten: nobody else does either meanwhile. */
export async function lockExploration(
  tx: Tx,
  { id, owner }: Pick<Exploration, 'id' | 'owner'>,
): Promise<Exploration | undefined> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from analytics.exploration where id = ${id} and owner = ${owner} for update`.execute(
    tx,
  );
  return rows[0] && explorationOf(rows[0]);
}

/** One after the other for each person, so that the limit holds. */
export async function countExplorations(tx: Tx, owner: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`explorations ${owner}`}, 0))`.execute(tx);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from analytics.exploration where owner = ${owner}`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Keeps it in place of what is there under its id; `false`: its owner has another of that name. */
export async function keepExploration(tx: Tx, kept: Exploration): Promise<boolean> {
  const { rows } = await sql`
    insert into analytics.exploration (id, name, query, owner, is_shared, version, saved_at)
    select given.* from (values (${kept.id}::uuid, ${kept.name}::text, ${kept.query}::text, ${kept.owner}::text,
      ${kept.isShared}::boolean, ${kept.version}::bigint, ${kept.savedAt.toString()}::timestamptz)) as given (id, name, query,
      owner, is_shared, version, saved_at)
    where not exists (select 1 from analytics.exploration other
      where other.owner = given.owner and other.name = given.name and other.id <> given.id)
    on conflict (id) do update set name = excluded.name, query = excluded.query, is_shared = excluded.is_shared,
      version = excluded.version, saved_at = excluded.saved_at
    returning id`.execute(tx);
  return rows.length > 0;
}

export async function deleteExploration(tx: Tx, id: ExplorationId): Promise<void> {
  await sql`delete from analytics.exploration where id = ${id}`.execute(tx);
}

function explorationOf({ is_shared: isShared, saved_at: savedAt, ...row }: Row): Exploration {
  return { ...row, isShared, savedAt };
}
