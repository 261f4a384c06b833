import { ok, parseId, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { transactOrRefuse } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import {
  type Attempt,
  beginPayment,
  mayAttempt,
  type ProviderCall,
  pendingCalls,
} from '../../payments/index.ts';
import type { OrderDeps } from '../deps.ts';
import type { OrderId } from '../order.ts';
import { pay } from '../place/pay.ts';
import { paymentContext } from '../place/payment-context.ts';
import { openAgain, placedAgain } from '../place/placed-of.ts';
import type { Placed, PlaceOrder, PlaceRefusal } from '../placed.ts';
import { lockOrder, selectOrder } from '../store/select-orders.ts';

type PayRefusal = PlaceRefusal | Refusal<'unknown_order' | 'not_possible_in_this_state'>;

export type PayOrder = {
  readonly orderId: OrderId;
  readonly payment: NonNullable<PlaceOrder['payment']>;
  /** Of whoever pays, to count attempts by; left out when staff say how it is paid by hand. */
  readonly ip?: string;
  readonly now: Temporal.Instant;
};

/**
 * Pays an order that waits for its payment and has no cart that could be ordered again: what a pay link is for. The
 * caller has seen that whoever asks may see the order. A second click makes the call that is under way again, with its
 * own key; what is due is what the order says.
 */
export async function payOrder(deps: OrderDeps, input: PayOrder): Promise<Result<Placed, PayRefusal>> {
  const { orderId, now } = input;
  const order = await selectOrder(deps.db, orderId);
  if (order === undefined) return refuse('unknown_order', 'there is no such order', 'orderId');
  if (order.paidAt !== undefined) {
    const placed = await placedAgain(deps, orderId, now);
    return placed === undefined ? refuse('unknown_order', 'there is no such order', 'orderId') : ok(placed);
  }
  const attempt = await attemptOf(deps, order.cartId ?? orderId, input);
  if (!attempt.ok) return attempt;
  const begun = await begin(deps, input, attempt.value?.isChallengeRequired ?? false);
  if (!begun.ok) return begun;
  const accessToken = await openAgain(deps, orderId, now);
  const about = { orderId, number: order.number, accessToken, attempt: attempt.value, now };
  return pay(deps, begun.value, about);
}

async function attemptOf(
  deps: OrderDeps,
  cartId: string,
  { ip, now }: PayOrder,
): Promise<Result<Attempt | undefined, PayRefusal>> {
  return ip === undefined ? ok(undefined) : mayAttempt(deps.db, { ip, cartId, now });
}

function begin(
  deps: OrderDeps,
  { orderId, payment, now }: PayOrder,
  isChallengeRequired: boolean,
): Promise<Result<ProviderCall, PayRefusal>> {
  return transactOrRefuse<ProviderCall, PayRefusal>(deps.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order?.state !== 'pending_payment') {
      return refuse('not_possible_in_this_state', `the order is ${order?.state ?? 'gone'}`);
    }
    const [pending] = await pendingCalls(tx, { orderId });
    if (pending !== undefined) return ok(pending);
    const methodId = parseId<'payment_method'>(payment.methodId);
    if (methodId === undefined) {
      return refuse('unknown_payment_method', 'there is no such way to pay', 'payment.methodId');
    }
    const { currency, number, totals } = order;
    const context = paymentContext(order, number, { payment, isChallengeRequired });
    const asked = { orderId, methodId, amountMinor: totals.dueMinor, currency, context, now };
    const [begun] = await Promise.all([
      beginPayment(tx, asked),
      tell(tx, 'orders.payment_begun', { orderId }, { isQuiet: true }),
    ]);
    if (begun.ok) return begun;
    return begun.refusal.code === 'unknown_method'
      ? refuse('unknown_payment_method', begun.refusal.message, 'payment.methodId')
      : refuse('payment_in_progress', begun.refusal.message);
  });
}
