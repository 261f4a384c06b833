import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';
import { customerKeyOf } from './read/customer-key.ts';
import { lockHistory } from './store/imports.ts';
import { growRevision } from './store/lines.ts';

/**
 * Forgets whose lines these were (GDPR, article 17); what was sold stays.
 *
 * @param input.customer the key as the file had it, or the e-mail address
 * @returns how many lines have nobody's name now
 */
export async function forgetCustomer(tx: Tx, { customer }: { readonly customer: string }): Promise<number> {
  const key = customerKeyOf(customer);
  if (key === undefined) return 0;
  await lockHistory(tx);
  const { numAffectedRows = 0n } = await sql`
    update history.line set customer = null where customer = ${key}`.execute(tx);
  if (numAffectedRows > 0n) await growRevision(tx);
  return Number(numAffectedRows);
}
