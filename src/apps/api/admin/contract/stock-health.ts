import { z } from 'zod';
import { endpoint, instant, money, pageOf, pageQuery } from '../../../../platform/api/index.ts';
import { stockItem } from './stock-desk.ts';

const cost = money.optional().meta({ permission: 'costs:read' });
const share = z.number().describe('Of one.');

const HEALTH = ['out', 'low', 'healthy', 'expiring', 'over', 'slow', 'dead'] as const;
const optionalCount = z.int().optional();
const health = z
  .object({
    item: stockItem,
    state: z.enum(HEALTH),
    onHand: z.int(),
    value: cost.describe('At moving-average cost.'),
    abc: z.enum(['A', 'B', 'C', '-']),
    xyz: z.enum(['X', 'Y', 'Z', '-']),
    sold90: z.int(),
    coverDays: optionalCount,
    sellThrough: share.optional(),
    turnover: z.number().optional(),
    gmroi: z.number().optional().meta({ permission: 'costs:read' }),
    overPieces: z.int(),
    overValue: cost,
    unsoldDays: optionalCount,
    expiringPieces: z.int(),
    daysOut: z.int().describe('Of the last year.'),
    lost: z
      .object({ pieces: z.number(), margin: money, low: money, high: money })
      .optional()
      .meta({ permission: 'costs:read' })
      .describe('What stock-outs of the last year cost, estimated, with an interval of 90 %.'),
  })
  .meta({ id: 'StockHealth' });

export const stockHealthEndpoints = {
  listStockHealth: endpoint({
    ...{
      group: 'Replenishment',
      method: 'GET',
      audience: 'stock:read',
      rate: 'read',
      path: '/replenishment/stock-health',
    },
    summary: 'Which stock sells, which lies, which is missing',
    query: z.strictObject({
      ...pageQuery,
      state: z.enum(HEALTH).optional(),
      sort: z.enum(['over', 'lost', 'value']).default('over'),
    }),
    output: pageOf(health).extend({
      reviewedAt: instant().optional(),
      states: z
        .array(z.object({ state: z.enum(HEALTH), variants: z.int(), value: cost, over: cost }))
        .optional(),
      lost: z
        .object({ margin: money, low: money, high: money })
        .optional()
        .meta({ permission: 'costs:read' }),
    }),
    refusals: { invalid_cursor: 422 },
  }),
};
