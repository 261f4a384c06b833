import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { completeCart } from '../../carts/index.ts';
import { redeem } from '../../credits/index.ts';
import { release, reserve } from '../../inventory/index.ts';
import type { PendingPostings } from '../../ledger/index.ts';
import { claimPromotions } from '../../pricing/index.ts';
import type { Order, OrderEvent } from '../order.ts';
import { creditSource } from '../place/hold-goods.ts';
import type { OrderFacts, OrderState } from '../state.ts';
import { hasOpenOrder, type LockedOrder } from '../store/select-orders.ts';
import { acceptOrder } from './accept-order.ts';
import { exchangeCredit } from './post-exchange.ts';

/** Holds an order's stock once more, without an end; false when there is not enough of it any more. */
export async function holdAgain(tx: Tx, order: Order, now: Temporal.Instant): Promise<boolean> {
  await release(tx, { owner: order.id, now });
  const demand = order.lines.map(({ variantId, quantity }) => ({ variantId, quantity }));
  const country = order.shippingAddress?.country;
  const destination = country === undefined ? {} : { destination: { country } };
  const held = await reserve(tx, { owner: order.id, demand, ...destination, now });
  return held.ok;
}

/**
 * A payment arrived for an order that had expired: it stands again when everything that it let go can be had again, its
 * stock, its credit and its promotions, and its cart was not ordered anew. `undefined`: it cannot, and nothing of it was
 * taken.
 */
export async function reviveOrder(
  tx: Tx,
  order: LockedOrder,
  input: {
    readonly facts: OrderFacts;
    readonly event: Pick<OrderEvent, 'kind' | 'actor' | 'data'>;
    readonly pending?: PendingPostings | undefined;
    readonly now: Temporal.Instant;
  },
): Promise<OrderState | undefined> {
  const { now } = input;
  if (order.cancelReason !== 'expired') return undefined;
  if (order.cartId !== undefined && (await hasOpenOrder(tx, order.cartId))) return undefined;
  await sql`savepoint revival`.execute(tx);
  if (!(await takeAgain(tx, order, now))) {
    await sql`rollback to savepoint revival`.execute(tx);
    return undefined;
  }
  const facts = { ...input.facts, isCancelled: false };
  return acceptOrder(tx, order, { ...input, facts, isRevived: true });
}

async function takeAgain(tx: Tx, order: LockedOrder, now: Temporal.Instant): Promise<boolean> {
  const { id: orderId, customerId, cartId } = order;
  // Its exchange was called off or settled without it.
  if (exchangeCredit(order.credits) > 0n) return false;
  if (cartId !== undefined) await completeCart(tx, { cartId, now });
  const claimed = await claimPromotions(tx, { quote: quoteOf(order), orderId, customerId, now });
  if (!claimed.ok) return false;
  for (const { giftCardId, amountMinor } of order.credits) {
    const source = creditSource({ giftCardId, customerId, currency: order.currency });
    const redeemed = await redeem(tx, { source, amountMinor, orderId, now });
    if (!redeemed.ok) return false;
  }
  return holdAgain(tx, order, now);
}

/** Of the quote, what promotions are claimed by. */
function quoteOf({ currency, verdicts }: Order) {
  return { currency, verdicts };
}
