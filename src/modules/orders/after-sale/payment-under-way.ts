import { refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { type Payment, pendingCalls, readPayments } from '../../payments/index.ts';
import type { Order } from '../order.ts';

/**
 * Refuses a change of what is due while nobody knows what is being paid: a call awaits its answer, or the shopper is at
 * the provider's. People who pay by hand can be told of another amount at any time.
 */
export async function paymentUnderWay(tx: Tx, { id: orderId }: Pick<Order, 'id'>) {
  const asked = await pendingCalls(tx, { orderId });
  const isAsked = asked.some(({ request }) => request.kind !== 'refund');
  if (!isAsked && !(await readPayments(tx, orderId)).some(isAtProvider)) return undefined;
  return refuse('payment_in_progress', 'a payment of it is under way: try again in a moment');
}

function isAtProvider({ state, provider }: Payment): boolean {
  const isByHand = provider === 'bank_transfer' || provider === 'cash_on_delivery';
  return !isByHand && (state === 'new' || state === 'requires_action' || state === 'processing');
}
