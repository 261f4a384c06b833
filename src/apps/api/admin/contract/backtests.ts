import { z } from 'zod';
import { endpoint, id, instant, integer, money, uuid } from '../../../../platform/api/index.ts';
import { replenishmentPolicy } from './replenishment-policies.ts';

const shared = { group: 'Replenishment' } as const;
const read = { ...shared, method: 'GET', audience: 'purchasing:read', rate: 'read' } as const;
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
const replayed = z.object({ id: z.string(), outcome, stockByWeek: z.array(z.number()) });
const backtest = z
  .object({
    id: uuid(),
    variants: z.int(),
    from: z.string().meta({ format: 'date' }),
    to: z.string().meta({ format: 'date' }),
    weeks: z.array(z.string()),
    policies: z.array(replayed).describe('Yours, then min and max, then lead time × average of 30 days.'),
    actual: z
      .object({ outcome: outcome.pick({ fillRate: true, averageStock: true, lostMargin: true }) })
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
    description: 'Long work: its result names the backtest.',
    body: z.strictObject({
      policy: z
        .strictObject(replenishmentPolicy.shape)
        .omit({ budget: true, storagePieces: true, isOff: true }),
      days: integer(90, 730).default(365),
      variants: integer(1, 5_000).default(1_000).describe('Those that sell most.'),
    }),
    ...{ idempotency: 'transaction', status: 202, output: z.object({ workId: uuid() }) },
    refusals: { invalid_policy: 422 },
    changes: { nothing: 'the past stays what it was' },
  }),
  listBacktests: endpoint({
    ...{ ...read, path: '/replenishment/backtests', summary: 'Backtests, the latest first' },
    output: z.object({ items: z.array(backtest.omit({ policies: true, actual: true, weeks: true })) }),
    refusals: {},
  }),
  readBacktest: endpoint({
    ...{ ...read, path: '/replenishment/backtests/{id}', summary: 'What a policy would have come to' },
    params: z.strictObject({ id: id<'backtest'>() }),
    ...{ output: backtest, refusals: { not_found: 404 } },
  }),
};
