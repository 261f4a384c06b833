import {
  listOrders,
  type Order,
  readLinkedOrders,
  readOrder,
  readOrderByAccess,
} from '../../../modules/orders/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { readVisitor } from '../account/signed-in.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { Reaction, Visit } from '../personal/visit.ts';
import { type OrderKey, readKeys } from './order-keys.ts';

/** The order that the address names, for who placed it: by the key in a guest's cookie, or by being signed in. */
export async function findOrder(desk: ShopperDesk, visit: Visit): Promise<Order | undefined> {
  const { cookies, now, params } = visit;
  const { number = '' } = params;
  const { db } = desk.orders;
  const keys = readKeys(cookies.orders);
  const key = keys.find((each) => each.number === number);
  const byKey = key && (await readOrderByAccess(db, { order: number, token: key.token, now }));
  return byKey ?? (await ownOrder(desk, visit, number)) ?? (await linkedOrder(db, keys, { number, now }));
}

/** What was added to an order, or is sent in exchange, is its buyer's too. */
async function linkedOrder(
  db: Db,
  keys: readonly OrderKey[],
  { number, now }: { readonly number: string; readonly now: Temporal.Instant },
): Promise<Order | undefined> {
  for (const { number: order, token } of keys) {
    const opened = await readOrderByAccess(db, { order, token, now });
    const linked = opened ? await readLinkedOrders(db, opened.id) : [];
    const found = linked.find((one) => one.number === number);
    if (found) return readOrder(db, found.orderId);
  }
  return undefined;
}

/** The same answer for an order that is not there and for one that is somebody else's. */
export function signInFirst({ site, path }: Visit): Reaction {
  return { kind: 'moved', to: `${site.to('/account/sign-in')}?next=${encodeURIComponent(path.slice(1))}` };
}

/** The order of this number, if it is the signed-in customer's. */
async function ownOrder(desk: ShopperDesk, visit: Visit, number: string): Promise<Order | undefined> {
  const current = await readVisitor(desk, visit);
  if (!current) return undefined;
  const { db } = desk.orders;
  const { orders } = await listOrders(db, { customerId: current.customer.id, number, limit: 1 });
  const [found] = orders;
  return found && readOrder(db, found.id);
}
