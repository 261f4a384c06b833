import { z } from 'zod';
import { endpoint, fileOutput, id, list, queryList, text, uuid } from '../../../../platform/api/index.ts';

const orderId = id<'order'>();

export const orderBulkEndpoints = {
  fulfilOrders: endpoint({
    ...{ method: 'POST', path: '/order-fulfilments', group: 'Fulfilment', summary: 'Hand many orders over' },
    description:
      'Everything that is open of each, as one parcel an order. Each is done or refused for itself: `outcome` is ' +
      '`fulfilled` or the name of the refusal. Asked again, what went out before is refused and not sent twice.',
    ...{ audience: 'orders:write', rate: 'write', idempotency: 'two_phase', changes: { kind: 'orders' } },
    body: z.strictObject({
      carrier: text(100).default(''),
      orders: list(z.strictObject({ orderId, trackingNumber: text(100).default('') }), 250, 1),
    }),
    output: z.object({
      items: z.array(z.object({ orderId: uuid(), outcome: z.string(), fulfilmentId: uuid().optional() })),
    }),
    refusals: {},
  }),
  packingSlipsPdf: endpoint({
    ...{ method: 'GET', path: '/packing-slips', group: 'Documents', summary: 'Packing slips of many orders' },
    description:
      'As one PDF, an order after the other: what is open of each, or of one that went out whole its last parcel.',
    ...{ audience: 'orders:read', rate: 'read', output: fileOutput, file: 'application/pdf' },
    query: z.strictObject({ orderId: queryList(orderId, 250) }),
    refusals: { unknown_order: 404, nothing_to_pack: 409 },
  }),
};
