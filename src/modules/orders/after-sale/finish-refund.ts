import type { Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { grantStoreCredit, restore } from '../../credits/index.ts';
import { exchangeGivenPostings, goodwillPostings } from '../../ledger/index.ts';
import { creditedSale, goodwillEntries } from '../journal/credited-entries.ts';
import { postSales } from '../journal/post-sales.ts';
import type { Order } from '../order.ts';
import { insertEvent } from '../store/change-order.ts';
import type { Refund } from './refund.ts';
import { endRefund } from './store/refunds.ts';

/** Ends a refund whose payment part has gone back, with everything that follows from it. The order is locked. */
export async function finishRefund(
  tx: Tx,
  input: { readonly order: Order; readonly refund: Refund; readonly now: Temporal.Instant },
): Promise<void> {
  const { order, refund, now } = input;
  if (!(await endRefund(tx, { id: refund.id, state: 'done', now }))) return;
  await postRefund(tx, input);
  await giveCredit(tx, input);
  const { id: refundId, actor, reason } = refund;
  const givenMinor = refund.amountMinor - refund.reducedMinor;
  // It is less to pay, and nothing that anybody gets: only the books and the credit note are about it.
  if (givenMinor === 0n) return tell(tx, 'orders.reduced', { orderId: order.id, refundId });
  const data = { number: String(refund.number), amountMinor: String(givenMinor), reason };
  await insertEvent(tx, order.id, { kind: 'refunded', actor, data }, now);
  await tell(tx, 'orders.refunded', { orderId: order.id, refundId });
}

/** Goods and delivery are credited without their tax, the tax by itself; goodwill is the shop's own cost. */
function postRefund(tx: Tx, { order, refund, now }: Parameters<typeof finishRefund>[1]): Promise<void> {
  const { currency } = order;
  const { goodwillMinor, exchangedMinor } = refund;
  const about = { reference: refund.id, now };
  const { entries, postings } = creditedSale(order, refund);
  const given = goodwillPostings(currency, goodwillMinor);
  const spent = exchangeGivenPostings({ currency, amountMinor: exchangedMinor });
  return postSales(tx, order, [
    { transaction: { ...about, kind: 'refund', postings }, entries },
    { transaction: { ...about, kind: 'goodwill', postings: given }, entries: goodwillEntries(refund) },
    { transaction: { ...about, kind: 'exchange', postings: spent }, entries: [] },
  ]);
}

/** What credits paid goes back to them; credit in place of money is granted anew. */
async function giveCredit(tx: Tx, { order, refund, now }: Parameters<typeof finishRefund>[1]): Promise<void> {
  const { giftCardMinor, storeCreditMinor, insteadMinor } = refund;
  const about = { reference: refund.id, orderId: order.id, now };
  const isRestored = refund.means === 'original';
  const restoredMinor = isRestored ? giftCardMinor + storeCreditMinor : 0n;
  if (restoredMinor > 0n) await restore(tx, { ...about, amountMinor: restoredMinor });
  const grantedMinor = insteadMinor + (isRestored ? 0n : storeCreditMinor);
  if (grantedMinor === 0n) return;
  const { customerId, currency } = order;
  if (customerId === undefined) throw new Error(`order ${order.number} has nobody to give store credit to`);
  await grantStoreCredit(tx, { ...about, amountMinor: grantedMinor, customerId, currency, reason: 'refund' });
}
