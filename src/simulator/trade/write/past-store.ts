import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';

/** What the demo's past is drawn from. */
export type Past = {
  readonly seed: number;
  readonly lastDay: Temporal.PlainDate;
  /** Ids of the notes on charts that came with it. */
  readonly notes: readonly string[];
  /** When it was whole. */
  readonly endedAt: Temporal.Instant | undefined;
};

/** @returns whether it is new: a shop has one past */
export async function insertPast(
  tx: Tx,
  { seed, lastDay, now }: { seed: number; lastDay: Temporal.PlainDate; now: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql`
    insert into simulator.past (seed, last_day, asked_at)
    values (${seed}, ${lastDay.toString()}::date, ${now.toString()}::timestamptz)
    on conflict do nothing returning 1`.execute(tx);
  return rows.length > 0;
}

export async function readPast(db: Db): Promise<Past | undefined> {
  const { rows } = await sql<{
    seed: number;
    last_day: Temporal.PlainDate;
    notes: string[];
    ended_at: Temporal.Instant | null;
  }>`select seed, last_day, notes, ended_at from simulator.past`.execute(db);
  return rows.map((row) => {
    const { seed, notes } = row;
    return { seed, notes, lastDay: row.last_day, endedAt: row.ended_at ?? undefined };
  })[0];
}

export async function notePastEnded(
  tx: Tx,
  { notes, now }: { readonly notes: readonly string[]; readonly now: Temporal.Instant },
): Promise<void> {
  await sql`
    update simulator.past set ended_at = ${now.toString()}::timestamptz, notes = ${notes}::text[]`.execute(
    tx,
  );
}

/** When the demo was opened in this shop, unless somebody has taken it out. */
export async function demoBegan(db: Db): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ begun_at: Temporal.Instant }>`
    select begun_at from simulator.demo where removed_at is null`.execute(db);
  return rows[0]?.begun_at;
}
