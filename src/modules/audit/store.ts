import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { Entry, EntryId } from './entry.ts';

const COLUMNS = sql.raw<unknown>(
  `entry.id, happened_at as "at", attempt_id as "attemptId", actor, actor_name as "actorName",
  session_id as "sessionId", operation, summary, kind, subject_id as "subjectId", outcome, code, ip,
  user_agent as "userAgent", differences`,
);

/** Keeps the entry and marks it as waiting for its seal, in one statement. */
export async function insertEntry(db: Db, entry: Entry): Promise<void> {
  await sql`
    with kept as (
      insert into audit.entry (id, happened_at, attempt_id, actor, actor_name, session_id, operation, summary,
        kind, subject_id, outcome, code, ip, user_agent, differences)
      values (${entry.id}, ${entry.at.toString()}, ${entry.attemptId}, ${entry.actor}, ${entry.actorName},
        ${entry.sessionId}, ${entry.operation}, ${entry.summary}, ${entry.kind}, ${entry.subjectId},
        ${entry.outcome}, ${entry.code}, ${entry.ip}, ${entry.userAgent},
        ${JSON.stringify(entry.differences)}::jsonb)
      returning id)
    insert into audit.unsealed (entry_id) select id from kept`.execute(db);
}

/** What an entry has to be to be listed; nothing given, every one is. */
export type EntryFilter = {
  readonly actor?: string;
  readonly kind?: string;
  readonly subjectId?: string;
  readonly operation?: string;
  readonly outcome?: Entry['outcome'];
  /** Ids between these: ids begin with their moment. */
  readonly from?: EntryId;
  readonly before?: EntryId;
  /** Of a query of `tsquery`: words by their beginnings. */
  readonly words?: string;
};

/** Entries, the latest first. */
export async function selectEntries(db: Db, filter: EntryFilter, limit: number): Promise<Entry[]> {
  const { actor, kind, subjectId, operation, outcome, from, before, words } = filter;
  const wanted: readonly (RawBuilder<unknown> | undefined)[] = [
    actor === undefined ? undefined : sql`actor = ${actor}`,
    kind === undefined ? undefined : sql`kind = ${kind}`,
    subjectId === undefined ? undefined : sql`subject_id = ${subjectId}`,
    operation === undefined ? undefined : sql`operation = ${operation}`,
    outcome === undefined ? undefined : sql`outcome = ${outcome}`,
    from === undefined ? undefined : sql`id >= ${from}`,
    before === undefined ? undefined : sql`id < ${before}`,
  ];
  const conditions = wanted.filter((one) => one !== undefined);
  const where = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
  if (words !== undefined) return selectByWords(db, { words, where, limit });
  const { rows } = await sql<Entry>`
    select ${COLUMNS} from audit.entry where ${where} order by id desc limit ${limit}`.execute(db);
  return rows;
}

/** A word of which fewer than a page stand in so many entries has few in all. */
const LATEST = 20_000;

/**
 * A word that many entries have is met soon among the latest; one that few have is found by the index of words. The
 * statement cannot choose by itself: it does not know how many there are.
 */
async function selectByWords(
  db: Db,
  { words, where, limit }: { words: string; where: RawBuilder<unknown>; limit: number },
): Promise<Entry[]> {
  const has = sql`words @@ to_tsquery('simple', ${words})`;
  const latest = await sql<Entry>`
    select ${COLUMNS} from (
      select * from audit.entry where ${where} order by id desc limit ${LATEST}
    ) entry where ${has} order by id desc limit ${limit}`.execute(db);
  if (latest.rows.length >= limit) return latest.rows;
  const { rows } = await sql<Entry>`
    with found as materialized (select id from audit.entry where ${has})
    select ${COLUMNS} from audit.entry where ${where} and id in (select id from found)
    order by id desc limit ${limit}`.execute(db);
  return rows;
}

export async function selectEntry(db: Db, id: EntryId): Promise<Entry | undefined> {
  const { rows } = await sql<Entry>`select ${COLUMNS} from audit.entry where id = ${id}`.execute(db);
  return rows[0];
}

/** The next entries to be sealed, in the order of what happened. */
export async function selectUnsealed(tx: Tx, limit: number): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select ${COLUMNS} from audit.unsealed join audit.entry on entry.id = entry_id
    order by entry_id limit ${limit}`.execute(tx);
  return rows;
}

export type Seal = { readonly position: bigint; readonly entryId: EntryId; readonly hash: Buffer };

export async function insertSeals(tx: Tx, seals: readonly Seal[]): Promise<void> {
  const positions = seals.map(({ position }) => String(position));
  const entryIds = seals.map(({ entryId }) => entryId);
  const hashes = seals.map(({ hash }) => hash.toString('hex'));
  await sql`
    with sealed as (
      insert into audit.seal (position, entry_id, hash)
      select position, entry_id, decode(hash, 'hex')
      from unnest(${positions}::bigint[], ${entryIds}::uuid[], ${hashes}::text[]) as made (position, entry_id, hash)
      returning entry_id)
    delete from audit.unsealed using sealed where unsealed.entry_id = sealed.entry_id`.execute(tx);
}

export async function selectLastSeal(db: Db): Promise<Pick<Seal, 'position' | 'hash'> | undefined> {
  const { rows } = await sql<Pick<Seal, 'position' | 'hash'>>`
    select position, hash from audit.seal order by position desc limit 1`.execute(db);
  return rows[0];
}

/** A seal with the entry that it is about, which somebody may have taken away. */
export type Sealed = Seal & { readonly entry: Entry | undefined };

export async function selectSealed(db: Db, after: bigint, limit: number): Promise<Sealed[]> {
  const { rows } = await sql<Seal & Partial<Entry>>`
    select position, entry_id as "entryId", hash, ${COLUMNS}
    from audit.seal left join audit.entry on entry.id = entry_id
    where position > ${after} order by position limit ${limit}`.execute(db);
  return rows.map(({ position, entryId, hash, ...entry }) => ({
    ...{ position, entryId, hash, entry: isWhole(entry) ? entry : undefined },
  }));
}

function isWhole(entry: Partial<Entry>): entry is Entry {
  return typeof entry.id === 'string';
}

/** An entry that has no seal and does not wait for one, if there is any. */
export async function selectForgotten(db: Db): Promise<EntryId | undefined> {
  const { rows } = await sql<{ id: EntryId }>`
    select id from audit.entry
    where not exists (select from audit.seal where entry_id = entry.id)
      and not exists (select from audit.unsealed where entry_id = entry.id)
    order by id limit 1`.execute(db);
  return rows[0]?.id;
}

export async function countUnsealed(db: Db): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`select count(*) as count from audit.unsealed`.execute(db);
  return Number(rows[0]?.count ?? 0n);
}

/** Held until the transaction ends: entries are sealed by one at a time. */
export async function lockChain(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${SEALER})`.execute(tx);
}

// Any constant does; all sealers must choose the same one.
const SEALER = 7_312_017;
