import { z } from 'zod';
import { RETURN_REASONS } from '../../../../modules/orders/index.ts';
import { endpoint, id, instant, money, moneyInput, text, uuid } from '../../../../platform/api/index.ts';

const params = z.strictObject({ id: id<'order'>() });
const quantity = z.int().min(1).max(9_999);
const pieces = z.strictObject({ lineId: id<'order_line'>(), quantity });
const lines = z.array(pieces).max(500);
const shared = { group: 'After the sale' } as const;
const fulfilment = z.object({
  id: uuid(),
  number: z.int(),
  carrier: z.string(),
  trackingNumber: z.string(),
  shippedAt: instant(),
  deliveredAt: instant().optional(),
  lines: z.array(z.object({ lineId: uuid(), quantity: z.int() })),
});
const refund = z.object({
  id: uuid(),
  number: z.int(),
  state: z.enum(['pending', 'done', 'refused']),
  reason: z.string(),
  amount: money,
  tax: money,
  requestedAt: instant(),
});
const IN_STATE = { unknown_order: 404, not_possible_in_this_state: 409 } as const;
const LINES = { unknown_line: 422, not_a_quantity: 422 } as const;

export const afterSaleEndpoints = {
  listFulfilments: endpoint({
    ...{ ...shared, method: 'GET', path: '/orders/{id}/fulfilments', summary: 'Parcels of an order' },
    ...{ audience: 'orders:read', rate: 'read', params, refusals: { unknown_order: 404 } },
    output: z.object({ items: z.array(fulfilment) }),
  }),
  fulfilOrder: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{id}/fulfilments', summary: 'Hand pieces over' },
    description: 'Everything that is still open, or the lines that are named, as one parcel.',
    ...{ audience: 'orders:write', rate: 'write', params, idempotency: 'transaction', status: 201 },
    body: z.strictObject({
      lines: lines.min(1).optional(),
      carrier: text(100).optional(),
      trackingNumber: text(100).optional(),
    }),
    output: z.object({ id: uuid(), number: z.int() }),
    refusals: {
      ...{ ...IN_STATE, ...LINES, more_than_open: 409, nothing_to_fulfil: 409 },
      ...({ not_in_stock: 409, too_long: 422 } as const),
    },
  }),
  deliverFulfilment: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{id}/deliveries', summary: 'Say that a parcel arrived' },
    ...{ audience: 'orders:write', rate: 'write', params, idempotency: 'transaction' },
    body: z.strictObject({ fulfilmentId: id<'fulfilment'>() }),
    output: z.object({ isDelivered: z.boolean() }),
    refusals: { ...IN_STATE, unknown_fulfilment: 404 },
  }),
  listRefunds: endpoint({
    ...{ ...shared, method: 'GET', path: '/orders/{id}/refunds', summary: 'Refunds of an order' },
    ...{ audience: 'orders:read', rate: 'read', params, refusals: { unknown_order: 404 } },
    output: z.object({ items: z.array(refund) }),
  }),
  refundOrder: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{id}/refunds', summary: 'Give money back' },
    description:
      'Lines by the piece, what is left of delivery, and goodwill; to what paid, or as store credit.',
    ...{ audience: 'orders:refund', rate: 'write', params, idempotency: 'two_phase', status: 201 },
    body: z.strictObject({
      lines: lines.default([]),
      withDelivery: z.boolean().default(false),
      goodwill: moneyInput().optional(),
      means: z.enum(['original', 'store_credit']).default('original'),
      reason: text(500, 1),
      returnId: id<'return'>().optional(),
    }),
    output: z.object({ id: uuid() }),
    refusals: {
      ...{ ...IN_STATE, ...LINES, not_an_amount: 422, other_currency: 422, too_long: 422 },
      ...({ more_than_bought: 409, more_than_delivery: 409, more_than_paid: 409 } as const),
      ...({ nothing_to_refund: 409, no_customer: 409, gift_card_issued: 409 } as const),
    },
  }),
  requestReturn: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{id}/returns', summary: 'Announce what comes back' },
    ...{ audience: 'orders:write', rate: 'write', params, idempotency: 'transaction', status: 201 },
    body: z.strictObject({
      lines: z
        .array(pieces.extend({ reason: z.enum(RETURN_REASONS), note: text(1_000).optional() }))
        .min(1)
        .max(500),
    }),
    output: z.object({ id: uuid(), number: z.int() }),
    refusals: {
      ...{ ...IN_STATE, ...LINES, unknown_return: 404, not_a_reason: 422, too_long: 422 },
      ...({ more_than_handed_over: 409, nothing_to_return: 409 } as const),
    },
  }),
};
