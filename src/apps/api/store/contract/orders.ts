import { z } from 'zod';
import { ORDER_STATES } from '../../../../modules/orders/index.ts';
import { endpoint, instant, money, moneyInput, text, uuid } from '../../../../platform/api/index.ts';
import { address, deliveryOption } from './address.ts';
import { promotionVerdict, taxTotal, totals } from './cart.ts';
import { token } from './carts.ts';
import { PLACE_REFUSALS, paymentInput, paymentMethods, placed } from './pay.ts';
import { visit } from './visit.ts';

const line = z.object({
  id: uuid(),
  variantId: uuid(),
  productId: uuid(),
  handle: z.string(),
  title: z.string(),
  sku: z.string().optional(),
  options: z.array(z.object({ name: z.string(), value: z.string() })),
  quantity: z.int(),
  giftMessage: z.string(),
  isGift: z.boolean(),
  unitPrice: money,
  discount: money,
  tax: money,
  total: money,
  fulfilledQuantity: z.int(),
  deliveredQuantity: z.int(),
  returnedQuantity: z.int(),
  refundedQuantity: z.int(),
});

/** An order as its shopper may see it. */
export const order = z
  .object({
    id: uuid(),
    number: z.string(),
    state: z.enum(ORDER_STATES),
    placedAt: instant(),
    paidAt: instant().optional(),
    cancelledAt: instant().optional(),
    currency: z.string(),
    pricesIncludeTax: z.boolean(),
    email: z.string(),
    shippingAddress: address.optional(),
    billingAddress: address,
    delivery: deliveryOption.optional(),
    note: z.string(),
    giftMessage: z.string(),
    lines: z.array(line),
    totals,
    taxes: z.array(taxTotal),
    promotions: z.array(promotionVerdict),
    credits: z.array(
      z.object({ kind: z.enum(['gift_card', 'store_credit', 'exchange']), last4: z.string(), amount: money }),
    ),
    due: money,
    authorized: money,
    captured: money,
    refunded: money,
    termsVersion: z.string(),
    verbs: z.array(z.string()).describe('What may be asked of it in this state.'),
  })
  .meta({ id: 'Order' });

const payment = z.object({
  id: uuid(),
  attempt: z.int(),
  provider: z.string(),
  state: z.string(),
  amount: money,
  declined: z.string().optional(),
  means: z.object({ kind: z.string(), brand: z.string(), last4: z.string().optional() }).optional(),
  createdAt: instant(),
});

const orderParams = z.strictObject({ order: text(100, 1), token: token() });
const shared = { group: 'Checkout', audience: 'cart_token' } as const;

export const orderEndpoints = {
  listPaymentMethods: endpoint({
    ...{ ...shared, method: 'GET', path: '/carts/{token}/payment-methods', summary: 'Ways to pay this cart' },
    ...{ rate: 'read', params: z.strictObject({ token: token() }), refusals: { unknown_cart: 404 } },
    output: paymentMethods,
  }),
  checkout: endpoint({
    ...{
      ...shared,
      method: 'POST',
      path: '/carts/{token}/checkout',
      summary: 'Order and pay',
      rate: 'write',
    },
    description:
      'Orders what is in the cart at the prices that hold now. `expectedTotal` is only compared: another total is ' +
      'refused, and nothing is charged. Asking again leads to the same order.',
    params: z.strictObject({ token: token() }),
    body: z.strictObject({
      expectedTotal: moneyInput().optional(),
      payment: paymentInput.optional(),
      terms: z.strictObject({ version: text(50, 1) }),
      visit,
    }),
    output: placed,
    ...{ status: 201, idempotency: 'two_phase', refusals: { ...PLACE_REFUSALS, invalid: 422 } },
  }),
  readOrder: endpoint({
    ...{ group: 'Order', audience: 'order_token', method: 'GET', path: '/orders/{order}/{token}' },
    ...{ summary: 'The order, by its id or number and its token', rate: 'read', params: orderParams },
    ...{ output: order, refusals: { unknown_order: 404 } },
  }),
  readPayments: endpoint({
    ...{ group: 'Order', audience: 'order_token', method: 'GET', path: '/orders/{order}/{token}/payments' },
    ...{ summary: 'How paying stands', rate: 'read', params: orderParams },
    output: z.object({ state: z.enum(ORDER_STATES), due: money, captured: money, items: z.array(payment) }),
    refusals: { unknown_order: 404 },
  }),
  settlePayment: endpoint({
    ...{ group: 'Order', audience: 'order_token', method: 'POST', path: '/orders/{order}/{token}/settle' },
    ...{ summary: 'Ask the provider how paying stands', rate: 'write', params: orderParams },
    description:
      'For who comes back from a payment page. What is answered is what the provider says, nothing else.',
    ...{
      output: z.object({ state: z.enum(ORDER_STATES) }),
      refusals: { unknown_order: 404, provider_unavailable: 503 },
    },
    // Recording the same answer twice is recording it once.
    idempotency: 'none',
  }),
};
