import type { Connection, Db } from '../../platform/database/index.ts';
import { transact } from '../seed/transact.ts';
import { PARTS } from './parts.ts';
import { type Made, noteBegin, noteMade } from './store.ts';

/** Notes what is in the shop before the demo is, so that it is never taken for the demo's. */
export async function beginRecord(connection: Connection, now: Temporal.Instant): Promise<void> {
  const before = (await everything(connection.db)).map(({ kind, key }) => ({ kind, key }));
  await transact(connection, (tx) => noteBegin(tx, { before, now }));
}

/** Notes what the demo has put into the shop, and what it says. */
export async function endRecord(connection: Connection): Promise<void> {
  const made = await everything(connection.db);
  await transact(connection, (tx) => noteMade(tx, made));
}

async function everything(db: Db): Promise<readonly Made[]> {
  const all: Made[] = [];
  for (const { kind, read } of PARTS) {
    for (const [key, { print }] of await read(db)) all.push({ kind, key, print });
  }
  return all;
}
