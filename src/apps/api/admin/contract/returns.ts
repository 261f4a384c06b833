import { z } from 'zod';
import {
  endpoint,
  id,
  integer,
  list,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import {
  RETURN_REFUSALS,
  RETURN_STATES,
  returned,
  returnedPieces,
  returnFacts,
} from '../../orders/return.ts';
import { contact } from './contacts.ts';

const params = z.strictObject({ id: id<'order'>() });
const returnParams = z.strictObject({ id: id<'order'>(), returnId: id<'return'>() });
const row = z.object({
  ...returnFacts,
  orderId: uuid(),
  orderNumber: z.string(),
  email: contact,
  quantity: z.int(),
});

const shared = { group: 'Returns', audience: 'orders:read', rate: 'read' } as const;
const write = { ...shared, audience: 'orders:write', rate: 'write' } as const;
export const returnEndpoints = {
  listReturns: endpoint({
    ...{ ...shared, method: 'GET', path: '/returns', summary: 'Returns of all orders, the latest first' },
    query: z.strictObject({ ...pageQuery, state: z.enum(RETURN_STATES).optional() }),
    ...{ output: pageOf(row), refusals: { invalid_cursor: 422 } },
  }),
  listOrderReturns: endpoint({
    ...{ ...shared, method: 'GET', path: '/orders/{id}/returns', summary: 'Returns of an order', params },
    ...{ query: z.strictObject(pageQuery), output: pageOf(returned) },
    refusals: { invalid_cursor: 422, unknown_order: 404 },
  }),
  requestReturn: endpoint({
    ...{ ...write, method: 'POST', path: '/orders/{id}/returns', summary: 'Announce what comes back' },
    description: 'Approved at once: staff have decided when they announce it.',
    ...{ params, idempotency: 'transaction', status: 201, refusals: RETURN_REFUSALS },
    body: z.strictObject({ lines: returnedPieces }),
    output: z.object({ id: uuid(), number: z.int() }),
    changes: { kind: 'order', id: 'id', read: 'listOrderReturns' },
  }),
  decideReturn: endpoint({
    ...{ ...write, method: 'PUT', path: '/orders/{id}/returns/{returnId}/decision', params: returnParams },
    summary: 'Approve or reject what a shopper asked to send back',
    body: z.strictObject({
      decision: z.enum(['approved', 'rejected']),
      note: text(1_000).default('').describe('For the shopper: where to, or why not.'),
    }),
    ...{ output: z.object({ state: z.enum(RETURN_STATES) }), refusals: RETURN_REFUSALS },
    changes: { kind: 'return', id: 'returnId', read: 'listOrderReturns' },
  }),
  receiveReturn: endpoint({
    ...{ ...write, method: 'POST', path: '/orders/{id}/returns/{returnId}/receipt', params: returnParams },
    summary: 'Take a return in, as it was found',
    description:
      'What is fit for sale goes back into the stock of the location, what is not is written off. Less than was ' +
      'announced: the rest did not come. Giving the money back is a refund that names the return.',
    body: z.strictObject({
      locationId: id<'location'>(),
      lines: list(
        z.strictObject({
          lineId: id<'order_line'>(),
          sellableQuantity: integer(0, 9_999),
          damagedQuantity: integer(0, 9_999).default(0),
        }),
        500,
        1,
      ),
    }),
    ...{ output: z.object({ state: z.enum(RETURN_STATES) }), idempotency: 'transaction' },
    refusals: { ...RETURN_REFUSALS, unknown_location: 422 },
    changes: { kind: 'return', id: 'returnId', read: 'listOrderReturns' },
  }),
  labelReturn: endpoint({
    ...{ ...write, method: 'PUT', path: '/orders/{id}/returns/{returnId}/label', params: returnParams },
    summary: 'Say how an approved return is to be sent',
    description:
      'At least one of a number, an address, a file and words. Said again, it replaces what was said.',
    body: z.strictObject({
      carrier: text(100).default(''),
      trackingNumber: text(100).default(''),
      url: text(2_000).default('').describe('Where the shopper prints it: https.'),
      fileId: id<'asset'>().optional().describe('A stored file to print.'),
      text: text(2_000).default('').describe("What to do, in the shopper's language."),
    }),
    output: z.object({ isLabelled: z.boolean() }),
    refusals: { ...RETURN_REFUSALS, not_a_web_address: 422, empty_label: 422, unknown_file: 422 },
    changes: { kind: 'return', id: 'returnId', read: 'listOrderReturns' },
  }),
};
