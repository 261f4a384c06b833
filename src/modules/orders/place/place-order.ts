import { ok, type Result, refuse } from '../../../kernel/index.ts';
import { type PricedCart, readCartToOrder } from '../../carts/index.ts';
import {
  type Attempt,
  endAttempt,
  mayAttempt,
  methodsFor,
  type PaymentMethod,
  readAllMethods,
} from '../../payments/index.ts';
import { cancelOrder } from '../cancel-order.ts';
import type { OrderDeps } from '../deps.ts';
import type { OrderId } from '../order.ts';
import type { Placed, PlaceOrder, PlaceRefusal } from '../placed.ts';
import { cartRefusal } from './check-cart.ts';
import { type Begun, openOrder } from './open-order.ts';
import { pay } from './pay.ts';
import { openAgain, placedAgain } from './placed-of.ts';
import { retryPayment } from './retry-payment.ts';

type Outcome = Result<Placed, PlaceRefusal>;

/**
 * Orders what is in a cart and pays for it.
 *
 * The cart is priced by what holds now; what the shopper saw is only compared. One transaction takes stock, credit and
 * promotions and writes the order with the call to its provider; the call is made outside of any transaction; a second
 * one records what came of it. A cut at any point is mended by `recoverOrders`. One cart makes one order: a second
 * click joins the first, a retry after a decline pays the same order while nothing changed, and otherwise replaces it.
 */
export async function placeOrder(deps: OrderDeps, input: PlaceOrder): Promise<Outcome> {
  // Each round ends here unless the cart moved under it: somebody else ordered it, or put something in.
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const [priced, methods] = await Promise.all([
      readCartToOrder(deps, { token: input.cartToken, now: input.now }),
      readAllMethods(deps.reads),
    ]);
    if (priced === undefined) return refuse('unknown_cart', 'there is no such cart', 'cartToken');
    const outcome = priced.cart.isCompleted
      ? await again(deps, priced, input)
      : await order(deps, priced, { ...input, methods });
    if (outcome !== undefined) return outcome;
  }
  return refuse('payment_in_progress', 'the cart is being ordered: look again in a moment');
}

const MOST_ROUNDS = 5;

/** A completed cart was ordered: the same answer again, for who never got the first one. */
async function again(deps: OrderDeps, { cart }: PricedCart, { now }: PlaceOrder): Promise<Outcome> {
  const placed = cart.orderId === undefined ? undefined : await placedAgain(deps, cart.orderId, now);
  return placed === undefined ? refuse('already_ordered', 'this cart was ordered', 'cartToken') : ok(placed);
}

type Asked = PlaceOrder & { readonly methods: readonly PaymentMethod[] };

async function order(deps: OrderDeps, priced: PricedCart, input: Asked): Promise<Outcome | undefined> {
  const refusal = cartRefusal(priced, input);
  if (refusal !== undefined) return { ok: false, refusal };
  const means = priced.dueMinor > 0n ? await readMeans(deps, priced, input) : ok(undefined);
  if (!means.ok) return means;
  const { method, attempt } = means.value ?? {};
  const asked = { ...input, method, isChallengeRequired: attempt?.isChallengeRequired ?? false };
  const { orderId, hold } = priced.cart;
  const begun =
    orderId === undefined || hold === undefined
      ? await openOrder(deps, priced, asked)
      : await retry(deps, priced, { ...asked, orderId });
  if (begun.ok && begun.value.kind === 'call') {
    const { call, ...about } = begun.value;
    return pay(deps, call, { ...about, attempt, now: input.now });
  }
  // It came to no call: nothing that could count against anybody.
  if (attempt !== undefined) await endAttempt(deps.db, { attempt, outcome: 'succeeded' });
  if (!begun.ok) return begun;
  return begun.value.kind === 'placed' ? ok(begun.value.placed) : undefined;
}

/** An unpaid order is there already: pay it, go on with its attempt, or make way for another. */
async function retry(
  deps: OrderDeps,
  priced: PricedCart,
  input: PlaceOrder & { readonly orderId: OrderId; readonly isChallengeRequired: boolean },
): Promise<Result<Begun, PlaceRefusal>> {
  const { orderId, now } = input;
  const retried = await retryPayment(deps, priced, input);
  if (!retried.ok) return retried;
  const { number, ...found } = retried.value;
  if (found.kind === 'call') {
    return ok({ ...found, orderId, number, accessToken: await openAgain(deps, orderId, now) });
  }
  if (found.kind === 'resume') {
    const placed = await placedAgain(deps, orderId, now);
    return ok(placed === undefined ? { kind: 'cart_moved' } : { kind: 'placed', placed });
  }
  if (found.kind === 'replace') {
    const cancelled = await cancelOrder(deps, { orderId, reason: 'replaced', actor: 'shopper', now });
    if (!cancelled.ok) return refuse('payment_in_progress', cancelled.refusal.message);
  }
  return ok({ kind: 'cart_moved' });
}

type Means = { readonly method: PaymentMethod; readonly attempt: Attempt };

/** The way to pay that was chosen, if it may be chosen for this order and by somebody who tried so often. */
async function readMeans(
  deps: OrderDeps,
  { cart, dueMinor }: PricedCart,
  { methods, payment, ip, now }: Asked,
): Promise<Result<Means, PlaceRefusal>> {
  const { market: marketCode, currency, id: cartId, customerId } = cart;
  const method = methodsFor(methods, { marketCode, currency, amountMinor: dueMinor }).find(
    ({ id }) => id === payment?.methodId,
  );
  if (method === undefined) {
    return refuse('unknown_payment_method', 'there is no such way to pay here', 'payment.methodId');
  }
  const attempt = await mayAttempt(deps.db, { ip, cartId, customerId, now });
  return attempt.ok ? ok({ method, attempt: attempt.value }) : attempt;
}
