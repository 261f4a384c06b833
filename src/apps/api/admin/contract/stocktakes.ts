import { z } from 'zod';
import {
  endpoint,
  id,
  instant,
  integer,
  list,
  money,
  pageOf,
  pageQuery,
  queryFlag,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { stockItem } from './stock-desk.ts';
import { act } from './transfers.ts';

const STATES = ['open', 'approved', 'cancelled'] as const;
const PIECES = 1_000_000;

const row = z.object({
  id: uuid(),
  number: z.string().describe('As people call it: C-12.'),
  locationId: uuid(),
  name: z.string(),
  scope: z.enum(['all', 'listed']),
  isBlind: z.boolean().describe('Who counts does not see what should be there.'),
  state: z.enum(STATES),
  ...{ opened: act, closed: act.optional() },
  lines: z.int().describe('Goods to be counted.'),
  counted: z.int(),
  different: z.int(),
  people: z.array(z.string()).describe('Who has counted.'),
});
const stocktake = row.meta({ id: 'Stocktake' });

const line = z
  .object({
    variantId: uuid(),
    item: stockItem,
    counted: z.int().optional(),
    expected: z
      .int()
      .optional()
      .describe('What the books had when it was counted; not told while counting blind.'),
    difference: z.int().optional(),
    worth: money
      .optional()
      .meta({ permission: 'costs:read' })
      .describe('The difference at cost, never below zero.'),
    onHandAfter: z.int().optional().describe('What there would be if it were approved now.'),
    isBelowPromised: z
      .boolean()
      .describe('Orders are promised more than there would be: approving is refused.'),
    isUnsure: z.boolean().describe('Something moved while it was counted: count it anew.'),
    countedBy: z.array(z.string()),
    countedAt: instant().optional(),
  })
  .meta({ id: 'StocktakeLine' });

const summary = z.object({
  over: z.int().describe('Pieces more than expected.'),
  short: z.int().describe('Pieces fewer than expected.'),
  overWorth: money.optional().meta({ permission: 'costs:read' }),
  shortWorth: money.optional().meta({ permission: 'costs:read' }),
  withoutCost: z
    .int()
    .optional()
    .describe('Goods that differ and have no known cost.')
    .meta({ permission: 'costs:read' }),
});

const shared = { group: 'Stocktakes', audience: 'stock:write', rate: 'write', output: stocktake } as const;
const read = { ...shared, audience: 'stock:read', rate: 'read', method: 'GET' } as const;
const params = z.strictObject({ id: id<'stocktake'>() });
const changes = { kind: 'stocktake', id: 'id', read: 'readStocktake' } as const;
const known = { not_found: 404, not_open: 409 } as const;

export const stocktakeEndpoints = {
  listStocktakes: endpoint({
    ...{ ...read, path: '/stocktakes', summary: 'Stocktakes, the latest first', output: pageOf(stocktake) },
    query: z.strictObject({
      ...{ ...pageQuery, state: z.enum(STATES).optional(), locationId: id<'location'>().optional() },
    }),
    refusals: { invalid_cursor: 422 },
  }),
  readStocktake: endpoint({
    ...{ ...read, path: '/stocktakes/{id}', summary: 'One stocktake', params, refusals: { not_found: 404 } },
  }),
  listStocktakeLines: endpoint({
    ...{ ...read, path: '/stocktakes/{id}/lines', summary: 'Its goods, in the order of their names', params },
    query: z.strictObject({
      ...pageQuery,
      q: text(200).optional(),
      shown: z.enum(['all', 'counted', 'uncounted', 'different']).default('all'),
      reveals: queryFlag()
        .optional()
        .describe('Tells what is expected of a blind count, too: for who reviews it.'),
    }),
    ...{ output: pageOf(line), refusals: { invalid_cursor: 422, not_found: 404 } },
  }),
  readStocktakeSummary: endpoint({
    ...{
      ...read,
      path: '/stocktakes/{id}/summary',
      summary: 'What approving changes, in pieces and money',
      params,
    },
    ...{ audience: 'stock:write', output: summary, refusals: { not_found: 404 } },
  }),
  openStocktake: endpoint({
    changes,
    ...{ ...shared, method: 'POST', path: '/stocktakes', summary: 'Begin to count' },
    body: z.strictObject({
      locationId: id<'location'>(),
      name: text(200, 1),
      isBlind: z.boolean().default(false),
      variantIds: list(id<'variant'>(), 20_000)
        .optional()
        .describe('Left out: everything that the place holds.'),
    }),
    ...{ status: 201, idempotency: 'transaction' },
    refusals: { unknown_location: 422, unknown_variant: 422, not_found: 404 },
  }),
  countItems: endpoint({
    changes,
    ...{ ...shared, method: 'POST', path: '/stocktakes/{id}/entries', summary: 'Say what was seen', params },
    description: 'What several people see of one variant is added up; below zero takes back a mistake.',
    body: z.strictObject({
      entries: list(
        z.strictObject({
          variantId: id<'variant'>(),
          quantity: integer(-PIECES, PIECES),
          isAnew: z.boolean().default(false).describe('In place of what was counted before.'),
        }),
        500,
        1,
      ),
    }),
    ...{ status: 201, idempotency: 'transaction' },
    refusals: { ...known, unknown_variant: 422, below_zero: 409 },
  }),
  approveStocktake: endpoint({
    changes,
    ...{ ...shared, method: 'POST', path: '/stocktakes/{id}/approval', summary: 'Correct the stock', params },
    description:
      'Differences are moved, not figures set: what was sold since it was counted stays sold. All of it, or nothing.',
    body: z.strictObject({
      uncounted: z
        .enum(['none', 'as_they_are'])
        .describe('Of what nobody saw there is none, or it stays as it is.'),
      leavesOut: list(id<'variant'>(), 1_000).default([]).describe('Stay as they are, whatever was counted.'),
    }),
    ...{ idempotency: 'transaction' },
    refusals: { ...known, nothing_counted: 409, unknown_variant: 409, would_go_below_zero: 409 },
  }),
  cancelStocktake: endpoint({
    changes,
    ...{ ...shared, method: 'POST', path: '/stocktakes/{id}/cancellation', summary: 'Give it up', params },
    ...{ idempotency: 'transaction', refusals: known },
  }),
};
