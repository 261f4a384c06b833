import type { Tx } from '../../../platform/database/index.ts';
import { expectGoods } from '../../inventory/index.ts';
import { readUsualLateness } from '../score/lateness.ts';
import { openQuantity, type PurchaseOrder } from './purchase-order.ts';

/**
 * Has the shop expect what an order still brings, from when the supplier knows of it: its promises to shoppers say when
 * more comes, on the day that was promised last and as much later as the supplier usually is. The same again writes the same.
 */
export async function expectFrom(tx: Tx, order: PurchaseOrder): Promise<void> {
  const { id, state, supplierId, locationId, lines } = order;
  const isComing = state === 'sent' || state === 'confirmed' || state === 'partly_received';
  const lateDays = isComing ? await readUsualLateness(tx, supplierId) : 0;
  const goods = lines.flatMap((line) => {
    const expectedOn = line.confirmed.expectedOn ?? order.expectedOn;
    const quantity = openQuantity(line);
    if (!isComing || expectedOn === undefined || quantity === 0) return [];
    return [{ variantId: line.variantId, locationId, expectedOn, quantity, lateDays }];
  });
  await expectGoods(tx, { source: `purchase_order:${id}`, goods });
}
