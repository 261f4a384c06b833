import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';

/**
 * The key that takes this address off every list: HMAC-SHA256 (RFC 2104) of it under the shop's secret, 43 characters. It
 * is the same in every mail, and nothing of an address that was told has to be kept for it.
 */
export async function leaveKeyOf(tx: Tx, email: string): Promise<string> {
  const { rows } = await sql<{ secret: Buffer }>`select secret from waitlist.leave_secret`.execute(tx);
  const secret = rows[0]?.secret;
  if (secret === undefined) throw new Error('waitlist.leave_secret has no row: its migration writes it');
  return createHmac('sha256', secret).update(email.toLowerCase()).digest('base64url');
}
