import { ok, type Result, refuse } from '../../../kernel/index.ts';
import { type Lastly, type Tx, transactOrRefuse } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { completeCart, lockCartToOrder, noteOrder, type PricedCart } from '../../carts/index.ts';
import { type HoldPlan, keepHold } from '../../inventory/index.ts';
import { beginPayment, type PaymentMethod, type ProviderCall } from '../../payments/index.ts';
import { claimPromotions } from '../../pricing/index.ts';
import { newAccess } from '../access.ts';
import type { OrderDeps } from '../deps.ts';
import { acceptOrder } from '../pay/accept-order.ts';
import type { Placed, PlaceOrder, PlaceRefusal } from '../placed.ts';
import { stateOf } from '../state.ts';
import { insertOrder, nextOrderNumber } from '../store/insert-order.ts';
import { attemptHash } from './attempt-hash.ts';
import { holdCredits, holdOf, planGoods } from './hold-goods.ts';
import { holdUntil } from './hold-until.ts';
import { type NewOrder, newOrder } from './new-order.ts';
import { paymentContext } from './payment-context.ts';

/** What the transaction of an order came to. */
export type Begun =
  /** The cart is not the one that was priced: it has an order, or something else in it. */
  | { readonly kind: 'cart_moved' }
  /** Nothing is left to do, for now or for the shop. */
  | { readonly kind: 'placed'; readonly placed: Placed }
  /** The order is written; this call pays it. */
  | ({ readonly kind: 'call'; readonly call: ProviderCall } & Pick<
      Placed,
      'orderId' | 'number' | 'accessToken'
    >);

export type OpenOrder = Pick<PlaceOrder, 'cartToken' | 'payment' | 'terms' | 'now'> & {
  /** How it is to be paid; none when there is nothing to pay. */
  readonly method: PaymentMethod | undefined;
  readonly isChallengeRequired: boolean;
};

/**
 * The first transaction of a checkout. The cart is locked and must be the one that was priced; uses of promotions,
 * credit and stock are taken, in this order and each by a constraint; the order, its payment and the call that begins
 * it are written. All of it, or nothing. Stock is taken last, so that who wants the same goods waits for as little as
 * can be.
 */
export function openOrder(
  deps: OrderDeps,
  priced: PricedCart,
  input: OpenOrder,
): Promise<Result<Begun, PlaceRefusal>> {
  const order = newOrder(newId(), priced, input.terms.version.trim());
  const { id: orderId, customerId } = order;
  return transactOrRefuse<Begun, PlaceRefusal>(deps.db, async (tx, lastly) => {
    const [cart, number] = await Promise.all([lockCartToOrder(tx, input.cartToken), nextOrderNumber(tx)]);
    const isAsPriced = cart?.version === priced.cart.version && !cart.isCompleted && cart.hold === undefined;
    if (!isAsPriced) return ok({ kind: 'cart_moved' });
    const claimed = await claimPromotions(tx, { quote: priced.quote, orderId, customerId, now: input.now });
    if (!claimed.ok) return claimed;
    const credited = await holdCredits(tx, order, input.now);
    if (!credited.ok) return credited;
    const numbered = { ...order, number };
    return order.totals.dueMinor === 0n
      ? orderPaid(tx, numbered, input)
      : orderToPay(tx, numbered, input, lastly);
  });
}

type NumberedOrder = NewOrder & { readonly number: string };

/** Something is due: the call that pays it is written with the order. */
async function orderToPay(
  tx: Tx,
  order: NumberedOrder,
  input: OpenOrder,
  lastly: Lastly,
): Promise<Result<Begun, PlaceRefusal>> {
  const { payment, method, isChallengeRequired, now } = input;
  if (payment === undefined || method === undefined)
    throw new RangeError('something is due without a payment');
  const { id: orderId, number, currency, totals } = order;
  const context = paymentContext(order, number, { payment, isChallengeRequired });
  const asked = { orderId, methodId: method.id, amountMinor: totals.dueMinor, currency, context, now };
  const [begun, planned] = await Promise.all([
    beginPayment(tx, asked),
    planGoods(tx, order, input),
    noteOrder(tx, { cartId: order.cartId, orderId, hold: holdOf(order) }),
    tell(tx, 'orders.placed', { orderId }, { isQuiet: true }),
  ]);
  if (!begun.ok) return refuse('unknown_payment_method', begun.refusal.message, 'payment.methodId');
  if (!planned.ok) return planned;
  const { written, asks } = writeOrder(tx, order, planned.value, input);
  lastly(...asks);
  return ok({ ...written, kind: 'call', call: begun.value });
}

/** Nothing is due: the order stands at once. */
async function orderPaid(
  tx: Tx,
  order: NumberedOrder,
  input: OpenOrder,
): Promise<Result<Begun, PlaceRefusal>> {
  const { id: orderId, cartId } = order;
  const { now } = input;
  await noteOrder(tx, { cartId, orderId, hold: undefined });
  await completeCart(tx, { cartId, now });
  await tell(tx, 'orders.placed', { orderId }, { isQuiet: true });
  const planned = await planGoods(tx, order, input);
  if (!planned.ok) return planned;
  const { written, asks } = writeOrder(tx, order, planned.value, input);
  await Promise.all(asks);
  const event = { kind: 'paid', actor: 'shopper', data: { amountMinor: '0' } } as const;
  const state = await acceptOrder(tx, order, { facts: factsOf(order), event, now });
  const placed: Placed = { ...written, state, paymentId: undefined, next: { kind: 'done' } };
  return ok({ kind: 'placed', placed });
}

/** Takes the stock and writes the order: what was asked of the database, and what will have been written. */
function writeOrder(
  tx: Tx,
  order: NumberedOrder,
  hold: HoldPlan,
  { method, payment, now }: OpenOrder,
): {
  readonly written: Pick<Placed, 'orderId' | 'number' | 'accessToken'>;
  readonly asks: readonly Promise<void>[];
} {
  const access = newAccess(now);
  const inserted = insertOrder(tx, order, {
    number: order.number,
    state: stateOf(factsOf(order)),
    heldQuantity: hold.placements.reduce((sum, { quantity }) => sum + quantity, 0),
    attemptHash: attemptHash(payment),
    access,
    expiresAt: holdUntil(method, now),
    now,
  });
  const written = { orderId: order.id, number: order.number, accessToken: access.token };
  return { written, asks: [keepHold(tx, hold), inserted] };
}

function factsOf({ totals, lines }: NewOrder) {
  return {
    isCancelled: false,
    isAccepted: false,
    dueMinor: totals.dueMinor,
    totalMinor: totals.totalMinor,
    authorizedMinor: 0n,
    capturedMinor: 0n,
    refundedMinor: 0n,
    quantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    fulfilledQuantity: 0,
    deliveredQuantity: 0,
    returnedQuantity: 0,
  };
}
