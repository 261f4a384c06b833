import { sql } from 'kysely';
import type { Connection, Db } from '../database/index.ts';
import { holdJobs } from '../jobs/index.ts';
import type { Reaction } from '../outbox/index.ts';

/** That this database was restored, and from what. */
export type RestoredDatabase = {
  readonly restoredAt: Temporal.Instant;
  /** The state is the shop's of then. */
  readonly at: Temporal.Instant;
  readonly backup: string;
  /** What waited and was put aside when the shop opened; `undefined` until then. */
  readonly held: number | undefined;
};

// Numbers of events are shown to other programs, which take a number for one that they know already: those that were
// given out after the state must not come again.
const EVENTS_LEFT_OUT = 1_000_000;

export async function noteRestored(
  db: Db,
  {
    at,
    backup,
    now,
  }: { readonly at: Temporal.Instant; readonly backup: string; readonly now: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into platform.restored (restored_at, state_at, backup)
    values (${now.toString()}::timestamptz, ${at.toString()}::timestamptz, ${backup})`.execute(db);
  await sql`
    select setval(pg_get_serial_sequence('platform.outbox', 'id'),
      coalesce((select max(id) from platform.outbox), 0) + ${EVENTS_LEFT_OUT})`.execute(db);
}

/** The last time that this database was restored. */
export async function readRestored(db: Db): Promise<RestoredDatabase | undefined> {
  const { rows } = await sql<{
    restored_at: Temporal.Instant;
    state_at: Temporal.Instant;
    backup: string;
    held: number | null;
  }>`select restored_at, state_at, backup, held from platform.restored order by id desc limit 1`.execute(db);
  const [row] = rows;
  return (
    row && {
      ...{ restoredAt: row.restored_at, at: row.state_at, backup: row.backup },
      held: row.held ?? undefined,
    }
  );
}

/**
 * Before the first worker of a restored shop begins: jobs that reach the outside and waited at the moment of the backup are
 * put aside as dead letters. The shop that was lost may have done them. Does nothing the second time.
 *
 * @returns how many; `undefined` where nothing was restored
 */
export async function settleRestored(
  { db }: Pick<Connection, 'db'>,
  input: { readonly reactions: readonly Reaction[]; readonly isHeld: (name: string) => boolean },
): Promise<number | undefined> {
  const restored = await readRestored(db);
  if (restored === undefined || restored.held !== undefined) return undefined;
  const why =
    `Waited when the backup of ${restored.at} was taken, from which the shop was restored: it may have been done ` +
    'since. Look, then try it again or let it go.';
  const held = await holdJobs(db, { ...input, why });
  await sql`
    update platform.restored set settled_at = now(), held = ${held} where settled_at is null`.execute(db);
  return held;
}
