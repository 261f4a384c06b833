import type { Db } from '../../../../platform/database/index.ts';
import { type Payment, readPayments } from '../../../payments/index.ts';
import type { OrderId } from '../../order.ts';
import { selectProposals } from './store.ts';

/** The payments whose money is the order's: not those of a proposed address that nothing came of, or not yet. */
export async function readOwnPayments(db: Db, orderId: OrderId): Promise<Payment[]> {
  const payments = await readPayments(db, orderId);
  if (payments.every(({ supplementId }) => supplementId === undefined)) return payments;
  const applied = new Set((await selectProposals(db, orderId)).map(({ paymentId }) => paymentId));
  return payments.filter(({ id, supplementId }) => supplementId === undefined || applied.has(id));
}
