import { ok, type Result, refuse } from '../../../kernel/index.ts';
import { type Tx, transactOrRefuse } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { type CartId, completeCart, lockCartToOrder, noteOrder, type PricedCart } from '../../carts/index.ts';
import { beginPayment, type PaymentMethod, type ProviderCall } from '../../payments/index.ts';
import { claimPromotions } from '../../pricing/index.ts';
import { newAccess } from '../access.ts';
import type { OrderDeps } from '../deps.ts';
import { acceptOrder } from '../pay/accept-order.ts';
import type { Placed, PlaceOrder, PlaceRefusal } from '../placed.ts';
import { stateOf } from '../state.ts';
import { insertOrder } from '../store/insert-order.ts';
import { attemptHash } from './attempt-hash.ts';
import { holdCredits, holdOf, holdStock } from './hold-goods.ts';
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
 * it are written. All of it, or nothing.
 */
export function openOrder(
  deps: OrderDeps,
  priced: PricedCart,
  input: OpenOrder,
): Promise<Result<Begun, PlaceRefusal>> {
  const order = newOrder(newId(), priced, input.terms.version.trim());
  return transactOrRefuse<Begun, PlaceRefusal>(deps.db, async (tx) => {
    const cart = await lockCartToOrder(tx, input.cartToken);
    const isAsPriced = cart?.version === priced.cart.version && !cart.isCompleted && cart.hold === undefined;
    if (!isAsPriced) return ok({ kind: 'cart_moved' });
    const { id: orderId, customerId } = order;
    const claimed = await claimPromotions(tx, { quote: priced.quote, orderId, customerId, now: input.now });
    if (!claimed.ok) return claimed;
    const credited = await holdCredits(tx, order, input.now);
    if (!credited.ok) return credited;
    const held = await holdStock(tx, order, { method: input.method, now: input.now });
    if (!held.ok) return held;
    return writeOpened(tx, order, { ...input, heldQuantity: held.value, cartId: priced.cart.id });
  });
}

async function writeOpened(
  tx: Tx,
  order: NewOrder,
  input: OpenOrder & { readonly heldQuantity: number; readonly cartId: CartId },
): Promise<Result<Begun, PlaceRefusal>> {
  const { now, heldQuantity, cartId, payment } = input;
  const { id: orderId, totals, currency } = order;
  const access = newAccess(now);
  const facts = factsOf(order);
  const expiresAt = holdUntil(input.method, now);
  const hash = attemptHash(payment);
  const state = stateOf(facts);
  const written = { state, heldQuantity, attemptHash: hash, access, expiresAt, now };
  const number = await insertOrder(tx, order, written);
  const about = { orderId, number, accessToken: access.token };
  await tell(tx, 'orders.placed', { orderId }, { isQuiet: true });
  if (totals.dueMinor === 0n) {
    await noteOrder(tx, { cartId, orderId, hold: undefined });
    await completeCart(tx, { cartId, now });
    const event = { kind: 'paid', actor: 'shopper', data: { amountMinor: '0' } };
    const paid = await acceptOrder(tx, order, { facts, event, now });
    const placed: Placed = { ...about, state: paid, paymentId: undefined, next: { kind: 'done' } };
    return ok({ kind: 'placed', placed });
  }
  await noteOrder(tx, { cartId, orderId, hold: holdOf(order) });
  if (payment === undefined || input.method === undefined)
    throw new RangeError('something is due without a payment');
  const context = paymentContext(order, number, { payment, isChallengeRequired: input.isChallengeRequired });
  const asked = { orderId, methodId: input.method.id, amountMinor: totals.dueMinor, currency, context, now };
  const begun = await beginPayment(tx, asked);
  if (!begun.ok) return refuse('unknown_payment_method', begun.refusal.message, 'payment.methodId');
  return ok({ ...about, kind: 'call', call: begun.value });
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
