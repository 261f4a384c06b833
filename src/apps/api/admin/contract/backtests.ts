import { z } from 'zod';
import { endpoint, id, instant, integer, money, uuid } from '../../../../platform/api/index.ts';
import { replenishmentPolicy } from './replenishment-policies.ts';

const shared = { group: 'Replenishment' } as const;
const read = { ...shared, method: 'GET', audience: 'costs:read', rate: 'read' } as const;
const share = z.number().describe('Of one.');

const outcome = z.object({
  service: share.describe('Of cycles.'),
  fillRate: share.describe('Of pieces.'),
  averageStock: money,
  highestStock: money,
  orders: z.int(),
  ordered: money,
  lostMargin: money,
  holdingCost: money,
  cost: money.describe('Lost margin, keeping and ordering together.'),
});
const replayed = z.object({
  id: z.enum(['yours', 'min_max', 'average_30']),
  outcome,
  stockByWeek: z
    .array(z.string())
    .describe('Value of the stock at the end of each week, in the currency of the outcome.'),
});
const backtest = z
  .object({
    id: uuid(),
    policy: replenishmentPolicy,
    variants: z.int(),
    withoutSupplier: z
      .int()
      .describe('Of these: bought in two weeks, looked at each week, as nobody is known to sell them.'),
    from: z.string().meta({ format: 'date' }),
    to: z.string().meta({ format: 'date' }),
    policies: z.array(replayed).describe('Yours, then min and max, then lead time × average of 30 days.'),
    experience: z
      .number()
      .describe('How many times as much was short as was reckoned with; what is aimed at is drawn to it.'),
    actual: z
      .object({ fillRate: share, averageStock: money, lostMargin: money })
      .optional()
      .describe('Missing where the stock of that time is not known.'),
    runAt: instant(),
    runBy: z.string(),
  })
  .meta({ id: 'Backtest' });

export const backtestEndpoints = {
  runBacktest: endpoint({
    ...{
      ...shared,
      audience: 'purchasing:write',
      rate: 'write',
      method: 'POST',
      path: '/replenishment/backtests',
    },
    summary: 'Replay the past under a policy',
    description: 'Long work; the backtest is there when it is done.',
    body: z.strictObject({
      policy: z
        .strictObject(replenishmentPolicy.shape)
        .omit({ budget: true, storagePieces: true, isOff: true }),
      days: integer(90, 730).default(365),
      variants: integer(1, 5_000).default(1_000).describe('Those that sell most.'),
    }),
    ...{ idempotency: 'transaction', status: 202, output: z.object({ workId: uuid(), backtestId: uuid() }) },
    refusals: { invalid_policy: 422 },
    changes: { nothing: 'the past stays what it was' },
  }),
  listBacktests: endpoint({
    ...{ ...read, path: '/replenishment/backtests', summary: 'Backtests, the latest first' },
    output: z.object({ items: z.array(backtest.omit({ policies: true, actual: true, experience: true })) }),
    refusals: {},
  }),
  readBacktest: endpoint({
    ...{ ...read, path: '/replenishment/backtests/{id}', summary: 'What a policy would have come to' },
    params: z.strictObject({ id: id<'backtest'>() }),
    ...{ output: backtest, refusals: { not_found: 404 } },
  }),
};
