import { sql } from 'kysely';
import type { Connection } from '../src/platform/database/index.ts';

/** An event as it waits for the log. */
export type Line = Readonly<Record<string, unknown>>;

/** What the inbox got, and no longer has. */
export async function takeWaiting({ db }: Connection): Promise<Line[]> {
  const { rows } = await sql<{ seq: bigint; event: string }>`
    delete from collector.inbox returning seq, event`.execute(db);
  return rows.toSorted((a, b) => Number(a.seq - b.seq)).map(({ event }) => JSON.parse(event));
}
