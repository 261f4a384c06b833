import { z } from 'zod';
import { endpoint, id, list, pageOf, pageQuery, text, uuid } from '../../../../platform/api/index.ts';
import { fulfilment } from '../../orders/parcel.ts';
import { pieces } from '../../orders/pieces.ts';

const params = z.strictObject({ id: id<'order'>() });
const shared = { group: 'Fulfilment', audience: 'orders:write', rate: 'write', params } as const;
const IN_STATE = { unknown_order: 404, not_possible_in_this_state: 409 } as const;

export const fulfilmentEndpoints = {
  listFulfilments: endpoint({
    ...{ ...shared, method: 'GET', path: '/orders/{id}/fulfilments', summary: 'Parcels of an order' },
    ...{ audience: 'orders:read', rate: 'read', query: z.strictObject(pageQuery) },
    ...{ output: pageOf(fulfilment), refusals: { unknown_order: 404, invalid_cursor: 422 } },
  }),
  fulfilOrder: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{id}/fulfilments', summary: 'Hand pieces over' },
    description: 'Everything that is still open, or the lines that are named, as one parcel.',
    ...{ idempotency: 'transaction', status: 201 },
    body: z.strictObject({
      lines: list(pieces, 500, 1).optional(),
      carrier: text(100).optional(),
      trackingNumber: text(100).optional(),
    }),
    output: z.object({ id: uuid(), number: z.int() }),
    refusals: {
      ...{ ...IN_STATE, unknown_line: 422, not_a_quantity: 422, more_than_open: 409, nothing_to_fulfil: 409 },
      ...({ not_in_stock: 409, awaits_return: 409, too_long: 422 } as const),
    },
    changes: { kind: 'order', id: 'id', read: 'readOrder' },
  }),
  deliverFulfilment: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{id}/deliveries', summary: 'Say that a parcel arrived' },
    ...{ idempotency: 'transaction', body: z.strictObject({ fulfilmentId: id<'fulfilment'>() }) },
    output: z.object({ isDelivered: z.boolean() }),
    refusals: { ...IN_STATE, unknown_fulfilment: 404 },
    changes: { kind: 'order', id: 'id', read: 'readOrder' },
  }),
};
