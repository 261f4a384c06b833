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

/** Whether this browser's cart is the one that the order was made of. */
export async function isOfCart(
  desk: ShopperDesk,
  { cookies }: Pick<Visit, 'cookies'>,
  { cartId }: Pick<Order, 'cartId'>,
): Promise<boolean> {
  if (cookies.cart === undefined || cartId === undefined) return false;
  return (await readCart(desk.orders, cookies.cart))?.id === cartId;
}

/** Where an unpaid order is paid: in the checkout while its cart is here, else on a page of its own. */
export async function wayToPay(desk: ShopperDesk, visit: Visit, order: Order): Promise<string> {
  const isHere = await isOfCart(desk, visit, order);
  return visit.site.to(isHere ? '/checkout' : `/orders/${order.number}/pay`);
}
