import { transact } from '../../../platform/database/index.ts';
import { readPayments } from '../../payments/index.ts';
import type { OrderDeps } from '../deps.ts';
import type { OrderId } from '../order.ts';
import { lockOrder } from '../store/select-orders.ts';
import { giveBack } from './give-back.ts';
import { makeCall } from './record-payment.ts';

/** Gives back what a cancelled order's payments still have: true when a call was made and answered. */
export async function giveBackOwed(
  deps: OrderDeps,
  { orderId, now }: { readonly orderId: OrderId; readonly now: Temporal.Instant },
): Promise<boolean> {
  const calls = await transact(deps.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order?.cancelledAt === undefined) return [];
    const written = [];
    for (const payment of await readPayments(tx, orderId)) {
      written.push(...(await giveBack(tx, payment, { key: 'cancelled', now })));
    }
    return written;
  });
  const made = [];
  for (const call of calls) made.push(await makeCall(deps, call, now));
  return made.some((one) => one !== undefined);
}
