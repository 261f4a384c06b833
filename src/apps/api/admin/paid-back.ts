import {
  type Order,
  type OrderId,
  type OrderLineId,
  previewRefund,
  readExchanges,
  readOrder,
  readReturns,
} from '../../../modules/orders/index.ts';
import type { Db } from '../../../platform/database/index.ts';

// Acts that are no refund and give money back all the same, each with what it comes to in minor units of the order's
// currency: it counts against what somebody may refund. What is on hold and never taken is let go, which is nothing.

/** What was taken, and the credit that it was paid with. */
export function backByCancelling({ facts, credits, paidAt }: Pick<Order, 'facts' | 'credits' | 'paidAt'>) {
  const redeemed = paidAt === undefined ? [] : credits.filter(({ kind }) => kind !== 'exchange');
  return redeemed.reduce(
    (sum, credit) => sum + credit.amountMinor,
    facts.capturedMinor - facts.refundedMinor,
  );
}

const AS_PAID = { delivery: 'none', goodwillMinor: 0n, means: 'original' } as const;
type Pieces = { readonly lineId: OrderLineId; readonly quantity: number };

/** Of pieces that are taken off: what they cost, less what was still to be paid. */
export async function backByRemoving(
  db: Db,
  { id: orderId, paidAt }: Pick<Order, 'id' | 'paidAt'>,
  lines: readonly Pieces[],
): Promise<bigint> {
  if (paidAt === undefined) return 0n;
  const planned = await previewRefund(db, { orderId, lines, ...AS_PAID, isEdit: true });
  return planned.ok ? planned.value.amountMinor - planned.value.reducedMinor : 0n;
}

/** Of an exchange whose pieces came: what they cost, less what they pay of the others. */
export async function backByFinishing(db: Db, orderId: OrderId, exchangeId: string): Promise<bigint> {
  const [exchanges, returns] = await Promise.all([readExchanges(db, orderId), readReturns(db, orderId)]);
  const exchange = exchanges.find(({ id }) => id === exchangeId);
  const came = returns.find(({ id }) => id === exchange?.returnId);
  if (exchange === undefined || came === undefined) return 0n;
  const lines = came.lines.map(({ lineId, sellableQuantity, damagedQuantity }) => {
    return { lineId, quantity: sellableQuantity + damagedQuantity };
  });
  const planned = await previewRefund(db, { orderId, lines, ...AS_PAID });
  return planned.ok ? planned.value.amountMinor - exchange.creditMinor : 0n;
}

/** Of an exchange that is called off: what was paid for the others beside the pieces. */
export async function backByCallingOff(db: Db, orderId: OrderId, exchangeId: string): Promise<bigint> {
  const exchange = (await readExchanges(db, orderId)).find(({ id }) => id === exchangeId);
  const sent = exchange && (await readOrder(db, exchange.newOrderId));
  return sent === undefined ? 0n : backByCancelling(sent);
}
