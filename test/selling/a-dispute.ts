import { expectOk } from '../../src/kernel/index.ts';
import { issueInvoice } from '../../src/modules/invoices/index.ts';
import { fulfilOrder, readOrder, settlePayment } from '../../src/modules/orders/index.ts';
import { readDisputes, readPayments } from '../../src/modules/payments/index.ts';
import { openTestDispute } from '../../src/modules/payments/providers/test/disputes.ts';
import { transact } from '../../src/platform/database/index.ts';
import { NOW, type SellingShop } from './open-shop.ts';
import { aReadyCart, order } from './shopper.ts';

/** An order whose shopper's bank wants the money back: paid and, unless it is not, sent in two parcels with an invoice. */
export async function aDispute(selling: SellingShop, { isSent = true } = {}) {
  const { db } = selling.connection;
  const cart = await aReadyCart(selling, { variantId: selling.variants[0], quantity: 2 });
  const { orderId } = expectOk(await order(selling, cart));
  const lineId = (await readOrder(db, orderId))?.lines[0]?.id;
  if (lineId === undefined) throw new TypeError('an order without lines');
  for (const _ of isSent ? ['one', 'two'] : []) {
    const parcel = { orderId, lines: [{ lineId, quantity: 1 }], actor: 'staff', now: NOW };
    expectOk(await transact(db, (tx) => fulfilOrder(tx, parcel)));
  }
  if (isSent) await transact(db, (tx) => issueInvoice(tx, { orderId, now: NOW }));
  const [payment] = await readPayments(db, orderId);
  if (payment === undefined) throw new TypeError('an order that nobody paid');
  const { id: paymentId } = payment;
  const reference = `dp_${paymentId}`;
  await openTestDispute(db, { paymentId, reference, amountMinor: 1_000n, now: NOW });
  await settlePayment(selling.deps, { paymentId, now: NOW });
  const [dispute] = await readDisputes(db, { orderId, limit: 1 });
  if (dispute === undefined) throw new TypeError('a dispute was opened and is not there');
  return { params: { id: dispute.id }, reference };
}
