import { listOrders, type Order, readOrder } from '../../../modules/orders/index.ts';
import { readVisitor } from '../account/signed-in.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { Visit } from '../personal/visit.ts';

/** The order of this number, if it is the signed-in customer's. */
export async function ownOrder(desk: ShopperDesk, visit: Visit, number: string): Promise<Order | undefined> {
  const current = await readVisitor(desk, visit);
  if (!current) return undefined;
  const { db } = desk.orders;
  const { orders } = await listOrders(db, { customerId: current.customer.id, number, limit: 1 });
  const [found] = orders;
  return found && readOrder(db, found.id);
}
