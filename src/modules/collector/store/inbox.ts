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

/** Lines are of our own making: the id stands in them like this, and nowhere else. */
const naming = (customerId: string) => `%"customer_id":"${customerId}"%`;

const FORGOTTEN = sql.raw(`((event::jsonb - 'customer_id') || '{"mode":"consented"}')::text`);

/** Takes a customer out of what waits. The lines get new numbers: whoever has read them already cannot take them out. */
export async function forgetInInbox(db: Db, customerId: string): Promise<void> {
  await sql`
    with gone as (
      delete from collector.inbox where event like ${naming(customerId)} returning event
    )
    insert into collector.inbox (event) select ${FORGOTTEN} from gone`.execute(db);
}

export async function forgetInQuarantine(db: Db, customerId: string): Promise<void> {
  await sql`
    update collector.quarantine set event = ${FORGOTTEN} where event like ${naming(customerId)}`.execute(db);
}
