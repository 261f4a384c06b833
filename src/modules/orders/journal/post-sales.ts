import type { Tx } from '../../../platform/database/index.ts';
import { postAll, type Transaction } from '../../ledger/index.ts';
import type { Order } from '../order.ts';
import { assertJournaled } from './journaled.ts';
import type { EntryDraft } from './sales-entry.ts';
import { insertEntries } from './store/write-entries.ts';

export type SalesPosting = {
  readonly transaction: Omit<Transaction, 'orderId'>;
  /** What its postings are of; none where it is about no sale. */
  readonly entries: readonly EntryDraft[];
};

/**
 * Posts what concerns an order's sale together with the rows that say of which lines it is: two statements that go out
 * together. Both again with the same kind and reference is once.
 */
export async function postSales(
  tx: Tx,
  order: Pick<Order, 'id' | 'currency'>,
  sales: readonly SalesPosting[],
): Promise<void> {
  const posted = sales.filter(({ transaction, entries }) => {
    return transaction.postings.length > 0 || entries.length > 0;
  });
  if (posted.length === 0) return;
  await Promise.all([
    postAll(
      tx,
      posted.map(({ transaction }) => ({ ...transaction, orderId: order.id })),
    ),
    writeSales(tx, order, posted),
  ]);
}

/** The rows alone, of what is posted with other transactions; with `isNew` a second time is refused. */
export async function writeSales(
  tx: Tx,
  { id: orderId, currency }: Pick<Order, 'id' | 'currency'>,
  sales: readonly SalesPosting[],
  { isNew = false }: { readonly isNew?: boolean } = {},
): Promise<void> {
  for (const { transaction, entries } of sales) assertJournaled(transaction, entries);
  const written = sales.map(({ transaction, entries }) => {
    const { kind, reference, now } = transaction;
    return { of: { kind, reference }, orderId, currency, entries, now };
  });
  await insertEntries(tx, written, { isNew });
}
