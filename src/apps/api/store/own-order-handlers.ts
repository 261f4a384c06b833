import { ok, refuse } from '../../../kernel/index.ts';
import { mergeCarts, prefillFromCustomer, readPricedCart } from '../../../modules/carts/index.ts';
import type { CustomerId } from '../../../modules/customers/index.ts';
import {
  grantOrderAccess,
  listOrders,
  type OrderDeps,
  type OrderId,
  readOrder,
} from '../../../modules/orders/index.ts';
import type { Handlers } from '../../../platform/api/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { orderCursor, readOrderCursor } from '../orders/list-position.ts';
import { amountsIn, cartAnswer } from './answers/cart.ts';
import { orderAnswer } from './answers/order.ts';
import type { ownOrderEndpoints } from './contract/own-orders.ts';
import { customerOf } from './customer-of.ts';

const UNKNOWN_ORDER = refuse('unknown_order', 'the customer has no such order', 'id');

/** Orders and cart of who is signed in. */
export function ownOrderHandlers(deps: OrderDeps): Handlers<typeof ownOrderEndpoints> {
  const { reads } = deps;
  return {
    listOrders: async ({ query: { cursor, limit }, caller }) => {
      const { customerId } = customerOf(caller);
      const position = readOrderCursor('own_orders', cursor);
      if (!position.ok) return position;
      const page = await listOrders(reads, { customerId, limit, ...position.value });
      const items = page.orders.map(({ id, number, state, currency, totalMinor, quantity, placedAt }) => {
        const total = amountsIn(currency)(totalMinor);
        return { id, number, state, total, quantity, placedAt: placedAt.toString() };
      });
      return ok({ items, nextCursor: page.next && orderCursor('own_orders', page.next) });
    },
    readOwnOrder: async ({ params: { id }, caller }) => {
      const order = await ownOrder(reads, id, customerOf(caller).customerId);
      return order === undefined ? UNKNOWN_ORDER : ok(orderAnswer(order));
    },
    openOrder: async ({ params: { id }, caller, now, tx }) => {
      const order = await ownOrder(tx, id, customerOf(caller).customerId);
      if (order === undefined) return UNKNOWN_ORDER;
      return ok({ number: order.number, accessToken: await grantOrderAccess(tx, { orderId: id, now }) });
    },
    takeCart: async ({ body: { token, isPrefilled }, caller, now }) => {
      const merged = await mergeCarts(deps, { token, customerId: customerOf(caller).customerId, now });
      if (merged === undefined) return NO_CART;
      const asked = { token: merged.token, now };
      if (isPrefilled && !(await prefillFromCustomer(deps, asked)).ok) return NO_CART;
      const priced = await readPricedCart(deps, asked);
      return priced === undefined ? NO_CART : ok({ token: merged.token, cart: cartAnswer(priced) });
    },
  };
}

const NO_CART = refuse('no_cart', 'the customer has no cart, and this token opens none', 'token');

async function ownOrder(db: Db, id: OrderId, customerId: CustomerId) {
  const order = await readOrder(db, id);
  return order?.customerId === customerId ? order : undefined;
}
