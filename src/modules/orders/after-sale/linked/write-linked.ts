import { ok, type Result, refuse } from '../../../../kernel/index.ts';
import type { Tx } from '../../../../platform/database/index.ts';
import { newId } from '../../../../platform/id.ts';
import { tell } from '../../../../platform/outbox/index.ts';
import { completeCart, type PricedCart } from '../../../carts/index.ts';
import { reserve } from '../../../inventory/index.ts';
import { claimPromotions } from '../../../pricing/index.ts';
import { newAccess } from '../../access.ts';
import type { Order } from '../../order.ts';
import { acceptOrder } from '../../pay/accept-order.ts';
import { type NewOrder, newOrder } from '../../place/new-order.ts';
import { stateOf } from '../../state.ts';
import { insertEvent } from '../../store/change-order.ts';
import { insertOrder, nextOrderNumber } from '../../store/insert-order.ts';
import { agreedTotals } from '../agree-anew.ts';
import { summedByRate } from '../tax-sums.ts';
import type { LinkedOrder, LinkRefusal, MadeOrder } from './linked-order.ts';
import { insertLink } from './store.ts';

/** How long a pay link is good for, and its goods are held. */
const PAY_DAYS = 14;

export type WriteLinked = {
  readonly kind: LinkedOrder['kind'];
  readonly priced: PricedCart;
  /** Goes with the parcel of the order it is linked to: nothing is charged for delivery. */
  readonly isTravelling: boolean;
  /** What comes back pays so much of it, at most all of it. */
  readonly exchangeMinor: bigint;
  readonly actor: string;
  readonly now: Temporal.Instant;
};

/**
 * Writes an order that belongs to another, which is locked: agreed for what its goods cost now, its stock held. With
 * something due it waits for its payment; with nothing it stands at once. Shown on the timelines of both.
 */
export async function writeLinked(
  tx: Tx,
  parent: Order,
  input: WriteLinked,
): Promise<Result<MadeOrder & { readonly creditMinor: bigint }, LinkRefusal>> {
  const { priced, now } = input;
  const order = linkedOrder(parent, input);
  const { id: orderId, customerId } = order;
  const claimed = await claimPromotions(tx, { quote: priced.quote, orderId, customerId, now });
  if (!claimed.ok) return claimed;
  const expiresAt = order.totals.dueMinor === 0n ? undefined : now.add({ hours: 24 * PAY_DAYS });
  const held = await hold(tx, order, { expiresAt, now });
  if (!held.ok) return held;
  const number = await nextOrderNumber(tx);
  const access = newAccess(now);
  const facts = factsOf(order);
  const state = stateOf(facts);
  const about = { number, state, heldQuantity: held.value, attemptHash: undefined, access, expiresAt, now };
  await insertOrder(tx, order, about);
  await insertLink(tx, { orderId, parentId: parent.id, ...input });
  await completeCart(tx, { cartId: order.cartId, now });
  await tell(tx, 'orders.placed', { orderId });
  const { actor, kind } = input;
  await insertEvent(tx, parent.id, { kind: `${kind}_made`, actor, data: { number } }, now);
  await insertEvent(tx, orderId, { kind: `${kind}_of`, actor, data: { number: parent.number } }, now);
  const { creditMinor, dueMinor } = order.totals;
  if (dueMinor === 0n) {
    const event = { kind: 'paid', actor, data: { amountMinor: '0' } } as const;
    await acceptOrder(tx, order, { facts, event, now });
  }
  return ok({ orderId, number, accessToken: access.token, dueMinor, creditMinor });
}

function linkedOrder(parent: Order, { priced, isTravelling, exchangeMinor }: WriteLinked): NewOrder {
  const made = newOrder(newId(), priced, parent.termsVersion);
  const quotedDelivery = isTravelling ? undefined : made.quotedDelivery;
  const totals = agreedTotals(made.lines, quotedDelivery);
  const creditMinor = exchangeMinor < totals.totalMinor ? exchangeMinor : totals.totalMinor;
  const credit = { kind: 'exchange', giftCardId: undefined, last4: '', amountMinor: creditMinor } as const;
  const { customerId, acceptsMarketing } = parent;
  return {
    ...made,
    ...{ customerId, acceptsMarketing, quotedDelivery },
    delivery: isTravelling ? parent.delivery : made.delivery,
    taxes: summedByRate([...made.lines.flatMap(({ taxes }) => taxes), ...(quotedDelivery?.taxes ?? [])]),
    credits: creditMinor > 0n ? [credit] : [],
    totals: { ...totals, creditMinor, reducedMinor: 0n, dueMinor: totals.totalMinor - creditMinor },
  };
}

async function hold(
  tx: Tx,
  { id: owner, lines, shippingAddress }: NewOrder,
  { expiresAt, now }: { readonly expiresAt: Temporal.Instant | undefined; readonly now: Temporal.Instant },
): Promise<Result<number, LinkRefusal>> {
  const demand = lines.map(({ variantId, quantity }) => ({ variantId, quantity }));
  const destination = shippingAddress && { destination: { country: shippingAddress.country } };
  const until = expiresAt && { expiresAt };
  const held = await reserve(tx, { owner, demand, ...destination, ...until, now });
  if (held.ok) return ok(held.value.reduce((sum, { quantity }) => sum + quantity, 0));
  return refuse('out_of_stock', held.refusal.message, 'lines');
}

function factsOf({ totals, lines }: NewOrder) {
  return {
    ...{ isCancelled: false, isAccepted: false, dueMinor: totals.dueMinor, totalMinor: totals.totalMinor },
    ...{ authorizedMinor: 0n, capturedMinor: 0n, refundedMinor: 0n },
    quantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    ...{ fulfilledQuantity: 0, deliveredQuantity: 0, returnedQuantity: 0 },
  };
}
