import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';

export type InboxRow = { readonly seq: bigint; readonly event: string };

/** What has waited for the longest time. */
export async function readInbox(db: Db, limit: number): Promise<InboxRow[]> {
  const { rows } = await sql<InboxRow>`
    select seq, event from collector.inbox order by seq limit ${limit}`.execute(db);
  return rows;
}

/** @returns whether all of them were still there: `false` when somebody else has logged them meanwhile */
export async function takeOut(tx: Tx, seqs: readonly bigint[]): Promise<boolean> {
  const { numAffectedRows } =
    await sql`delete from collector.inbox where seq = any(${seqs}::bigint[])`.execute(tx);
  return Number(numAffectedRows ?? 0) === seqs.length;
}
