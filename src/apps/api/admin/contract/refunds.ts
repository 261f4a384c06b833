import { z } from 'zod';
import {
  endpoint,
  id,
  list,
  moneyInput,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { pieces } from '../../orders/pieces.ts';
import { refund } from '../../orders/refund.ts';
import { REFUND_REFUSALS } from '../../orders/refund-refusals.ts';
import { ALLOWANCE_REFUSALS } from '../refund-allowance.ts';

const params = z.strictObject({ id: id<'order'>() });
const shared = { group: 'Refunds', audience: 'orders:refund', rate: 'write' } as const;

export const refundEndpoints = {
  listRefunds: endpoint({
    ...{ ...shared, method: 'GET', path: '/orders/{id}/refunds', summary: 'Refunds of an order' },
    ...{ audience: 'orders:read', rate: 'read', params, query: z.strictObject(pageQuery) },
    ...{ output: pageOf(refund), refusals: { unknown_order: 404, invalid_cursor: 422 } },
  }),
  refundOrder: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{id}/refunds', summary: 'Give money back', params },
    description:
      'Lines by the piece, what is left of delivery, and goodwill; to what paid, or as store credit. Of pieces that ' +
      'came back and were looked at, something may be kept for their diminished value: `deduction`, with its reason, ' +
      'and `returnId`.',
    ...{ idempotency: 'two_phase', status: 201 },
    body: z.strictObject({
      lines: list(pieces.extend({ deduction: moneyInput().optional() }), 500).default([]),
      deductionReason: text(500).optional().describe('Told to the customer.'),
      withDelivery: z.boolean().default(false),
      goodwill: moneyInput().optional(),
      overpaid: moneyInput().optional().describe('Came in beyond what was due, and goes back.'),
      means: z.enum(['original', 'store_credit']).default('original'),
      reason: text(500, 1),
      returnId: id<'return'>().optional(),
    }),
    output: z.object({ id: uuid() }),
    refusals: { ...REFUND_REFUSALS, ...ALLOWANCE_REFUSALS, other_currency: 422 },
    changes: { kind: 'order', id: 'id', read: 'readOrder' },
  }),
  resolveRefund: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{id}/refunds/{refundId}/resolution' },
    summary: 'Finish a refund of which a provider refused a part',
    params: z.strictObject({ id: id<'order'>(), refundId: id<'refund'>() }),
    body: z.strictObject({
      by: z.enum(['retry', 'store_credit']).describe('Ask for the rest once more, or grant it as credit.'),
    }),
    ...{ output: refund, idempotency: 'two_phase' },
    refusals: { ...REFUND_REFUSALS, unknown_refund: 404 },
    changes: { kind: 'order', id: 'id', read: 'readOrder' },
  }),
};
