import { z } from 'zod';
import { segmentRule } from '../../../../modules/customers/index.ts';
import { endpoint, id, instant, money, text, uuid } from '../../../../platform/api/index.ts';
import { RETURN_STATES } from '../../orders/return.ts';
import { customerAddress } from './contacts.ts';
import { customerRow } from './customer-list.ts';
import { consent } from './customers.ts';
import { orderRow } from './order-list.ts';

const note = z.object({ id: z.string(), text: z.string(), actor: z.string(), at: instant() });
const cart = z.object({
  id: uuid(),
  items: z.int(),
  currency: z.string(),
  changedAt: instant(),
});
const params = z.strictObject({ id: id<'customer'>() });
const read = { group: 'Customers', method: 'GET', audience: 'customers:read', rate: 'read' } as const;
const write = { ...read, method: 'POST', audience: 'customers:write', rate: 'write' } as const;

const segment = z.object({
  id: uuid(),
  code: z.string(),
  name: z.string(),
  rule: segmentRule.optional(),
  members: z.int(),
  changedAt: instant(),
});
const segmentParams = z.strictObject({ id: id<'segment'>() });
const segmentBody = z.strictObject({
  code: text(40, 1).describe('What prices and promotions name it by. It stays.'),
  name: text(80, 1),
  rule: segmentRule.optional().describe('Without one, its members are chosen by hand.'),
});
const SEGMENT_REFUSALS = {
  ...({ not_found: 404, invalid_code: 422, invalid_name: 422, code_taken: 409 } as const),
} as const;

export const customerDeskEndpoints = {
  readCustomerDesk: endpoint({
    ...{ ...read, path: '/customers/{id}/desk', summary: 'A customer and all that belongs to them', params },
    output: z.object({
      customer: customerRow,
      addresses: z.array(
        z.object({
          id: uuid(),
          address: customerAddress,
          isDefaultShipping: z.boolean(),
          isDefaultBilling: z.boolean(),
        }),
      ),
      orders: z.array(orderRow).optional().describe('The latest 20, for who may read orders.'),
      returns: z
        .array(
          z.object({
            ...{ id: uuid(), number: z.int(), state: z.enum(RETURN_STATES), quantity: z.int() },
            ...{ orderId: uuid(), orderNumber: z.string(), requestedAt: instant() },
          }),
        )
        .optional(),
      carts: z.array(cart).describe('Open ones.'),
      consents: z.array(consent),
      notes: z.array(note),
      credits: z.array(money).describe('Store credit, by currency.'),
      wishes: z.int(),
    }),
    refusals: { not_found: 404 },
  }),
  addCustomerNote: endpoint({
    ...{ ...write, path: '/customers/{id}/notes', summary: 'Note something about a customer', params },
    ...{ body: z.strictObject({ text: text(2_000, 1) }), output: z.object({ isNoted: z.boolean() }) },
    ...{ status: 201, idempotency: 'transaction', changes: { kind: 'customer', id: 'id' } },
    refusals: { not_found: 404, missing: 422, too_long: 422 },
  }),
  listSegments: endpoint({
    ...{ ...read, path: '/segments', summary: 'Segments of customers, by name' },
    ...{ output: z.object({ items: z.array(segment) }), refusals: {} },
  }),
  createSegment: endpoint({
    ...{ ...write, path: '/segments', summary: 'Make a segment, by hand or by a rule', body: segmentBody },
    ...{ output: z.object({ id: uuid() }), status: 201, idempotency: 'transaction' },
    changes: { kind: 'segment', id: 'id' },
    refusals: SEGMENT_REFUSALS,
  }),
  changeSegment: endpoint({
    ...{
      ...write,
      method: 'PUT',
      path: '/segments/{id}',
      summary: 'Change a segment',
      params: segmentParams,
    },
    ...{ body: segmentBody, output: z.object({ id: uuid() }), refusals: SEGMENT_REFUSALS },
    changes: { kind: 'segment', id: 'id' },
  }),
  removeSegment: endpoint({
    ...{ ...write, method: 'DELETE', path: '/segments/{id}', summary: 'Take a segment away' },
    ...{ params: segmentParams, output: z.object({ isRemoved: z.boolean() }), refusals: { not_found: 404 } },
    changes: { kind: 'segment', id: 'id' },
  }),
  previewSegment: endpoint({
    ...{ ...write, path: '/segment-preview', audience: 'customers:read', idempotency: 'none' },
    summary: 'Whom a rule would take',
    description: 'How many, and the newest of them. Nothing is written.',
    body: z.strictObject({ rule: segmentRule }),
    ...{ output: z.object({ count: z.int(), first: z.array(customerRow) }), refusals: {} },
    changes: { nothing: 'a look' },
  }),
};
