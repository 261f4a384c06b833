import { ok, parseId, type Result, refuse } from '../../../kernel/index.ts';
import { transactOrRefuse } from '../../../platform/database/index.ts';
import type { PricedCart } from '../../carts/index.ts';
import {
  beginPayment,
  type Payment,
  type ProviderCall,
  pendingCalls,
  readPayments,
} from '../../payments/index.ts';
import type { OrderDeps } from '../deps.ts';
import type { OrderId } from '../order.ts';
import type { PlaceOrder, PlaceRefusal } from '../placed.ts';
import { writeAttempt } from '../store/change-order.ts';
import { type LockedOrder, lockOrder } from '../store/select-orders.ts';
import { attemptHash } from './attempt-hash.ts';
import { paymentContext } from './payment-context.ts';

/**
 * What is to be done about the unpaid order that the cart has already.
 *
 * - `settled`: it is paid, or cancelled: look again.
 * - `replace`: the cart is another one now; this order has to go first.
 * - `resume`: the shopper has something left to do for the attempt under way.
 * - `call`: a call to make: a further attempt, or the one under way again, with its own key (a second click).
 */
export type Retry = { readonly number: string } & (
  | { readonly kind: 'settled' | 'replace' }
  | { readonly kind: 'resume'; readonly payment: Payment }
  | { readonly kind: 'call'; readonly call: ProviderCall }
);

export async function retryPayment(
  deps: OrderDeps,
  priced: PricedCart,
  input: PlaceOrder & { readonly orderId: OrderId; readonly isChallengeRequired: boolean },
): Promise<Result<Retry, PlaceRefusal>> {
  const { payment: asked, orderId, now } = input;
  return transactOrRefuse<Retry, PlaceRefusal>(deps.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order === undefined || order.state !== 'pending_payment') {
      return ok({ kind: 'settled', number: order?.number ?? '' });
    }
    const { number } = order;
    const [pending] = await pendingCalls(tx, { orderId });
    if (pending !== undefined) return ok({ kind: 'call', number, call: pending });
    if (!isSameCart(order, priced)) return ok({ kind: 'replace', number });
    const hash = attemptHash(asked);
    const last = (await readPayments(tx, orderId)).at(-1);
    if (last !== undefined && isUnderWay(last) && isSameAttempt(order, hash)) {
      return ok({ kind: 'resume', number, payment: last });
    }
    const methodId = asked === undefined ? undefined : parseId<'payment_method'>(asked.methodId);
    if (asked === undefined || methodId === undefined) {
      return refuse('unknown_payment_method', 'there is no such way to pay here', 'payment.methodId');
    }
    await writeAttempt(tx, orderId, hash);
    const { isChallengeRequired } = input;
    const context = paymentContext(order, number, { payment: asked, isChallengeRequired });
    const { currency, totals } = order;
    const begun = await beginPayment(tx, {
      orderId,
      methodId,
      amountMinor: totals.dueMinor,
      currency,
      context,
      now,
    });
    if (begun.ok) return ok({ kind: 'call', number, call: begun.value });
    if (begun.refusal.code === 'unknown_method') {
      return refuse('unknown_payment_method', begun.refusal.message, 'payment.methodId');
    }
    return refuse('payment_in_progress', begun.refusal.message);
  });
}

/** The shopper still orders what this order says: nobody touched the cart, and nothing of it costs more or less. */
function isSameCart(order: LockedOrder, { cart, quote, dueMinor }: PricedCart): boolean {
  const { totals } = order;
  return (
    order.cartVersion === cart.version &&
    totals.totalMinor === quote.totals.totalMinor &&
    totals.dueMinor === dueMinor
  );
}

function isUnderWay({ state }: Payment): boolean {
  return state === 'requires_action' || state === 'processing';
}

function isSameAttempt({ attemptHash: before }: LockedOrder, hash: Buffer | undefined): boolean {
  return before !== undefined && hash !== undefined && before.equals(hash);
}
