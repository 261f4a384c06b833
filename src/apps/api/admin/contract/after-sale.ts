import { z } from 'zod';
import { endpoint, id, moneyInput, pageOf, pageQuery, text, uuid } from '../../../../platform/api/index.ts';
import { fulfilment } from '../../orders/parcel.ts';
import { refund } from '../../orders/refund.ts';

const params = z.strictObject({ id: id<'order'>() });
const quantity = z.int().min(1).max(9_999);
const pieces = z.strictObject({ lineId: id<'order_line'>(), quantity });
const lines = z.array(pieces).max(500);
const shared = { group: 'After the sale' } as const;
const IN_STATE = { unknown_order: 404, not_possible_in_this_state: 409 } as const;
const LINES = { unknown_line: 422, not_a_quantity: 422 } as const;

export const afterSaleEndpoints = {
  listFulfilments: endpoint({
    ...{ ...shared, method: 'GET', path: '/orders/{id}/fulfilments', summary: 'Parcels of an order' },
    ...{ audience: 'orders:read', rate: 'read', params, query: z.strictObject(pageQuery) },
    ...{ output: pageOf(fulfilment), refusals: { unknown_order: 404, invalid_cursor: 422 } },
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
      ...({ not_in_stock: 409, awaits_return: 409, too_long: 422 } as const),
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
    ...{ audience: 'orders:read', rate: 'read', params, query: z.strictObject(pageQuery) },
    ...{ output: pageOf(refund), refusals: { unknown_order: 404, invalid_cursor: 422 } },
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
      ...({ nothing_to_refund: 409, no_customer: 409, gift_card_issued: 409, not_returned: 409 } as const),
      ...({
        more_than_overpaid: 409,
        more_than_worth: 409,
        reason_needed: 422,
        paid_by_exchange: 409,
      } as const),
    },
  }),
};
