import type { Tx } from '../../../platform/database/index.ts';
import { exchangeGivenPostings, exchangePaidPostings, post } from '../../ledger/index.ts';
import type { Order } from '../order.ts';

/** What pieces of another order pay of this one, once it stands; or takes that back, when it is cancelled after all. */
export async function postExchange(
  tx: Tx,
  { id: orderId, currency, credits }: Pick<Order, 'id' | 'currency' | 'credits'>,
  { isPaid, now }: { readonly isPaid: boolean; readonly now: Temporal.Instant },
): Promise<void> {
  const amountMinor = exchangeCredit(credits);
  if (amountMinor === 0n) return;
  const about = { kind: 'exchange', orderId, now } as const;
  const amount = { currency, amountMinor };
  if (isPaid) await post(tx, { ...about, reference: orderId, postings: exchangePaidPostings(amount) });
  else {
    const postings = exchangeGivenPostings(amount);
    await post(tx, { ...about, reference: `${orderId}:cancelled`, postings });
  }
}

export function exchangeCredit(credits: Order['credits']): bigint {
  return credits
    .filter(({ kind }) => kind === 'exchange')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}
