import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../database/index.ts';
import type { DeadLetter } from './dead-letter.ts';

/** Most letters that are resolved at once: a transaction that ends soon. */
export const MOST_RESOLVED = 1_000;

export type DeadLetterQuery = {
  readonly limit: number;
  readonly before?: bigint | undefined;
  /** The name of a reaction or of a job. */
  readonly name?: string | undefined;
};

/** Open dead letters, the latest first, page after page. */
export async function listDeadLetters(
  db: Db,
  { limit, before, name }: DeadLetterQuery,
): Promise<readonly DeadLetter[]> {
  const { rows } = await sql<Omit<DeadLetter, 'eventId'> & { eventId: bigint | null }>`
    select id, reaction, event_id as "eventId", job, payload, error, attempts, died_at as "diedAt"
    from platform.dead_letter where resolved_at is null and ${named(name)}
      and (${before ?? null}::bigint is null or id < ${before ?? null}::bigint)
    order by id desc limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, eventId: row.eventId ?? undefined }));
}

export type DeadKind = {
  readonly name: string;
  readonly count: number;
  readonly lastDiedAt: Temporal.Instant;
};

/** How many are open of each reaction and job. */
export async function countDeadLetters(db: Db): Promise<readonly DeadKind[]> {
  const { rows } = await sql<DeadKind>`
    select coalesce(nullif(reaction, ''), job) as name, count(*)::int as count, max(died_at) as "lastDiedAt"
    from platform.dead_letter where resolved_at is null group by 1 order by 2 desc, 1`.execute(db);
  return rows;
}

/**
 * Puts the open letters of one name, or all, in line again, the oldest first.
 *
 * @returns how many; `MOST_RESOLVED` when there may be more
 */
export async function retryDeadLetters(tx: Tx, name?: string): Promise<number> {
  const { rows } = await sql`
    with letter as (
      update platform.dead_letter set resolved_at = now() where ${oldest(name)}
      returning id, job, payload, reaction
    )
    select graphile_worker.add_job(job, payload::json,
      queue_name => case when reaction <> '' then 'reaction:' || reaction end)
    from (select * from letter order by id) as ordered`.execute(tx);
  return rows.length;
}

/** Closes the open letters of one name, or all, without doing their work. */
export async function dismissDeadLetters(tx: Tx, name?: string): Promise<number> {
  const { rows } = await sql`
    update platform.dead_letter set resolved_at = now() where ${oldest(name)} returning 1`.execute(tx);
  return rows.length;
}

function oldest(name: string | undefined): RawBuilder<unknown> {
  return sql`id in (select id from platform.dead_letter where resolved_at is null and ${named(name)}
    order by id limit ${MOST_RESOLVED} for update)`;
}

function named(name: string | undefined): RawBuilder<unknown> {
  return sql`(${name ?? null}::text is null or coalesce(nullif(reaction, ''), job) = ${name ?? null}::text)`;
}
