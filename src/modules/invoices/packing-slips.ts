import type { Db } from '../../platform/database/index.ts';
import { readShop, type Shop } from '../markets/index.ts';
import { type Order, type OrderId, openQuantity, readFulfilments, readOrders } from '../orders/index.ts';
import type { PackingSlip } from './document.ts';
import { type Packed, packingSlipOf } from './packing-slip.ts';

/**
 * The slips of many orders as one PDF, in the order given: of each what is still to be packed, or its last parcel when
 * everything went. `undefined` when there is nothing to pack in any of them.
 */
export async function packingSlipsPdf(
  db: Db,
  { orderIds, now }: { readonly orderIds: readonly OrderId[]; readonly now: Temporal.Instant },
): Promise<Buffer | undefined | 'unknown_order'> {
  const [orders, shop] = await Promise.all([readOrders(db, orderIds), readShop(db)]);
  const slips: PackingSlip[] = [];
  for (const id of orderIds) {
    const order = orders.get(id);
    if (order === undefined) return 'unknown_order';
    const slip = await slipOf(db, order, { shop, now });
    if (slip !== undefined) slips.push(slip);
  }
  if (slips.length === 0) return undefined;
  // Loaded with the first slip, as in document-pdf.ts.
  const { drawPackingSlips } = await import('./pdf/draw-packing-slip.ts');
  return drawPackingSlips(slips);
}

async function slipOf(
  db: Db,
  order: Order,
  { shop, now }: { readonly shop: Shop; readonly now: Temporal.Instant },
): Promise<PackingSlip | undefined> {
  const open: Packed[] = order.lines
    .filter(({ requiresShipping }) => requiresShipping)
    .map((line) => ({ lineId: line.id, quantity: openQuantity(line) }))
    .filter(({ quantity }) => quantity > 0);
  if (open.length > 0 && order.cancelledAt === undefined) {
    return packingSlipOf(order, { lines: open, shippedAt: now }, shop);
  }
  const last = (await readFulfilments(db, order.id)).at(-1);
  return last && packingSlipOf(order, last, shop);
}
