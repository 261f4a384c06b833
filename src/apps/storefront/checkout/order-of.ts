import { readCart } from '../../../modules/carts/index.ts';
import { type Order, readOrder, readOrderByAccess } from '../../../modules/orders/index.ts';
import { readKeys } from '../order/order-keys.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { Visit } from '../personal/visit.ts';

/** The order that this browser placed last, by its key or by the cart that it is made of. */
export async function orderOf(desk: ShopperDesk, { cookies, now }: Visit): Promise<Order | undefined> {
  const [key] = readKeys(cookies.orders);
  const byKey =
    key && (await readOrderByAccess(desk.orders.db, { order: key.number, token: key.token, now }));
  if (byKey) return byKey;
  const cart = cookies.cart === undefined ? undefined : await readCart(desk.orders, cookies.cart);
  return cart?.orderId === undefined ? undefined : readOrder(desk.orders.db, cart.orderId);
}
