import type { Db } from '../../platform/database/index.ts';
import type { Entry, NewEntry } from './entry.ts';
import { entryIdAt } from './entry-id.ts';
import { insertEntry } from './store.ts';

/**
 * Keeps what was done, refused or asked: in the transaction of the deed where there is one, so that neither is without
 * the other.
 *
 * @param db the transaction, or a connection where the deed has none of its own
 */
export async function keepEntry(db: Db, entry: NewEntry): Promise<Entry> {
  const kept = { ...entry, id: entryIdAt(entry.at) };
  await insertEntry(db, kept);
  return kept;
}
