import { type OrderDeps, type OrderId, readOrder, refundOrder } from '../../src/modules/orders/index.ts';
import { NOW } from '../selling/open-shop.ts';

/** Gives everything back, goods and delivery; refused where that was done before. */
export async function refundAll(deps: OrderDeps, orderId: OrderId) {
  const order = await readOrder(deps.db, orderId);
  const lines = (order?.lines ?? []).map(({ id: lineId, quantity }) => ({ lineId, quantity }));
  const about = { orderId, lines, reason: 'all of it', actor: 'staff', now: NOW } as const;
  return refundOrder(deps, { ...about, delivery: 'rest', goodwillMinor: 0n, means: 'original' });
}
