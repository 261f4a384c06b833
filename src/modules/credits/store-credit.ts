import { sql } from 'kysely';
import type { CurrencyCode, Id } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { post, storeCreditGrantedPostings } from '../ledger/index.ts';
import { hasMoved, moveBalances } from './store/movements.ts';

/**
 * Gives a customer store credit: in place of money for a refund, or as goodwill. The same reference again
 * gives nothing.
 */
export async function grantStoreCredit(
  tx: Tx,
  input: {
    readonly customerId: Id<'customer'>;
    readonly currency: CurrencyCode;
    readonly amountMinor: bigint;
    readonly reason: 'refund' | 'goodwill';
    readonly reference: string;
    readonly orderId?: string;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const { customerId, currency, amountMinor, reference, orderId, now } = input;
  if (amountMinor <= 0n) throw new RangeError('what is granted is above zero');
  // The row's lock makes two that grant the same wait for each other.
  await sql`
    insert into credits.store_credit (customer_id, currency) values (${customerId}, ${currency})
    on conflict (customer_id, currency) do update set balance_minor = store_credit.balance_minor`.execute(tx);
  if (await hasMoved(tx, 'granted', reference)) return;
  const movement = { id: newId<'movement'>(), source: { customerId }, currency, amountMinor, orderId };
  await moveBalances(tx, { movements: [movement], kind: 'granted', reference, now });
  const postings = storeCreditGrantedPostings({ currency, amountMinor, reason: input.reason });
  const about = orderId === undefined ? {} : { orderId };
  await post(tx, { ...about, kind: 'store_credit_granted', reference: movement.id, postings, now });
}
