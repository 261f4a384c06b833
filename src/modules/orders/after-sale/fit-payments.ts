import type { Tx } from '../../../platform/database/index.ts';
import {
  amendByHand,
  beginVoid,
  type Payment,
  type ProviderCall,
  readPayments,
} from '../../payments/index.ts';
import type { OrderId } from '../order.ts';
import { changeOrder } from '../store/change-order.ts';
import { lockOrder } from '../store/select-orders.ts';

/**
 * Makes the payments of an order fit another amount that is due: what people collect or transfer is told anew, what is
 * not due at all any more is given up, and of an authorised card so much less is taken later (`capturePayment`). More
 * than it authorised is never taken of a card. Returns the calls to make.
 */
export async function fitPayments(tx: Tx, orderId: OrderId, now: Temporal.Instant): Promise<ProviderCall[]> {
  const order = await lockOrder(tx, orderId);
  if (order === undefined) return [];
  const { dueMinor, capturedMinor } = order.facts;
  const calls: ProviderCall[] = [];
  for (const payment of (await readPayments(tx, orderId)).filter(isOpen)) {
    const restMinor = dueMinor - (capturedMinor - payment.capturedMinor);
    if (restMinor > 0n && restMinor !== payment.amountMinor) {
      const kind = restMinor < payment.amountMinor ? 'payment_lowered' : 'payment_raised';
      const changedMinor = await amendByHand(tx, { paymentId: payment.id, amountMinor: restMinor, now });
      if (changedMinor === undefined || changedMinor === 0n) continue;
      const facts = { ...order.facts, authorizedMinor: order.facts.authorizedMinor + changedMinor };
      const data = { paymentId: payment.id, amountMinor: restMinor.toString() };
      await changeOrder(tx, order, { facts, event: { kind, actor: 'system', data } }, now);
    }
    if (restMinor > 0n || payment.capturedMinor > 0n) continue;
    const voided = await beginVoid(tx, { paymentId: payment.id, now });
    if (voided.ok) calls.push(voided.value);
  }
  return calls;
}

function isOpen({ state }: Payment): boolean {
  return state !== 'failed' && state !== 'voided' && state !== 'captured';
}
