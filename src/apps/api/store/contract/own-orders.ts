import { z } from 'zod';
import { ORDER_STATES } from '../../../../modules/orders/index.ts';
import { endpoint, id, instant, money, pageOf, pageQuery, uuid } from '../../../../platform/api/index.ts';
import { cart } from './cart.ts';
import { token } from './carts.ts';
import { order } from './orders.ts';

const row = z.object({
  id: uuid(),
  number: z.string(),
  state: z.enum(ORDER_STATES),
  total: money,
  quantity: z.int(),
  placedAt: instant(),
});

const shared = { group: 'Customer', audience: 'customer', rate: 'read' } as const;
const params = z.strictObject({ id: id<'order'>() });

export const ownOrderEndpoints = {
  listOrders: endpoint({
    ...{
      ...shared,
      method: 'GET',
      path: '/customer/orders',
      summary: "The customer's orders, the latest first",
    },
    ...{ query: z.strictObject(pageQuery), output: pageOf(row), refusals: { invalid_cursor: 422 } },
  }),
  readOwnOrder: endpoint({
    ...{ ...shared, method: 'GET', path: '/customer/orders/{id}', summary: "One of the customer's orders" },
    ...{ params, output: order, refusals: { unknown_order: 404 } },
  }),
  openOrder: endpoint({
    ...{ ...shared, method: 'POST', path: '/customer/orders/{id}/access', summary: 'Have an order opened' },
    description: 'The token opens everything below /orders/{order}/{token}: parcels, documents, returns.',
    ...{ rate: 'write', params, idempotency: 'transaction', status: 201, refusals: { unknown_order: 404 } },
    output: z.object({ number: z.string(), accessToken: z.string() }),
  }),
  takeCart: endpoint({
    ...{ ...shared, method: 'POST', path: '/customer/cart', summary: "Make a cart the customer's own" },
    description:
      'After signing in: the cart of this device, joined with the one from another. Without a token the one that the ' +
      'customer has, if any. `isPrefilled` says who, where to and how as the account knows it, where nothing was said.',
    ...{ rate: 'write', idempotency: 'two_phase', status: 201 },
    body: z.strictObject({ token: token().optional(), isPrefilled: z.boolean().default(false) }),
    output: z.object({ token: z.string(), cart }),
    refusals: { no_cart: 404 },
  }),
};
