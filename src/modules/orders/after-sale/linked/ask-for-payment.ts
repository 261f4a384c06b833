import { transact } from '../../../../platform/database/index.ts';
import { tell } from '../../../../platform/outbox/index.ts';
import { readMethods, readPayments } from '../../../payments/index.ts';
import type { OrderDeps } from '../../deps.ts';
import type { OrderId } from '../../order.ts';
import { selectOrder } from '../../store/select-orders.ts';
import { payOrder } from '../pay-order.ts';
import type { MadeOrder } from './linked-order.ts';

/**
 * What is due for a linked order is paid by hand where its parent is, at once and in the same way: one bill at the door.
 * Otherwise whoever ordered is sent the pay link.
 */
export async function askForPayment(
  deps: OrderDeps,
  {
    parentId,
    orderId,
    dueMinor,
    now,
  }: MadeOrder & { readonly parentId: OrderId; readonly now: Temporal.Instant },
): Promise<void> {
  if (dueMinor === 0n) return;
  const methodId = await methodByHand(deps, parentId, dueMinor);
  if (methodId !== undefined) {
    const payment = { methodId, returnUrl: '', cancelUrl: '', webhookUrl: '' };
    const paid = await payOrder(deps, { orderId, payment, now });
    if (paid.ok) return;
  }
  await transact(deps.db, (tx) => tell(tx, 'orders.payment_asked', { orderId }));
}

async function methodByHand(
  deps: OrderDeps,
  parentId: OrderId,
  amountMinor: bigint,
): Promise<string | undefined> {
  const parent = await selectOrder(deps.db, parentId);
  const last = (await readPayments(deps.db, parentId)).at(-1);
  if (parent === undefined || last === undefined) return undefined;
  const { market: marketCode, currency } = parent;
  const methods = await readMethods(deps.reads, { marketCode, currency, amountMinor });
  return methods.find(({ id, mode }) => id === last.methodId && mode === 'by_hand')?.id;
}
