import { z } from 'zod';
import { RETURN_REASONS } from '../../../../modules/orders/index.ts';
import {
  endpoint,
  id,
  instant,
  integer,
  list,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';

export const RETURN_STATES = ['requested', 'approved', 'rejected', 'received'] as const;

const params = z.strictObject({ id: id<'order'>() });
const returnParams = z.strictObject({ id: id<'order'>(), returnId: id<'return'>() });
const facts = {
  id: uuid(),
  number: z.int().describe('1 for the first of its order.'),
  state: z.enum(RETURN_STATES),
  isWithdrawal: z.boolean(),
  isExchange: z.boolean(),
  requestedAt: instant(),
  receivedAt: instant().optional(),
};
const row = z.object({
  ...facts,
  orderId: uuid(),
  orderNumber: z.string(),
  email: z.string(),
  quantity: z.int(),
});

/** A return with its lines, as it was announced and as it was found. */
export const returned = z
  .object({
    ...facts,
    decidedAt: instant().optional(),
    decisionNote: z.string(),
    lines: z.array(
      z.object({
        lineId: uuid(),
        quantity: z.int(),
        reason: z.enum(RETURN_REASONS),
        note: z.string(),
        sellableQuantity: z.int(),
        damagedQuantity: z.int(),
      }),
    ),
  })
  .meta({ id: 'Return' });

/** What comes back, by the piece. */
export const returnedPieces = list(
  z.strictObject({
    lineId: id<'order_line'>(),
    quantity: integer(1, 9_999),
    reason: z.enum(RETURN_REASONS),
    note: text(1_000).optional(),
  }),
  500,
  1,
);

const shared = { group: 'Returns', audience: 'orders:read', rate: 'read' } as const;
const write = { ...shared, audience: 'orders:write', rate: 'write' } as const;
const NOT_NOW = { unknown_order: 404, unknown_return: 404, not_possible_in_this_state: 409 } as const;
const LINES = { unknown_line: 422, not_a_quantity: 422, not_a_reason: 422, too_long: 422 } as const;
const TOO_MANY = { more_than_handed_over: 409, nothing_to_return: 409 } as const;

/** Every name by which announcing, deciding and receiving refuse. */
export const RETURN_REFUSALS = { ...NOT_NOW, ...LINES, ...TOO_MANY } as const;

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
  }),
  decideReturn: endpoint({
    ...{ ...write, method: 'PUT', path: '/orders/{id}/returns/{returnId}/decision', params: returnParams },
    summary: 'Approve or reject what a shopper asked to send back',
    body: z.strictObject({
      decision: z.enum(['approved', 'rejected']),
      note: text(1_000).default('').describe('For the shopper: where to, or why not.'),
    }),
    ...{ output: z.object({ state: z.enum(RETURN_STATES) }), refusals: RETURN_REFUSALS },
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
  }),
};
