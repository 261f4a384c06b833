import type { Db } from '../../platform/database/index.ts';
import { readShop, type Shop } from '../markets/index.ts';
import { type Fulfilment, type Order, type OrderId, readFulfilmentsOf, readOrders } from '../orders/index.ts';
import type { PackingSlip } from './document.ts';
import { packingSlipOf } from './packing-slip.ts';
import { parcelsOf, toPack } from './parcels.ts';

/**
 * The slips of many orders as one PDF, in the order given: of each what is still to be packed, or its last parcel when
 * everything went. `undefined` when there is nothing to pack in any of them.
 */
export async function packingSlipsPdf(
  db: Db,
  { orderIds, now }: { readonly orderIds: readonly OrderId[]; readonly now: Temporal.Instant },
): Promise<Buffer | undefined | 'unknown_order'> {
  const [orders, fulfilments, shop] = await Promise.all([
    readOrders(db, orderIds),
    readFulfilmentsOf(db, orderIds),
    readShop(db),
  ]);
  const slips: PackingSlip[] = [];
  for (const id of orderIds) {
    const order = orders.get(id);
    if (order === undefined) return 'unknown_order';
    const slip = slipOf(order, fulfilments.get(id) ?? [], { shop, now });
    if (slip !== undefined) slips.push(slip);
  }
  if (slips.length === 0) return undefined;
  // Loaded with the first slip, as in document-pdf.ts.
  const { drawPackingSlips } = await import('./pdf/draw-packing-slip.ts');
  return drawPackingSlips(slips);
}

function slipOf(
  order: Order,
  fulfilments: readonly Fulfilment[],
  { shop, now }: { readonly shop: Shop; readonly now: Temporal.Instant },
): PackingSlip | undefined {
  const open = toPack(order);
  if (open.length > 0) return packingSlipOf(order, { lines: open, shippedAt: now }, shop);
  const last = parcelsOf(order, fulfilments).at(-1);
  return last && packingSlipOf(order, last, shop);
}
