import { z } from 'zod';
import {
  dateInput,
  endpoint,
  id,
  instant,
  integer,
  list,
  pageOf,
  pageQuery,
  queryList,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { stockItem } from './stock-desk.ts';

const STATES = ['draft', 'sent', 'received', 'cancelled'] as const;
const PIECES = 1_000_000;
const LINES = 1_000;

export const act = z.object({ at: instant(), by: z.string().describe('`staff:ID` or `api_key:ID`.') });

const row = z.object({
  id: uuid(),
  number: z.string().describe('As people call it: T-12.'),
  fromId: uuid(),
  toId: uuid(),
  state: z.enum(STATES),
  expectedOn: z.string().optional(),
  note: z.string(),
  missing: z.enum(['lost', 'back']).optional().describe('What became of pieces that did not arrive.'),
  quantity: z.int().describe('Pieces in all.'),
  received: z.int().describe('Of these, how many have come.'),
  ...{ made: act, sent: act.optional(), closed: act.optional() },
});
const transfer = row
  .extend({
    lines: z.array(
      z.object({
        variantId: uuid(),
        item: stockItem.optional(),
        quantity: z.int(),
        received: z.int(),
        available: z.int().describe('Where they come from, now.'),
      }),
    ),
  })
  .meta({ id: 'Transfer' });

const draft = z.strictObject({
  fromId: id<'location'>(),
  toId: id<'location'>(),
  expectedOn: dateInput().optional(),
  note: text(2_000).default(''),
  lines: list(z.strictObject({ variantId: id<'variant'>(), quantity: integer(1, PIECES) }), LINES),
});

const shared = { group: 'Transfers', audience: 'stock:write', rate: 'write', output: transfer } as const;
const changes = { kind: 'transfer', id: 'id', read: 'readTransfer' } as const;
const params = z.strictObject({ id: id<'transfer'>() });
const saving = { same_location: 422, unknown_location: 422, unknown_variant: 422 } as const;
const known = { not_found: 404, wrong_state: 409 } as const;

export const transferEndpoints = {
  listTransfers: endpoint({
    ...{ method: 'GET', path: '/transfers', group: 'Transfers', summary: 'Transfers, the latest first' },
    ...{ audience: 'stock:read', rate: 'read', output: pageOf(row.meta({ id: 'TransferRow' })) },
    query: z.strictObject({
      ...pageQuery,
      state: queryList(z.enum(STATES), 4).optional(),
      locationId: id<'location'>().optional(),
    }),
    refusals: { invalid_cursor: 422 },
  }),
  readTransfer: endpoint({
    ...{ ...shared, method: 'GET', path: '/transfers/{id}', summary: 'One transfer', params },
    ...{ audience: 'stock:read', rate: 'read', refusals: { not_found: 404 } },
  }),
  createTransfer: endpoint({
    changes,
    ...{ ...shared, method: 'POST', path: '/transfers', summary: 'Plan a transfer', body: draft },
    ...{ status: 201, idempotency: 'transaction', refusals: { ...saving, ...known } },
  }),
  changeTransfer: endpoint({
    changes,
    ...{ ...shared, method: 'PUT', path: '/transfers/{id}', summary: 'Change a draft, all of it' },
    ...{ params, body: draft, refusals: { ...saving, ...known } },
  }),
  cancelTransfer: endpoint({
    changes,
    ...{
      ...shared,
      method: 'POST',
      path: '/transfers/{id}/cancellation',
      summary: 'Give up a draft',
      params,
    },
    ...{ idempotency: 'transaction', refusals: known },
  }),
  sendTransfer: endpoint({
    changes,
    ...{ ...shared, method: 'POST', path: '/transfers/{id}/dispatch', summary: 'Send it off', params },
    description:
      'All of its goods leave their place, or none. They are incoming at the destination until they come.',
    ...{ idempotency: 'transaction' },
    refusals: { ...known, no_lines: 409, unknown_variant: 409, would_go_below_zero: 409 },
  }),
  receiveTransfer: endpoint({
    changes,
    ...{
      ...shared,
      method: 'POST',
      path: '/transfers/{id}/receipts',
      summary: 'Take in what has come',
      params,
    },
    description: 'As often as something comes. `missing` closes it although something has not.',
    body: z.strictObject({
      lines: list(z.strictObject({ variantId: id<'variant'>(), received: integer(0, PIECES) }), LINES),
      missing: z
        .enum(['lost', 'back'])
        .optional()
        .describe('`lost`: written off. `back`: it never left, and is where it came from.'),
    }),
    ...{ idempotency: 'transaction', refusals: { ...known, not_on_transfer: 422 } },
  }),
};
