import { expectOk } from '../../../kernel/index.ts';
import { deliverFulfilment, fulfilOrder, listOrders, type OrderId } from '../../../modules/orders/index.ts';
import { type Db, transact } from '../../../platform/database/index.ts';

/** Hands everything of the newest order over to its buyer. */
export async function deliverNewest(db: Db): Promise<{ readonly orderId: OrderId; readonly number: string }> {
  const [newest] = (await listOrders(db, { limit: 1 })).orders;
  if (!newest) throw new Error('nothing was ordered');
  const { id: orderId, number } = newest;
  const staff = { orderId, actor: 'staff', now: Temporal.Now.instant() };
  await transact(db, async (tx) => {
    const sent = { ...staff, carrier: 'DHL', trackingNumber: '00340434161094042557' };
    const { id: fulfilmentId } = expectOk(await fulfilOrder(tx, sent));
    expectOk(await deliverFulfilment(tx, { ...staff, fulfilmentId }));
  });
  return { orderId, number };
}
