import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { landCosts } from '../../ledger/index.ts';
import { readShop } from '../../markets/index.ts';
import type { PurchaseOrder } from '../order/purchase-order.ts';
import { dueShares } from './landed-cost.ts';
import { readLandedCosts, writePosted } from './store.ts';

/**
 * Brings the books to what an order's goods cost besides by now: called after everything that changes what came. What is
 * there already is not posted again.
 */
export async function postLanded(tx: Tx, order: PurchaseOrder, now: Temporal.Instant): Promise<void> {
  const costs = await readLandedCosts(tx, order.id);
  const changes = costs.flatMap((cost) => {
    const due = dueShares(cost, order);
    return cost.shares.flatMap(({ lineId, postedMinor }) => {
      const dueMinor = due.get(lineId) ?? 0n;
      return dueMinor === postedMinor
        ? []
        : [{ id: cost.id, lineId, dueMinor, change: dueMinor - postedMinor }];
    });
  });
  if (changes.length === 0) return;
  const { defaultCurrency: currency } = await readShop(tx);
  const items = order.lines.flatMap(({ id: lineId, variantId, received, returned }) =>
    changes
      .filter((one) => one.lineId === lineId)
      .map(({ id: source, change: valueMinor }) => ({
        ...{ source, variantId, pieces: received - returned, valueMinor },
      })),
  );
  await landCosts(tx, { currency, reference: newId(), memo: order.number, now, items });
  await writePosted(
    tx,
    changes.map(({ id, lineId, dueMinor }) => ({ id, lineId, postedMinor: dueMinor })),
  );
}
