import type { Connection, Tx } from '../../platform/database/index.ts';

/** Runs `work` in one transaction: what a kill interrupts is not there at all, and the next run makes it. */
export function transact<Value>(connection: Connection, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return connection.db.transaction().execute(work);
}
