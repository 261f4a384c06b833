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
  uuid,
} from '../../../../platform/api/index.ts';
import { stockItem } from './stock-desk.ts';

const shared = { group: 'Replenishment' } as const;
const read = { ...shared, method: 'GET', audience: 'purchasing:read', rate: 'read' } as const;
const write = { ...shared, audience: 'purchasing:write', rate: 'write' } as const;
const cost = money.optional().meta({ permission: 'costs:read' });
const share = z.number().describe('Of one.');

const reason = z
  .object({
    kind: z.enum([
      ...(['below_reorder_point', 'enough', 'served', 'no_demand', 'switched_off'] as const),
      ...(['raised_to_minimum'] as const),
      ...(['rounded_to_packs', 'price_break', 'limited', 'filled', 'waits'] as const),
      ...(['filled_pieces', 'waits_pieces', 'not_worthwhile'] as const),
    ]),
    numbers: z
      .record(z.string(), z.number())
      .describe(
        '`served`: of cycles without a stock-out, and of pieces served at once, what its level is reckoned to come to.',
      ),
  })
  .meta({ id: 'NeedReason' });

export const need = z
  .object({
    item: stockItem,
    locationId: uuid(),
    supplier: z.object({ id: uuid(), name: z.string() }),
    available: z.int().describe('What can be sold, less what others wait for.'),
    onOrder: z.int().describe('Still to come of open orders, drafts among them.'),
    reorderPoint: z.int(),
    orderUpTo: z.int(),
    quantity: z.int().describe('What to order now; 0 for nothing.'),
    cost: cost.describe('Of the line, at its price break.'),
    coverDays: z.int().optional().describe('Missing where nothing is wanted.'),
    stockOutChance: share.describe('That there will be too few before an order of today arrives.'),
    predicted: z
      .object({ value: money, low: money, high: money, confidence: share, horizonDays: z.int() })
      .optional()
      .meta({ permission: 'costs:read' })
      .describe('Margin that the order keeps, less what it costs to keep, against not ordering.'),
    waitCostPerDay: cost,
    reasons: z.array(reason),
    reviewedAt: instant(),
  })
  .meta({ id: 'Need' });

export const replenishmentEndpoints = {
  listNeeds: endpoint({
    ...{ ...read, path: '/replenishment/needs', summary: 'What is to be ordered, the most valuable first' },
    description: 'As of the last review, which runs every hour and after every delivery.',
    query: z.strictObject({
      ...pageQuery,
      supplierId: id<'supplier'>().optional(),
      isAll: queryFlag().optional().describe('Also what needs nothing.'),
      variantId: id<'variant'>().optional(),
    }),
    output: pageOf(need).extend({ reviewedAt: instant().optional() }),
    refusals: { invalid_cursor: 422 },
  }),
  orderNeeds: endpoint({
    ...{ ...write, method: 'POST', path: '/replenishment/orders', summary: 'Put needs on drafts of orders' },
    description:
      'One draft for each supplier, onto one that is open where there is one. Answers what stands on them now; what has been ' +
      'ordered since the needs were read is refused, so that nothing is ordered twice.',
    body: z.strictObject({
      lines: list(
        z.strictObject({
          ...{ variantId: id<'variant'>(), quantity: integer(1, 1_000_000) },
          onOrder: integer(0, 1_000_000_000).describe(
            'As the need said: if more is on order now, nothing is ordered.',
          ),
        }),
        500,
        1,
      ),
    }),
    ...{ idempotency: 'transaction', status: 201 },
    output: z.object({
      orders: z.array(z.object({ id: uuid(), number: z.string(), supplier: z.string(), lines: z.int() })),
    }),
    refusals: {
      ...({ over_budget: 409, no_room: 409 } as const),
      needs_changed: 409,
      no_source: 422,
      set_twice: 422,
      invalid_quantity: 422,
      invalid_order: 422,
    },
    changes: { kind: 'purchase_order' },
  }),
  reviewNeeds: endpoint({
    ...{
      ...write,
      method: 'POST',
      path: '/replenishment/reviews',
      summary: 'Look again what is to be ordered',
    },
    ...{
      idempotency: 'transaction',
      status: 202,
      output: z.object({ isAsked: z.literal(true) }),
      refusals: {},
    },
    changes: { nothing: 'needs follow from what is known already' },
  }),
};
