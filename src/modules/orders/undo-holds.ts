import type { Tx } from '../../platform/database/index.ts';
import { releaseCart } from '../carts/index.ts';
import { restore } from '../credits/index.ts';
import { release } from '../inventory/index.ts';
import { releasePromotions } from '../pricing/index.ts';
import type { Order } from './order.ts';

/** Gives back what a locked order held: the cart's freedom, uses of promotions, credit, and stock, in this order. */
export async function undoHolds(
  tx: Tx,
  order: Pick<Order, 'id' | 'cartId' | 'verdicts' | 'credits'>,
  now: Temporal.Instant,
): Promise<void> {
  const { id: orderId, cartId } = order;
  if (cartId !== undefined) await releaseCart(tx, { cartId, orderId });
  if (order.verdicts.some(({ isApplied }) => isApplied)) await releasePromotions(tx, { orderId, now });
  if (order.credits.length > 0) await restore(tx, { orderId, now });
  await release(tx, { owner: orderId, now });
}
