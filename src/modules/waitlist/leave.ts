import { sql } from 'kysely';
import { tokenHash } from '../../platform/auth/index.ts';
import type { Tx } from '../../platform/database/index.ts';

/** Forgets the address whose mail had this key, on every list; a key that is nobody's changes nothing. */
export async function leaveWaitlists(tx: Tx, key: string): Promise<void> {
  // What cannot be a key is not worth a look-up.
  if (tokenHash(key) === undefined) return;
  await sql`delete from waitlist.wait where leave_key = ${key}`.execute(tx);
}
