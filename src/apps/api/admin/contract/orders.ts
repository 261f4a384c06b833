import { z } from 'zod';
import { type CancelReason, ORDER_EVENT_KINDS, ORDER_STATES } from '../../../../modules/orders/index.ts';
import {
  endpoint,
  id,
  instant,
  list,
  money,
  moneyInput,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { order } from '../../store/contract/orders.ts';
import { ALLOWANCE_REFUSALS } from '../refund-allowance.ts';
import { orderContacts } from './contacts.ts';
import { orderListEndpoints } from './order-list.ts';

const params = z.strictObject({ id: id<'order'>() });
const state = z.object({ state: z.enum(ORDER_STATES) });
const REASONS = ['shopper', 'merchant', 'out_of_stock', 'fraud'] as const satisfies readonly CancelReason[];
const shared = { group: 'Orders' } as const;

export const orderEvent = z.object({
  kind: z.enum(ORDER_EVENT_KINDS),
  at: instant(),
  actor: z.string(),
  data: z.record(z.string(), z.string()),
});

export const orderPayment = z.object({
  id: uuid(),
  attempt: z.int(),
  provider: z.string(),
  reference: z.string().optional(),
  state: z.string(),
  amount: money,
  authorized: money,
  captured: money,
  refunded: money,
  disputed: money,
  fee: money,
  declined: z.string().optional(),
  means: z.object({ kind: z.string(), brand: z.string(), last4: z.string().optional() }).optional(),
  createdAt: instant(),
});

export const orderAdminEndpoints = {
  ...orderListEndpoints,
  readOrder: endpoint({
    ...{ ...shared, method: 'GET', path: '/orders/{id}', summary: 'An order with all of its lines' },
    ...{ audience: 'orders:read', rate: 'read', params, refusals: { unknown_order: 404 } },
    output: order.extend({
      ...orderContacts,
      customerId: uuid().optional(),
      market: z.string(),
      locale: z.string(),
      vatId: z.string(),
      cancelReason: z.string().optional(),
    }),
  }),
  readTimeline: endpoint({
    ...{ ...shared, method: 'GET', path: '/orders/{id}/timeline', summary: 'What happened to an order' },
    ...{ audience: 'orders:read', rate: 'read', params, query: z.strictObject(pageQuery) },
    ...{ output: pageOf(orderEvent), refusals: { unknown_order: 404, invalid_cursor: 422 } },
  }),
  addNote: endpoint({
    ...{
      ...shared,
      method: 'POST',
      path: '/orders/{id}/notes',
      summary: 'Note something; shoppers never see it',
    },
    ...{ audience: 'orders:write', rate: 'write', params },
    body: z.strictObject({
      text: text(2_000, 1),
      mentions: list(id<'member'>(), 20)
        .default([])
        .describe('Members of staff whom it is for: it waits for them until they look at the order.'),
    }),
    ...{ output: z.object({ isNoted: z.boolean() }), status: 201, idempotency: 'transaction' },
    refusals: { missing: 422, too_long: 422, unknown_order: 404 },
    changes: { kind: 'order', id: 'id' },
  }),
  cancelOrder: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{id}/cancel', summary: 'Cancel an order' },
    description:
      'Of which nothing was handed over: goods, codes, credit and money go back. What goes back counts against what the ' +
      'caller may refund.',
    ...{ audience: 'orders:write', rate: 'write', params, body: z.strictObject({ reason: z.enum(REASONS) }) },
    ...{ output: state, idempotency: 'two_phase' },
    refusals: {
      ...{ ...ALLOWANCE_REFUSALS, unknown_order: 404, not_possible_now: 409 },
      payment_in_progress: 409,
    },
    changes: { kind: 'order', id: 'id', read: 'readOrder' },
  }),
  capturePayment: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{id}/capture', summary: 'Take authorised money' },
    ...{ audience: 'orders:refund', rate: 'write', params, output: state, idempotency: 'two_phase' },
    body: z.strictObject({
      key: text(100, 1).describe('Names this capture, a parcel say: the same one again is the same capture.'),
      amount: moneyInput().optional().describe('All that is left when it is not given.'),
      isFinal: z.boolean().optional().describe('Gives the rest back to the shopper.'),
    }),
    refusals: {
      ...({ unknown_order: 404, unknown_payment: 404, not_an_amount: 422, other_currency: 422 } as const),
      ...({ not_possible_now: 409, not_authorized: 409, not_captured: 409, more_than_left: 409 } as const),
      ...({ operation_pending: 409, refused_by_provider: 409, provider_unavailable: 503 } as const),
    },
    changes: { kind: 'order', id: 'id', read: 'readOrder' },
  }),
  readOrderPayments: endpoint({
    ...{ ...shared, method: 'GET', path: '/orders/{id}/payments', summary: 'Payments of an order' },
    ...{ audience: 'payments:read', rate: 'read', params, refusals: {} },
    output: z.object({ items: z.array(orderPayment) }),
  }),
};
