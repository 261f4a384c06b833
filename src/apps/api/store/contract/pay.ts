import { z } from 'zod';
import { ORDER_STATES, type PlaceRefusal } from '../../../../modules/orders/index.ts';
import { endpoint, text, uuid } from '../../../../platform/api/index.ts';
import { token } from './carts.ts';
import { visit } from './visit.ts';

const webAddress = () =>
  text(2_000).regex(/^https?:\/\/[^\s/?#]+([/?#]\S*)?$/, 'an address that begins with https://');

/** How it is to be paid. */
export const paymentInput = z.strictObject({
  methodId: text(36),
  token: text(500).optional().describe("The provider's single-use token; never card data."),
  returnUrl: webAddress(),
  cancelUrl: webAddress(),
});

const next = z
  .object({
    kind: z.enum(['done', 'wait', 'redirect', 'client', 'instructions']),
    provider: z.string().optional(),
    url: z.string().optional(),
    data: z.record(z.string(), z.string()).optional(),
    lines: z.array(z.object({ label: z.string(), value: z.string() })).optional(),
  })
  .describe('What the shopper has to do now: nothing, wait, go to `url`, use `data`, follow `lines`.');

/** An order as it stands once somebody tried to pay it. */
export const placed = z.object({
  orderId: uuid(),
  number: z.string(),
  accessToken: z.string().describe('Opens the order: /orders/{order}/{token}.'),
  state: z.enum(ORDER_STATES),
  next,
});

export const paymentMethods = z.object({
  items: z.array(
    z.object({
      id: uuid(),
      title: z.string(),
      provider: z.string(),
      mode: z.enum(['redirect', 'in_page', 'by_hand']),
    }),
  ),
});

/** Every name by which ordering and paying refuse. */
export const PLACE_REFUSALS = {
  ...({ unknown_cart: 404, unknown_payment_method: 404 } as const),
  ...({ already_ordered: 409, total_changed: 409, out_of_stock: 409, payment_in_progress: 409 } as const),
  ...({ promotion_used_up: 409, insufficient_balance: 409, payment_declined: 409 } as const),
  ...({ empty_cart: 422, missing_details: 422, payment_needed: 422, terms_not_accepted: 422 } as const),
  ...({ too_many_attempts: 429, provider_unavailable: 503 } as const),
} as const satisfies Readonly<Record<PlaceRefusal['code'], number>>;

const params = z.strictObject({ order: text(100, 1), token: token() });
const shared = { group: 'Order', audience: 'order_token', params } as const;

export const payEndpoints = {
  listOrderPaymentMethods: endpoint({
    ...{ ...shared, method: 'GET', path: '/orders/{order}/{token}/payment-methods', rate: 'read' },
    summary: 'Ways to pay what is due of an order',
    ...{ output: paymentMethods, refusals: { unknown_order: 404 } },
  }),
  payOrder: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{order}/{token}/payments', rate: 'write' },
    summary: 'Pay an order that waits for its payment',
    description:
      'What a pay link is for: what was added to an order, the difference of an exchange. What is due is what the order ' +
      'says. A second click goes on with the payment that is under way; of a paid order it changes nothing.',
    ...{ body: z.strictObject({ payment: paymentInput, visit }), output: placed, idempotency: 'two_phase' },
    refusals: { ...PLACE_REFUSALS, unknown_order: 404, not_possible_in_this_state: 409, invalid: 422 },
  }),
};
